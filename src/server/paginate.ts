import type {FastifyReply, FastifyRequest} from 'fastify'
import {Type} from 'typebox'
import {jsonEntity} from './json-entity.ts'
import {Problem} from './problem.ts'
import {sendEntity} from './send-entity.ts'
import type {ServerServices} from './server-services.ts'

/** Query of a listing. */
export const pageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({maxLength: 200, description: 'Where to go on: `next` of the page before'})),
    limit: Type.Optional(Type.Integer({minimum: 1, maximum: 200, description: 'Entries of a page; 50 where absent'})),
  },
  {additionalProperties: false},
)

/** A page of a listing, and where the next one begins. */
interface Page<T> {
  readonly entries: readonly T[]
  readonly next?: string
}

/** Query of a listing, as it was checked. */
type PageQuery = Type.Static<typeof pageQuery>

/** A listing that is sent page by page. */
export interface Listing<T> {
  readonly all: readonly T[]
  readonly nameOf: (entry: T) => string
  /** The document of a page, without `schemaVersion` and `next`. */
  readonly document: (entries: readonly T[]) => object
}

/** Sends the page that a request asks for, with the address of the next one. */
export function sendPage<T>(
  {request, reply}: {readonly request: FastifyRequest<{Querystring: PageQuery}>; readonly reply: FastifyReply},
  services: ServerServices,
  {all, nameOf, document}: Listing<T>,
): FastifyReply {
  const {limit} = request.query
  const {entries, next} = paginate(all, request.query, nameOf)
  if (next !== undefined) {
    const query = new URLSearchParams({cursor: next, ...(limit === undefined ? {} : {limit: String(limit)})})
    reply.header('link', `<${request.url.split('?')[0]}?${query}>; rel="next"`)
  }
  const page = {schemaVersion: 1, ...document(entries), ...(next === undefined ? {} : {next})}
  return sendEntity(request, reply, jsonEntity(services, page))
}

/** A cursor names the last entry seen, so that new entries shift nothing. */
function paginate<T>(all: readonly T[], {cursor, limit = 50}: PageQuery, nameOf: (entry: T) => string): Page<T> {
  let start = 0
  if (cursor !== undefined) {
    const last = Buffer.from(cursor, 'base64url').toString()
    start = all.findIndex((entry) => nameOf(entry) === last) + 1
    if (start === 0) throw new Problem('request-malformed', 'Unexpected cursor, expected `next` of a page of this listing')
  }
  const entries = all.slice(start, start + limit)
  const last = entries.at(-1)
  return {
    entries,
    ...(last !== undefined && start + limit < all.length ? {next: Buffer.from(nameOf(last)).toString('base64url')} : {}),
  }
}
