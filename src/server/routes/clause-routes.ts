import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {FastifyRequest} from 'fastify'
import {Type} from 'typebox'
import type {ArchivedAgreement} from '../../io/index.ts'
import {describeClauses} from '../describe.ts'
import {COUNTED_BY_WORK, type EntitySender} from '../entity-sender.ts'
import {jsonEntity} from '../json-entity.ts'
import {namedAgreement, namedText, namedVersion} from '../named.ts'
import {negotiateLocale} from '../negotiate.ts'
import {Problem} from '../problem.ts'
import {clauseDocumentSchema, clauseHistorySchema, clauseListSchema} from '../schemas/agreement-schemas.ts'
import {clauseParams, localeQuery, versionParams} from '../schemas/params.ts'
import {type Entity, sendEntity} from '../send-entity.ts'
import type {ServerServices} from '../server-services.ts'
import {textOf} from './version-routes.ts'

/** Clauses of a version, and one clause through all versions. */
export function clauseRoutes(services: ServerServices, sender: EntitySender): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/agreements/:id/versions/:version/clauses',
      {
        config: COUNTED_BY_WORK,
        schema: {summary: 'All clauses of a version', params: versionParams, querystring: localeQuery, response: {200: clauseListSchema}},
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        return sender.send({request, reply}, agreement, () => clauseEntity(request, agreement, (clauses) => ({clauses})))
      },
    )

    server.get(
      '/agreements/:id/versions/:version/clauses/:clause',
      {
        config: COUNTED_BY_WORK,
        schema: {summary: 'One clause of a version', params: clauseParams, querystring: localeQuery, response: {200: clauseDocumentSchema}},
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const {clause: name, version} = request.params
        return sender.send({request, reply}, agreement, () =>
          clauseEntity(request, agreement, (clauses) => {
            const clause = clauses.find(({id}) => id === name) ?? clauses.find(({path}) => path === name)
            if (!clause) throw new Problem('not-found', `No clause \`${name}\` in \`${agreement.id}\` ${version}`)
            return {clause}
          }),
        )
      },
    )

    server.get(
      '/agreements/:id/clauses/:clause/history',
      {
        schema: {
          summary: 'A clause through all versions, by its permanent id',
          params: Type.Object({
            id: Type.String({minLength: 1, maxLength: 200}),
            clause: Type.String({minLength: 1, maxLength: 200, description: 'Permanent id'}),
          }),
          querystring: localeQuery,
          response: {200: clauseHistorySchema},
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const name = request.params.clause
        const having = agreement.history.filter(({manifest}) =>
          Object.values(manifest.clauseIds).some((ids) => Object.values(ids).includes(name)),
        )
        const locales = [...new Set(having.flatMap(({manifest}) => manifest.locales.map(({locale}) => locale)))]
        if (having.length === 0) throw new Problem('not-found', `No clause with the id \`${name}\` in \`${agreement.id}\``)
        const locale = negotiateLocale(request, locales, request.query.locale)
        const versions = []
        let before = ''
        for (const {manifest} of having) {
          if (!manifest.locales.some((text) => text.locale === locale)) continue
          const text = await namedText(services, agreement.id, manifest.version, locale)
          const clause = describeClauses(text).find(({id}) => id === name)
          if (!clause) continue
          const {href: _, limitations: __, ...content} = clause
          const now = JSON.stringify(content)
          versions.push({version: manifest.version, effectiveAt: manifest.effectiveAt, isUnchanged: now === before, clause})
          before = now
        }
        return sendEntity(request, reply, {
          ...jsonEntity(services, {schemaVersion: 1, agreement: agreement.id, id: name, locale, versions}),
          language: locale,
        })
      },
    )
  }

  /** What is told of the clauses of the version and language that a request names. */
  async function clauseEntity(
    request: FastifyRequest<{Params: {version: string}; Querystring: {locale?: string}}>,
    agreement: ArchivedAgreement,
    tell: (clauses: ReturnType<typeof describeClauses>) => object,
  ): Promise<Entity> {
    const {manifest} = namedVersion(services, agreement, request.params.version)
    const text = await textOf(request, services, agreement.id, manifest, request.query.locale)
    const {version} = manifest
    const document = {schemaVersion: 1, agreement: agreement.id, version, locale: text.locale, ...tell(describeClauses(text))}
    return {...jsonEntity(services, document), language: text.locale, isImmutable: request.params.version === version}
  }
}
