import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {readInstant} from '../../index.ts'
import {describeAgreement, describeVersion} from '../describe.ts'
import {jsonEntity} from '../json-entity.ts'
import {namedAgreement} from '../named.ts'
import {pageQuery, sendPage} from '../paginate.ts'
import {Problem} from '../problem.ts'
import {agreementDocumentSchema, agreementListSchema, versionListSchema} from '../schemas/agreement-schemas.ts'
import {agreementParams} from '../schemas/params.ts'
import {sendEntity} from '../send-entity.ts'
import type {ServerServices} from '../server-services.ts'

/** What is in force, then and now: agreements and their versions. */
export function agreementRoutes(services: ServerServices): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/agreements',
      {schema: {summary: 'Agreements with what is in force', querystring: pageQuery, response: {200: agreementListSchema}}},
      async (request, reply) => {
        const published = (await services.archive.agreements()).filter(({history}) => history.length > 0)
        const at = services.now()
        return sendPage({request, reply}, services, {
          all: published,
          nameOf: ({id}) => id,
          document: (entries) => ({agreements: entries.map((agreement) => describeAgreement(agreement, at))}),
        })
      },
    )

    server.get(
      '/agreements/:id',
      {
        schema: {
          summary: 'An agreement as it is or was in force',
          description: 'Without `at` and `Accept-Datetime` (RFC 7089), now.',
          params: agreementParams,
          querystring: Type.Object(
            {at: Type.Optional(Type.String({maxLength: 40, description: 'Day or instant (RFC 3339)'}))},
            {additionalProperties: false},
          ),
          response: {200: agreementDocumentSchema},
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const asked = momentOf(request.query.at, request.headers['accept-datetime'], agreement.settings.timeZone)
        if (asked !== undefined && request.headers['accept-datetime'] !== undefined)
          reply.header('memento-datetime', new Date(asked).toUTCString())
        reply.header('link', `</v1/agreements/${agreement.id}/versions>; rel="version-history"`)
        return sendEntity(
          request,
          reply,
          jsonEntity(services, {
            schemaVersion: 1,
            agreement: {...describeAgreement(agreement, asked ?? services.now()), ...(asked === undefined ? {} : {at: asked})},
          }),
        )
      },
    )

    server.get(
      '/agreements/:id/versions',
      {
        schema: {
          summary: 'Versions of an agreement, the newest first',
          params: agreementParams,
          querystring: pageQuery,
          response: {200: versionListSchema},
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const at = services.now()
        return sendPage({request, reply}, services, {
          all: [...agreement.history].reverse(),
          nameOf: ({manifest}) => manifest.version,
          document: (entries) => ({
            agreement: agreement.id,
            versions: entries.map((version) => describeVersion(version, agreement, at)),
          }),
        })
      },
    )
  }
}

function momentOf(at: string | undefined, acceptDatetime: string | string[] | undefined, timeZone: string): string | undefined {
  if (at !== undefined) {
    const instant = readInstant(at, timeZone)
    if (instant === undefined)
      throw new Problem('request-malformed', `Unexpected moment \`${at}\`, expected a day or an instant (RFC 3339)`)
    return instant
  }
  if (typeof acceptDatetime !== 'string') return undefined
  const time = Date.parse(acceptDatetime)
  if (Number.isNaN(time)) throw new Problem('request-malformed', `Unexpected Accept-Datetime \`${acceptDatetime}\`, expected an HTTP date`)
  return new Date(time).toISOString()
}
