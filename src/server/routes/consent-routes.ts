import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {FastifyRequest} from 'fastify'
import {Type} from 'typebox'
import {
  type ConsentDraft,
  type ConsentRefusal,
  canonicalJson,
  consentRequestSchema,
  draftConsent,
  draftWithdrawal,
  formatLogProof,
  hashEvidence,
  type IdempotencyKey,
  issueReceipt,
  proveRecord,
  readRequest,
  toJsonLd,
  toKantara,
  withdrawalRequestSchema,
} from '../../index.ts'
import {callerOf, needsKey} from '../api-key.ts'
import {Problem} from '../problem.ts'
import {acknowledgementSchema, consentDocumentSchema, idempotencyHeaders, recordParams} from '../schemas/consent-schemas.ts'
import type {Caller, ServerServices} from '../server-services.ts'
import {signerOf} from '../signer-of.ts'
import {storeOf} from '../store-of.ts'

/** Consents: recorded, read, proved, withdrawn. Each needs a key; a record tells nothing of who agreed. */
export function consentRoutes(services: ServerServices): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/consents',
      {
        schema: {
          security: needsKey('consent:write'),
          summary: 'Record a consent',
          description: 'Needs `Idempotency-Key` and a key with `consent:write`. Answers when the record is durable and in the log.',
          headers: idempotencyHeaders,
          body: consentRequestSchema,
          response: {200: acknowledgementSchema, 201: acknowledgementSchema},
        },
        validatorCompiler: () => () => true,
      },
      async (request, reply) => {
        const caller = await callerOf(request, services, 'consent:write')
        const {request: wanted, refusal: malformed} = readRequest(request.body, consentRequestSchema)
        if (malformed) throw refused(malformed)
        const {agreement, version, locale} = wanted.shown
        const [text, history] = await Promise.all([
          services.published.find(agreement, version, locale),
          services.published.history(agreement),
        ])
        const {draft, refusal} = draftConsent(wanted, {text, history}, serverFacts(services))
        if (refusal) throw refused(refusal)
        const {code, acknowledgement} = await record(request, services, caller, draft)
        return reply.code(code).header('location', acknowledgement.href).send(acknowledgement)
      },
    )

    server.get(
      '/consents/:id',
      {
        schema: {
          security: needsKey('consent:read'),
          summary: 'A consent record, without personal data',
          params: recordParams,
          response: {200: consentDocumentSchema},
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'consent:read')
        const {evidence, index, personal, personalSha256} = await recordOf(services, request.params.id)
        return reply
          .headers({etag: `"${hashEvidence(evidence, services.sha256)}${personal ? '' : '-erased'}"`, 'cache-control': 'private, no-cache'})
          .send({schemaVersion: 1, index, evidence, personalSha256, isErased: personal === undefined})
      },
    )

    server.get(
      '/consents/:id/receipt',
      {
        schema: {
          security: needsKey('consent:read'),
          summary: 'The receipt of a record: signed (JWS) with the proof that it is in the log, or as JSON-LD or Kantara receipt',
          params: recordParams,
          querystring: Type.Object(
            {form: Type.Optional(Type.Union([Type.Literal('signed'), Type.Literal('json-ld'), Type.Literal('kantara')]))},
            {additionalProperties: false},
          ),
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'consent:read')
        const found = await recordOf(services, request.params.id)
        reply.header('cache-control', 'private, no-cache').header('vary', 'Accept')
        if (request.query.form === 'json-ld') return reply.type('application/ld+json').send(JSON.stringify(toJsonLd(found)))
        if (request.query.form === 'kantara') return reply.type('application/json').send(JSON.stringify(toKantara(found)))
        const {key, notes} = await signerOf(services)
        const {consents} = storeOf(services)
        return reply.send(await issueReceipt(found, key, {log: consents, notes, sha256: services.sha256}))
      },
    )

    server.get(
      '/consents/:id/proof',
      {schema: {security: needsKey('consent:read'), summary: 'Proof that a record is in the log (C2SP tlog-proof)', params: recordParams}},
      async (request, reply) => {
        await callerOf(request, services, 'consent:read')
        const {consents} = storeOf(services)
        const {index} = await recordOf(services, request.params.id)
        const {notes} = await signerOf(services)
        const {size} = await consents.head()
        const proof = await proveRecord(index, size, {log: consents, notes, sha256: services.sha256})
        return reply.type('text/plain; charset=utf-8').header('cache-control', 'private, no-cache').send(formatLogProof(proof))
      },
    )

    server.post(
      '/consents/:id/withdrawal',
      {
        schema: {
          security: needsKey('consent:write'),
          summary: 'Withdraw a consent: a new record that ends it',
          params: recordParams,
          headers: idempotencyHeaders,
          body: withdrawalRequestSchema,
          response: {200: acknowledgementSchema, 201: acknowledgementSchema},
        },
        validatorCompiler:
          ({httpPart}) =>
          (value) =>
            httpPart !== 'params' || (recordParamsFit(value) ? {value} : {error: new Error('id')}),
      },
      async (request, reply) => {
        const caller = await callerOf(request, services, 'consent:write')
        const {request: wanted, refusal: malformed} = readRequest(request.body, withdrawalRequestSchema)
        if (malformed) throw refused(malformed)
        const found = await recordOf(services, request.params.id)
        const {draft, refusal} = draftWithdrawal(wanted, found, serverFacts(services))
        if (refusal) throw refused(refusal)
        const {code, acknowledgement} = await record(request, services, caller, draft)
        return reply.code(code).header('location', acknowledgement.href).send(acknowledgement)
      },
    )
  }
}

function recordParamsFit(value: unknown): boolean {
  return readRequest(value, recordParams).refusal === undefined
}

function refused({code, message, pointer}: ConsentRefusal): Problem {
  return new Problem(code === 'malformed' ? 'request-malformed' : 'consent-refused', message, pointer)
}

function serverFacts({newId, newSalt, now}: ServerServices) {
  return {recordId: newId(), at: now(), salt: newSalt()}
}

async function recordOf(services: ServerServices, id: string) {
  const found = await storeOf(services).consents.find(id.toLowerCase())
  if (!found) throw new Problem('not-found', `No consent \`${id}\``)
  return found
}

async function record(request: FastifyRequest, services: ServerServices, caller: Caller, draft: ConsentDraft) {
  const {consents} = storeOf(services)
  const result = await consents.append(draft, idempotencyKey(request, services, caller))
  switch (result.type) {
    case 'appended':
    case 'repeated': {
      const {recordId, index} = result.acknowledgement
      return {
        code: result.type === 'appended' ? (201 as const) : (200 as const),
        acknowledgement: {schemaVersion: 1 as const, recordId, index, href: `/v1/consents/${recordId}`},
      }
    }
    case 'key-reused':
      throw new Problem('idempotency-key-reused', 'Unexpected body, expected the one that this key came with before')
    case 'already-withdrawn':
      throw new Problem('already-withdrawn', 'Unexpected withdrawal, expected a consent that is not withdrawn')
    default:
      return result satisfies never
  }
}

function idempotencyKey(request: FastifyRequest, {sha256}: ServerServices, {id}: Caller): IdempotencyKey {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header.replace(/^"(.*)"$/, '$1') : ''
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Problem('idempotency-key-missing', 'Unexpected request without Idempotency-Key, expected one of 8 to 200 visible characters')
  const content = canonicalJson({url: request.url, body: request.body})
  return {client: id, key, requestSha256: Buffer.from(sha256(content)).toString('hex')}
}
