import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import type {FastifyRequest} from 'fastify'
import {type Manifest, manifestSchema, toInspection} from '../../index.ts'
import type {ArchivedText} from '../../io/index.ts'
import {COUNTED_BY_WORK, type EntitySender} from '../entity-sender.ts'
import {namedAgreement, namedText, namedVersion} from '../named.ts'
import {type Form, MEDIA_TYPES, negotiateForm, negotiateLocale} from '../negotiate.ts'
import {Problem} from '../problem.ts'
import {textDocumentSchema} from '../schemas/agreement-schemas.ts'
import {formResponses} from '../schemas/form-responses.ts'
import {localeQuery, versionParams} from '../schemas/params.ts'
import {type Entity, sendEntity} from '../send-entity.ts'
import type {ServerServices} from '../server-services.ts'

/** Published texts in all their forms, by suffix or by Accept; the manifest; the notice as published. */
export function versionRoutes(services: ServerServices, sender: EntitySender): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/agreements/:id/versions/:version',
      {
        config: COUNTED_BY_WORK,
        schema: {
          summary: 'A published text: HTML, PDF, Word, Markdown, or JSON with clause tree and facts',
          description:
            'The form is the suffix of the address (`.html`, `.pdf`, `.docx`, `.md`, `.json`), else the best of Accept; the language is `locale`, else the best of Accept-Language. `current` and a day name the version in force.',
          params: versionParams,
          querystring: localeQuery,
          response: formResponses(FORMS, textDocumentSchema),
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        return sender.send({request, reply}, agreement, async () => {
          const {selector, form} = splitSuffix(request.params.version, new Set(agreement.history.map(({manifest}) => manifest.version)))
          const version = namedVersion(services, agreement, selector)
          const text = await textOf(request, services, agreement.id, version.manifest, request.query.locale)
          return entityOf(services, text, form ?? negotiateForm(request, FORMS), selector === version.manifest.version)
        })
      },
    )

    server.get(
      '/agreements/:id/versions/:version/manifest',
      {
        schema: {
          summary: 'The record of a version, byte for byte as it was published',
          params: versionParams,
          response: {200: manifestSchema},
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const version = namedVersion(services, agreement, request.params.version)
        return sendEntity(request, reply, {
          body: JSON.stringify(version.manifest),
          type: MEDIA_TYPES.json,
          etag: version.manifestSha256,
          isImmutable: request.params.version === version.manifest.version,
        })
      },
    )

    server.get(
      '/agreements/:id/versions/:version/notice',
      {schema: {summary: 'The change notice as it was published, in Markdown', params: versionParams, querystring: localeQuery}},
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const {manifest} = namedVersion(services, agreement, request.params.version)
        const locale = negotiateLocale(request, localesOf(manifest), request.query.locale)
        const notice = await services.archive.notice(agreement.id, manifest.version, locale)
        const hash = manifest.locales.find((text) => text.locale === locale)?.noticeSha256
        if (notice === undefined || hash === undefined)
          throw new Problem('not-found', `No change notice of \`${agreement.id}\` ${manifest.version} in \`${locale}\``)
        return sendEntity(request, reply, {
          body: notice,
          type: MEDIA_TYPES.md,
          etag: hash,
          language: locale,
          isImmutable: request.params.version === manifest.version,
        })
      },
    )
  }
}

const FORMS = ['json', 'html', 'pdf', 'docx', 'md'] as const

/** A version's name may hold dots, so a suffix is one only where no version is called like the whole. */
function splitSuffix(name: string, known: ReadonlySet<string>): {readonly selector: string; readonly form?: Form} {
  if (known.has(name)) return {selector: name}
  const match = /^(.+)\.(html|pdf|docx|md|json)$/.exec(name)
  const [, selector, form] = match ?? []
  return selector !== undefined && form !== undefined ? {selector, form: form as Form} : {selector: name}
}

function localesOf(manifest: Manifest): string[] {
  return manifest.locales.map(({locale}) => locale)
}

/** The text of a version in the language of the request. */
export async function textOf(
  request: FastifyRequest,
  services: ServerServices,
  agreement: string,
  manifest: Manifest,
  named: string | undefined,
): Promise<ArchivedText> {
  return namedText(services, agreement, manifest.version, negotiateLocale(request, localesOf(manifest), named))
}

async function entityOf(services: ServerServices, text: ArchivedText, form: Form, isImmutable: boolean): Promise<Entity> {
  const {agreement, version, locale, source, sourceSha256, compiled} = text
  const fileName = `${agreement}-${version.manifest.version}.${locale}.${form}`
  const shared = {
    type: MEDIA_TYPES[form],
    language: locale,
    isImmutable,
    fileName,
    link: `</v1/agreements/${agreement}/versions>; rel="version-history"`,
  }
  const hashed = (body: string | Uint8Array) => ({...shared, body, etag: Buffer.from(services.sha256(body)).toString('hex')})
  switch (form) {
    case 'md':
      return {...shared, body: source, etag: sourceSha256}
    case 'json':
      return hashed(
        JSON.stringify({
          ...toInspection([compiled]),
          agreement,
          version: version.manifest.version,
          effectiveAt: version.manifest.effectiveAt,
          clauseIds: Object.fromEntries(text.ids),
          consentMetadata: text.metadata,
        }),
      )
    case 'html':
    case 'pdf':
    case 'docx': {
      const body = await services.renditions.text(text, form)
      if (!body) throw new Problem('renderer-missing', 'This server was started without a browser')
      return hashed(body)
    }
    default:
      return form satisfies never
  }
}
