import type {FastifyReply} from 'fastify'
import {Type} from 'typebox'

/** A problem as it is sent (RFC 9457). */
export const problemSchema = Type.Object(
  {
    type: Type.String({description: 'Address of the description of this kind of problem'}),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String({description: 'What was unexpected here, and what was expected'})),
    instance: Type.Optional(Type.String({description: 'Id of the request, for whoever runs the server'})),
    pointer: Type.Optional(Type.String({description: 'Place in the body of the request (RFC 6901)'})),
  },
  {$id: 'Problem', title: 'Problem'},
)

/** All kinds of problem: status and title; docs/api.md describes each under its name. */
export const PROBLEMS = Object.freeze({
  'request-malformed': {status: 400, title: 'The request has not the form that it needs'},
  'idempotency-key-missing': {status: 400, title: 'The request needs an Idempotency-Key'},
  unauthenticated: {status: 401, title: 'The request needs a valid API key'},
  'scope-missing': {status: 403, title: 'The API key does not allow this'},
  'not-found': {status: 404, title: 'There is nothing at this address'},
  'method-not-allowed': {status: 405, title: 'This address does not take that method'},
  'not-acceptable': {status: 406, title: 'There is no form of this that you accept'},
  'already-withdrawn': {status: 409, title: 'The consent was withdrawn before'},
  'body-too-large': {status: 413, title: 'The body of the request is too large'},
  'address-too-long': {status: 414, title: 'The address of the request is too long'},
  'media-type-unsupported': {status: 415, title: 'The body of the request must be JSON'},
  'consent-refused': {status: 422, title: 'The consent was not recorded'},
  'idempotency-key-reused': {status: 422, title: 'The Idempotency-Key was used for another request'},
  'too-many-requests': {status: 429, title: 'There were too many requests'},
  internal: {status: 500, title: 'The server failed'},
  'store-missing': {status: 503, title: 'This server keeps no consents'},
  'outside-missing': {status: 503, title: 'Something that the server needs does not answer'},
  'renderer-missing': {status: 503, title: 'This server cannot print PDF'},
} as const)

/** Name of a kind of problem. */
export type ProblemName = keyof typeof PROBLEMS

/** Ends a request with a problem; caught by the error handler of the server only. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly problem: ProblemName
  readonly pointer: string | undefined

  constructor(problem: ProblemName, detail: string, pointer?: string) {
    super(detail)
    this.problem = problem
    this.pointer = pointer
  }
}

/** Sends a problem. */
export function sendProblem(reply: FastifyReply, problem: ProblemName, detail?: string, pointer?: string): FastifyReply {
  const {status, title} = PROBLEMS[problem]
  return reply
    .code(status)
    .headers({'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store'})
    .send(
      JSON.stringify({
        type: `${DOCUMENTATION}#${problem}`,
        title,
        status,
        ...(detail === undefined ? {} : {detail}),
        instance: `urn:request:${reply.request.id}`,
        ...(pointer === undefined ? {} : {pointer}),
      }),
    )
}

/** Where the kinds are described, relative to any address of the server. */
const DOCUMENTATION = '/problems'
