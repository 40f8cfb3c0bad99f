import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import type {Metrics} from '../metrics.ts'
import {PROBLEMS, Problem} from '../problem.ts'
import type {ServerServices} from '../server-services.ts'

const status = Type.Object({schemaVersion: Type.Literal(1), status: Type.Union([Type.Literal('ok'), Type.Literal('unavailable')])})

/** For whoever runs the server: health, readiness, metrics, keys, and what problems mean. */
export function systemRoutes(services: ServerServices, metrics: Metrics): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get('/healthz', {schema: {summary: 'Whether the process lives', response: {200: status}}}, async () => ({
      schemaVersion: 1 as const,
      status: 'ok' as const,
    }))

    server.get(
      '/readyz',
      {schema: {summary: 'Whether requests can be answered: texts are read, the database answers', response: {200: status, 503: status}}},
      async (_, reply) => {
        const isReady = await Promise.all([services.archive.agreements(), services.consents?.head()]).then(
          () => true,
          () => false,
        )
        return reply
          .code(isReady ? 200 : 503)
          .header('cache-control', 'no-store')
          .send({schemaVersion: 1, status: isReady ? 'ok' : 'unavailable'})
      },
    )

    server.get('/metrics', {schema: {summary: 'Metrics for Prometheus', hide: true}}, async (_, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    )

    server.get('/.well-known/jwks.json', {schema: {summary: 'Public keys that receipts are checked by (RFC 7517)'}}, async (_, reply) => {
      if (!services.signing)
        throw new Problem('store-missing', 'This server was started without a database, so that it has no key to sign with')
      return reply.header('cache-control', 'public, max-age=300').send({keys: await services.signing.publicKeys()})
    })

    server.get('/problems', {schema: {summary: 'What the types of problems mean', hide: true}}, async (_, reply) =>
      reply.type('text/html; charset=utf-8').send(PROBLEM_PAGE),
    )
  }
}

const PROBLEM_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Problems</title><h1>Problems</h1><dl>${Object.entries(
  PROBLEMS,
)
  .map(([name, {status: code, title}]) => `<dt id="${name}"><code>${name}</code> (${code})</dt><dd>${title}.</dd>`)
  .join('')}</dl></html>\n`
