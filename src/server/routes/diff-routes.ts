import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {Type} from 'typebox'
import type {Version} from '../../index.ts'
import type {ArchivedAgreement, ArchivedText} from '../../io/index.ts'
import {type ComparedTexts, createComparisons} from '../compare-texts.ts'
import {COUNTED_BY_WORK, type EntitySender} from '../entity-sender.ts'
import {namedAgreement, namedText, namedVersion} from '../named.ts'
import {MEDIA_TYPES, negotiateForm, negotiateLocale} from '../negotiate.ts'
import {Problem} from '../problem.ts'
import {changesSchema} from '../schemas/diff-schemas.ts'
import {formResponses} from '../schemas/form-responses.ts'
import {agreementParams} from '../schemas/params.ts'
import {sendEntity} from '../send-entity.ts'
import type {ServerServices} from '../server-services.ts'

const DIFF_FORMS = ['json', 'html', 'pdf', 'docx'] as const

const selector = (description: string) => Type.String({minLength: 1, maxLength: 200, description})

/** What differs between two versions, and what changed since somebody agreed. */
export function diffRoutes(services: ServerServices, sender: EntitySender): FastifyPluginAsyncTypebox {
  const compareTexts = createComparisons()
  return async (server) => {
    server.get(
      '/agreements/:id/diff',
      {
        config: COUNTED_BY_WORK,
        schema: {
          summary: 'What differs between two versions, clause by clause',
          description: 'JSON, HTML, PDF, or Word with tracked changes, by `form` or Accept.',
          params: agreementParams,
          querystring: Type.Object(
            {
              from: selector('Version, day, or `current`'),
              to: Type.Optional(selector('Version, day, or `current`, which it is where absent')),
              locale: Type.Optional(Type.String({maxLength: 35})),
              form: Type.Optional(Type.Union(DIFF_FORMS.map((form) => Type.Literal(form)))),
            },
            {additionalProperties: false},
          ),
          response: formResponses(DIFF_FORMS, Type.Ref('Diff')),
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        return sender.send({request, reply}, agreement, async () => {
          const {from, to = 'current', locale, form = negotiateForm(request, DIFF_FORMS)} = request.query
          const [old, now] = [namedVersion(services, agreement, from), namedVersion(services, agreement, to)]
          const common = commonLocale(request, old, now, locale)
          const compared = compareTexts(await textIn(services, agreement, old, common), await textIn(services, agreement, now, common))
          return {
            body: await bodyOf(services, compared, form),
            type: MEDIA_TYPES[form],
            etag: `${compared.key}.${form}`,
            language: common,
            isImmutable: from === old.manifest.version && to === now.manifest.version,
            ...(form === 'docx' || form === 'pdf'
              ? {fileName: `${agreement.id}-${old.manifest.version}-${now.manifest.version}.${common}.${form}`}
              : {}),
          }
        })
      },
    )

    server.get(
      '/agreements/:id/changes',
      {
        schema: {
          summary: 'What changed since a consent, a version or a day: net, over all versions in between',
          params: agreementParams,
          querystring: Type.Object(
            {
              since: selector('Id of a consent record, version, or day'),
              locale: Type.Optional(Type.String({maxLength: 35, description: 'That of the consent where absent'})),
            },
            {additionalProperties: false},
          ),
          response: {200: changesSchema},
        },
      },
      async (request, reply) => {
        const agreement = await namedAgreement(services, request.params.id)
        const {since} = request.query
        const agreed = await agreedText(services, agreement, since)
        const old = namedVersion(services, agreement, agreed?.version ?? since)
        const now = namedVersion(services, agreement, 'current')
        const locale = commonLocale(request, old, now, request.query.locale ?? agreed?.locale)
        const compared = compareTexts(await textIn(services, agreement, old, locale), await textIn(services, agreement, now, locale))
        const skipped = agreement.history.filter(
          ({manifest, withdrawal}) =>
            withdrawal === undefined && manifest.sequence > old.manifest.sequence && manifest.sequence <= now.manifest.sequence,
        )
        const document = {
          schemaVersion: 1,
          agreement: agreement.id,
          since: {
            kind: agreed ? 'consent' : /^\d{4}-\d\d-\d\d/.test(since) && since !== old.manifest.version ? 'date' : 'version',
            value: since,
            version: old.manifest.version,
            locale,
          },
          current: now.manifest.version,
          skipped: skipped.map(({manifest}) => manifest.version),
          isChanged: old.manifest.version !== now.manifest.version,
          requiresReconsent:
            treeIn(old, locale) !== treeIn(now, locale) && skipped.some(({manifest}) => manifest.notice.requiresReconsent.decision),
          redline: `/v1/agreements/${agreement.id}/diff?from=${encodeURIComponent(old.manifest.version)}&to=${encodeURIComponent(now.manifest.version)}&locale=${locale}&form=html`,
        }
        const head = JSON.stringify(document)
        return sendEntity(request, reply, {
          body: Buffer.concat([Buffer.from(`${head.slice(0, -1)},"diff":`), compared.json(), Buffer.from('}')]),
          type: MEDIA_TYPES.json,
          etag: Buffer.from(services.sha256(`${head}\n${compared.key}`))
            .toString('hex')
            .slice(0, 32),
          language: locale,
          isImmutable: false,
        })
      },
    )
  }
}

/** The text that a consent record names; undefined where `since` is no id of one of this agreement. */
async function agreedText(
  {consents}: ServerServices,
  {id}: ArchivedAgreement,
  since: string,
): Promise<{readonly version: string; readonly locale: string} | undefined> {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(since)) return undefined
  const record = await consents?.find(since.toLowerCase())
  if (record?.evidence.agreement !== id) throw new Problem('not-found', `No consent \`${since}\` to \`${id}\``)
  return {version: record.evidence.version, locale: record.evidence.locale}
}

function treeIn({manifest}: Version, locale: string): string | undefined {
  return manifest.locales.find((text) => text.locale === locale)?.treeSha256
}

/** A language that both versions have. */
function commonLocale(request: Parameters<typeof negotiateLocale>[0], old: Version, now: Version, named: string | undefined): string {
  const common = now.manifest.locales
    .map(({locale}) => locale)
    .filter((locale) => old.manifest.locales.some((text) => text.locale === locale))
  return negotiateLocale(request, common, named)
}

function textIn(services: ServerServices, {id}: ArchivedAgreement, {manifest}: Version, locale: string): Promise<ArchivedText> {
  return namedText(services, id, manifest.version, locale)
}

async function bodyOf({renditions}: ServerServices, compared: ComparedTexts, form: (typeof DIFF_FORMS)[number]): Promise<Uint8Array> {
  if (form === 'json') return compared.json()
  const body = await renditions.redline(compared.comparison(), compared.key, form)
  if (!body) throw new Problem('renderer-missing', 'This server was started without a browser')
  return body
}
