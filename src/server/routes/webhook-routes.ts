import {randomBytes} from 'node:crypto'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {WEBHOOK_EVENTS, type Webhook} from '../../index.ts'
import {callerOf, needsKey} from '../api-key.ts'
import {Problem} from '../problem.ts'
import type {ServerServices} from '../server-services.ts'

const webhookSchema = Type.Object({
  id: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.String()),
  createdAt: Type.String(),
  secret: Type.Optional(Type.String({description: 'Key of the signatures; told once'})),
})

/** Who is told when versions are announced and take effect, and when consents are recorded and withdrawn. */
export function webhookRoutes(services: ServerServices): FastifyPluginAsyncTypebox {
  const storeOf = () => {
    if (!services.webhooks) throw new Problem('store-missing', 'This server was started without a database; start it with `--db`')
    return services.webhooks
  }
  return async (server) => {
    server.post(
      '/webhooks',
      {
        schema: {
          security: needsKey('webhook:manage'),
          summary: 'Have an address told of events, signed by Standard Webhooks',
          description: 'Needs a key with `webhook:manage`.',
          body: Type.Object(
            {
              url: Type.String({pattern: '^https?://[^\\s]{1,2000}$'}),
              events: Type.Array(Type.Enum([...WEBHOOK_EVENTS]), {minItems: 1, maxItems: 10}),
            },
            {additionalProperties: false},
          ),
          response: {201: Type.Object({schemaVersion: Type.Literal(1), webhook: webhookSchema})},
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'webhook:manage')
        if (!URL.canParse(request.body.url)) throw new Problem('request-malformed', 'Unexpected address, expected an URL', '/url')
        const webhook: Webhook = {
          id: services.newId(),
          url: request.body.url,
          events: request.body.events,
          secret: `whsec_${randomBytes(24).toString('base64')}`,
          createdAt: services.now(),
        }
        await storeOf().add(webhook)
        return reply.code(201).send({schemaVersion: 1, webhook: {...webhook, events: [...webhook.events]}})
      },
    )

    server.get(
      '/webhooks',
      {
        schema: {
          security: needsKey('webhook:manage'),
          summary: 'Addresses that are told',
          response: {200: Type.Object({schemaVersion: Type.Literal(1), webhooks: Type.Array(webhookSchema)})},
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'webhook:manage')
        const webhooks = await storeOf().list()
        return reply
          .header('cache-control', 'private, no-store')
          .send({schemaVersion: 1, webhooks: webhooks.map(({id, url, events, createdAt}) => ({id, url, events: [...events], createdAt}))})
      },
    )

    server.delete(
      '/webhooks/:id',
      {
        schema: {
          security: needsKey('webhook:manage'),
          summary: 'Tell an address no more',
          params: Type.Object({id: Type.String({maxLength: 100})}),
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'webhook:manage')
        if (!(await storeOf().remove(request.params.id))) throw new Problem('not-found', `No webhook \`${request.params.id}\``)
        return reply.code(204).send()
      },
    )
  }
}
