import {createHash} from 'node:crypto'
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {LRUCache} from 'lru-cache'
import {type CompiledAgreement, type ConsentMetadata, compile, consentMetadata, readSource, type Version} from '../compiler/index.ts'
import {type AgreementSettings, parametersFor} from '../config/index.ts'
import type {Project, ProjectAgreement} from './project-folder.ts'
import {openVersionFolder, readNotice, versionNames} from './version-folder.ts'

/** What was published of the agreements of a project, read when it is asked for and kept. */
export interface Archive {
  /** In the order of their ids. */
  readonly agreements: () => Promise<readonly ArchivedAgreement[]>
  readonly agreement: (id: string) => Promise<ArchivedAgreement | undefined>
  /** Undefined where that text was never published. */
  readonly text: (agreement: string, version: string, locale: string) => Promise<ArchivedText | undefined>
  /** The change notice as published, in Markdown; undefined where there is none. */
  readonly notice: (agreement: string, version: string, locale: string) => Promise<string | undefined>
}

/** An agreement with all its published versions. */
export interface ArchivedAgreement {
  readonly id: string
  readonly settings: AgreementSettings
  /** By sequence. */
  readonly history: readonly Version[]
}

/** One text of a published version. */
export interface ArchivedText {
  readonly agreement: string
  readonly version: Version
  readonly locale: string
  readonly title: string
  readonly provider: string
  readonly source: string
  /** Notice that it was published with, in Markdown. */
  readonly notice?: string | undefined
  readonly sourceSha256: string
  readonly treeSha256: string
  /** Values of parameters in this language. */
  readonly parameters: Readonly<Record<string, string | number>>
  /** As its renditions show it: with the parameters of the project. */
  readonly compiled: CompiledAgreement
  /** As it was frozen: with placeholders. What versions are compared by. */
  readonly frozen: ReturnType<typeof readSource>[number]
  /** Permanent clause ids by path. */
  readonly ids: ReadonlyMap<string, string>
  readonly metadata: ConsentMetadata
}

/**
 * Opens the archive of a project. A version that is published later is seen within half a second; nothing of a published version changes.
 */
export function openArchive(project: Project): Archive {
  const histories = new Map<string, {readonly stamp: string; readonly history: readonly Version[]}>()
  const checks = new Map<string, {readonly since: number; readonly agreement: Promise<ArchivedAgreement>}>()
  const texts = new LRUCache<string, ArchivedText>({max: MOST_TEXTS})
  const byId = new Map(project.agreements.map((agreement) => [agreement.id, agreement]))

  async function historyOf({id, folder}: ProjectAgreement): Promise<readonly Version[]> {
    const versions = join(folder, 'versions')
    const stamp = await stampOf(versions)
    const known = histories.get(id)
    if (known?.stamp === stamp) return known.history
    const history = await openVersionFolder(versions).history()
    histories.set(id, {stamp, history})
    return history
  }

  function agreementOf(owner: ProjectAgreement): Promise<ArchivedAgreement> {
    const known = checks.get(owner.id)
    if (known && performance.now() - known.since < CHECK_INTERVAL) return known.agreement
    const agreement = historyOf(owner).then((history) => ({id: owner.id, settings: owner.settings, history}))
    checks.set(owner.id, {since: performance.now(), agreement})
    agreement.catch(() => checks.delete(owner.id))
    return agreement
  }

  return {
    agreements: async () => {
      const all = await Promise.all([...byId.values()].map(agreementOf))
      return all.sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    agreement: async (id) => {
      const owner = byId.get(id)
      return owner ? agreementOf(owner) : undefined
    },
    text: async (id, name, locale) => {
      const owner = byId.get(id)
      const version = owner && (await agreementOf(owner)).history.find(({manifest}) => manifest.version === name)
      const frozen = version?.manifest.locales.find((text) => text.locale === locale)
      if (!owner || !version || !frozen) return undefined
      const key = `${id}\n${name}\n${locale}\n${version.manifestSha256}`
      const known = texts.get(key)
      if (known) return known
      const folder = join(owner.folder, 'versions')
      const source = await openVersionFolder(folder).source(name, locale)
      const notice = frozen.noticeSha256 === undefined ? undefined : await readNotice(folder, name, locale)
      const text = archivedText({project, owner, version, locale, source, notice})
      texts.set(key, text)
      return text
    },
    notice: async (id, name, locale) => {
      const owner = byId.get(id)
      const version = owner && (await agreementOf(owner)).history.find(({manifest}) => manifest.version === name)
      if (!version?.manifest.locales.some((text) => text.locale === locale && text.noticeSha256 !== undefined)) return undefined
      return readNotice(join(owner?.folder ?? '', 'versions'), name, locale)
    },
  }
}

/** Milliseconds for which the folder of versions is not looked at again. */
const CHECK_INTERVAL = 500

/** Changes when a version is added, and when a withdrawal is put beside the manifest of one. */
async function stampOf(versions: string): Promise<string> {
  const folders = [versions, ...(await versionNames(versions)).map((name) => join(versions, name))]
  const times = await Promise.all(
    folders.map((folder) =>
      stat(folder).then(
        ({mtimeMs}) => mtimeMs,
        () => 0,
      ),
    ),
  )
  return times.join(' ')
}

/** Texts that are kept compiled. */
const MOST_TEXTS = 256

interface TextSource {
  readonly project: Project
  readonly owner: ProjectAgreement
  readonly version: Version
  readonly locale: string
  readonly source: string
  readonly notice: string | undefined
}

function archivedText({project, owner, version, locale, source, notice}: TextSource): ArchivedText {
  const {manifest} = version
  const {settings} = owner
  const parameters = parametersFor(locale, project.settings.parameters, settings.parameters)
  const [compiled] = compile(source, {locale, parameters, profile: settings.profile})
  const [frozen] = readSource(source, locale)
  const stated = manifest.locales.find((text) => text.locale === locale)
  if (!compiled || !frozen || !stated) throw new Error('A source holds at least one agreement')
  const ids = manifest.clauseIds[locale] ?? {}
  return {
    agreement: owner.id,
    version,
    locale,
    title: stated.title,
    provider: settings.provider.names?.[locale] ?? settings.provider.name,
    source,
    notice,
    sourceSha256: stated.sourceSha256,
    treeSha256: stated.treeSha256,
    parameters,
    compiled,
    frozen,
    ids: new Map(Object.entries(ids)),
    metadata: consentMetadata(
      compiled.agreement,
      compiled.facts,
      {
        agreement: owner.id,
        title: stated.title,
        version: manifest.version,
        effectiveAt: manifest.effectiveAt,
        sourceSha256: stated.sourceSha256,
        treeSha256: stated.treeSha256,
        parametersSha256: stated.renditions[0]?.parametersSha256,
        clauseIds: ids,
      },
      (text) => createHash('sha256').update(text).digest('hex'),
    ),
  }
}
