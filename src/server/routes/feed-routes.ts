import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import {compareInstants, siteFeeds} from '../../index.ts'
import {sendEntity} from '../send-entity.ts'
import type {ServerServices} from '../server-services.ts'

/** Announcements of versions as an Atom feed (RFC 4287). */
export function feedRoutes(services: ServerServices, site: {readonly name: string; readonly url: string}): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/feed.atom',
      {
        schema: {
          summary: 'Announced versions, the newest first',
          querystring: Type.Object({agreement: Type.Optional(Type.String({maxLength: 200}))}, {additionalProperties: false}),
        },
      },
      async (request, reply) => {
        const wanted = request.query.agreement
        const entries = (await services.archive.agreements())
          .filter(({id}) => wanted === undefined || id === wanted)
          .flatMap(({id, history}) => history.map((version) => ({id, version})))
          .sort((a, b) => compareInstants(b.version.manifest.announcedAt, a.version.manifest.announcedAt))
          .slice(0, 100)
        const {atom: body} = siteFeeds(
          {title: site.name, url: site.url, locale: 'und'},
          entries.map(({id, version: {manifest, withdrawal}}) => ({
            title: `${manifest.locales[0]?.title ?? id} ${manifest.version}`,
            url: `${site.url}/v1/agreements/${id}/versions/${encodeURIComponent(manifest.version)}`,
            announcedAt: manifest.announcedAt,
            summary: [manifest.summary, `${manifest.announcedAt} → ${manifest.effectiveAt}`, withdrawal?.reason].filter(Boolean).join('\n'),
          })),
        )
        return sendEntity(request, reply, {
          body,
          type: 'application/atom+xml; charset=utf-8',
          etag: Buffer.from(services.sha256(body)).toString('hex').slice(0, 32),
          isImmutable: false,
        })
      },
    )
  }
}
