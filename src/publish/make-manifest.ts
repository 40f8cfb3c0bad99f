import {
  assignClauseIds,
  canonicalClauses,
  canonicalJson,
  canonicalTree,
  DIFF_ENGINE,
  latestVersion,
  type Manifest,
  type PreviousVersion,
  readSource,
  sealRecord,
  TREE_ENGINE,
  type Version,
} from '../compiler/index.ts'
import {createHtmlRenderer} from '../render/html/index.ts'
import type {CompiledText} from './compile-working-text.ts'
import {renderVersion} from './render-version.ts'
import {sha256} from './sha256.ts'
import type {VersionDates} from './version-dates.ts'
import type {VersionNotice} from './version-notices.ts'
import type {VersionRequest, VersionTools} from './version-request.ts'

/** What the manifest of a version is made of. */
export interface ManifestSource {
  readonly request: VersionRequest
  readonly history: readonly Version[]
  readonly texts: readonly CompiledText[]
  readonly dates: VersionDates
  readonly version: string
  readonly notice: Manifest['notice']
  /** For those texts whose readers have something to be told. */
  readonly notices: readonly VersionNotice[]
}

/** Renders the texts and writes the record of the version: hashes, chain, clause ids. */
export async function makeManifest(
  {request, history, texts, dates, version, notice, notices}: ManifestSource,
  tools: VersionTools,
): Promise<Manifest> {
  const last = history.at(-1)
  const sequence = (last?.manifest.sequence ?? 0) + 1
  const clauseIds = assignClauseIds(
    texts.map(({frozen}) => frozen),
    {
      agreement: request.agreement,
      sequence,
      previous: await previousVersion(history, tools),
      taken: new Set(history.flatMap(({manifest}) => Object.values(manifest.clauseIds).flatMap((ids) => Object.values(ids)))),
      sha256,
    },
  )
  const renderTools = {renderer: createHtmlRenderer(tools.templates), printer: tools.printer}
  const locales = await Promise.all(
    texts.map((text) => localeRecord(text, {request, dates, version, texts, notices, clauseIds, last}, renderTools)),
  )
  return sealRecord(
    {
      schemaVersion: 1 as const,
      agreement: request.agreement,
      sequence,
      version,
      timeZone: request.timeZone,
      ...dates,
      authoritativeLocale: texts[0]?.locale ?? '',
      ...(request.site === undefined ? {} : {site: request.site}),
      ...(last ? {previous: linkTo(last)} : {}),
      locales,
      clauseIds,
      clauseDigests: Object.fromEntries(texts.map(({locale, frozen}) => [locale, clauseDigests(frozen.agreement)])),
      approvedBy: [...request.approvedBy],
      ...(request.summary === undefined ? {} : {summary: request.summary}),
      notice,
      overrides: request.overrides.map((override) => ({...override})),
      engine: {proviso: tools.proviso, tree: TREE_ENGINE, diff: DIFF_ENGINE, templatesSha256: sha256(canonicalJson(tools.templates))},
    },
    sha256,
  )
}

function linkTo({manifest, manifestSha256, withdrawalSha256}: Version): NonNullable<Manifest['previous']> {
  return {version: manifest.version, manifestSha256, ...(withdrawalSha256 === undefined ? {} : {withdrawalSha256})}
}

async function previousVersion(history: readonly Version[], {store}: VersionTools): Promise<PreviousVersion | undefined> {
  const latest = latestVersion(history)
  if (!latest) return undefined
  const {version, locales, clauseIds} = latest.manifest
  const texts = await Promise.all(locales.map(async ({locale}) => readSource(await store.source(version, locale), locale)[0]))
  return {texts: texts.filter((text) => text !== undefined), clauseIds}
}

interface LocaleContext extends Pick<ManifestSource, 'request' | 'dates' | 'version' | 'texts' | 'notices'> {
  readonly clauseIds: Manifest['clauseIds']
  readonly last: Version | undefined
}

async function localeRecord(
  {locale, source, title, provider, parameters, resolved, frozen, usedParameters}: CompiledText,
  {request, dates, version, texts, notices, clauseIds, last}: LocaleContext,
  {renderer, printer}: Parameters<typeof renderVersion>[1],
): Promise<Manifest['locales'][number]> {
  const sourceSha256 = sha256(source)
  const notice = notices.find((one) => one.locale === locale)
  const used = Object.fromEntries(usedParameters.map((name) => [name, parameters[name]]))
  const parametersSha256 = usedParameters.length === 0 ? {} : {parametersSha256: sha256(canonicalJson(used))}
  const treeSha256 = sha256(canonicalTree(frozen.agreement))
  const renditions = await renderVersion(
    {
      agreement: request.agreement,
      version,
      previous: last?.manifest.version,
      locale,
      title,
      provider,
      announcedAt: dates.announcedAt,
      effectiveAt: dates.effectiveAt,
      sourceSha256,
      treeSha256,
      ...parametersSha256,
      clauseIds: clauseIds[locale] ?? {},
      site: request.site,
      locales: texts.map((text) => text.locale),
      notice: notice?.markdown,
      formats: printer ? ['html', 'pdf'] : ['html'],
      source,
      frozen: frozen.agreement,
      parameters,
      compiled: resolved,
    },
    {renderer, printer},
  )
  return {
    locale,
    title,
    provider,
    sourceSha256,
    treeSha256,
    ...(notice ? {noticeSha256: sha256(notice.markdown)} : {}),
    renditions: renditions.map(({format, sha256: hash}) => ({format, ...parametersSha256, sha256: hash})),
  }
}

function clauseDigests(agreement: CompiledText['frozen']['agreement']): Record<string, string> {
  return Object.fromEntries([...canonicalClauses(agreement)].map(([path, json]) => [path, sha256(json).slice(0, 16)]))
}
