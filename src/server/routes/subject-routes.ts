import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {mustAgreeAgain} from '../../index.ts'
import {callerOf, needsKey} from '../api-key.ts'
import {namedAgreement} from '../named.ts'
import {erasureSchema, standingSchema} from '../schemas/consent-schemas.ts'
import type {ServerServices} from '../server-services.ts'
import {storeOf} from '../store-of.ts'

const subject = Type.String({minLength: 1, maxLength: 256, description: 'Opaque name of the subject'})

/** Where subjects stand with agreements, and the erasure of what is personal. */
export function subjectRoutes(services: ServerServices): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/subjects/:subject/agreements/:id',
      {
        schema: {
          security: needsKey('subject:read'),
          summary: 'Whether a subject must agree again, and why',
          params: Type.Object({subject, id: Type.String({minLength: 1, maxLength: 200})}),
          querystring: Type.Object(
            {recordType: Type.Optional(Type.Union([Type.Literal('acceptance'), Type.Literal('consent')]))},
            {additionalProperties: false},
          ),
          response: {200: standingSchema},
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'subject:read')
        const {consents} = storeOf(services)
        const agreement = await namedAgreement(services, request.params.id)
        const {recordType = 'acceptance'} = request.query
        const records = await consents.history(request.params.subject, agreement.id)
        const standing = mustAgreeAgain({
          records: records.filter(({evidence}) => evidence.recordType === recordType),
          history: await services.published.history(agreement.id),
          at: services.now(),
        })
        const {accepted, current, upcoming, reasons} = standing
        return reply.header('cache-control', 'private, no-store').send({
          schemaVersion: 1,
          agreement: agreement.id,
          ...(accepted
            ? {
                accepted: {
                  recordId: accepted.evidence.recordId,
                  version: accepted.evidence.version,
                  locale: accepted.evidence.locale,
                  at: accepted.evidence.event.at,
                },
              }
            : {}),
          ...(current === undefined ? {} : {current}),
          upcoming: [...upcoming],
          mustAgreeAgain: standing.mustAgreeAgain,
          reasons: reasons.map(({code, version, because}) => ({code, ...(version === undefined ? {} : {version}), because: [...because]})),
          ...(accepted && current !== undefined && current !== accepted.evidence.version
            ? {changes: `/v1/agreements/${agreement.id}/changes?since=${accepted.evidence.recordId}`}
            : {}),
        })
      },
    )

    server.delete(
      '/subjects/:subject',
      {
        schema: {
          security: needsKey('subject:erase'),
          summary: 'Erase the personal part of all records of a subject; evidence and log stay',
          params: Type.Object({subject}),
          response: {200: erasureSchema},
        },
      },
      async (request) => {
        await callerOf(request, services, 'subject:erase')
        return {schemaVersion: 1 as const, erased: await storeOf(services).consents.erase(request.params.subject)}
      },
    )
  }
}
