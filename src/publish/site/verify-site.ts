import type {Manifest} from '../../compiler/index.ts'
import {sha256} from '../sha256.ts'
import type {Verification, VerificationCheck} from '../verification.ts'
import type {PublishedRecord} from '../verify-with-manifest.ts'
import {BUILD_RECORD, type RecordedTask, readBuildRecord} from './build-record.ts'

/** A built site on disk. */
export interface BuiltSite {
  /** SHA-256 in hexadecimal digits of every file, by path, `/` between names. */
  readonly hashes: ReadonlyMap<string, string>
  /** Content of its build record. */
  readonly record: string
}

/**
 * Whether every file of a site is the one that the build recorded, and every page and PDF of a published version the one that its manifest
 * names.
 *
 * @param findRecord gives the manifest of a version; absent where there is no project to ask, so that the site is only held against itself
 */
export async function verifySite(
  {hashes, record}: BuiltSite,
  findRecord: ((agreement: string, version: string) => Promise<PublishedRecord | undefined>) | undefined,
): Promise<Verification> {
  const {tasks} = readBuildRecord(record)
  const checks = [...verifyFiles(hashes, tasks), ...(await verifyVersions(hashes, tasks, findRecord))]
  const listing = [...hashes].map(([path, hash]) => `${hash}  ${path}\n`).sort()
  return {
    schemaVersion: 1,
    subject: {kind: 'site', sha256: sha256(listing.join(''))},
    isIntact: checks.every(({outcome}) => outcome !== 'failed'),
    checks,
  }
}

function verifyFiles(hashes: ReadonlyMap<string, string>, tasks: Readonly<Record<string, RecordedTask>>): VerificationCheck[] {
  const recorded = new Map(Object.values(tasks).flatMap(({files}) => Object.entries(files)))
  if (recorded.size === 0) return [{id: 'record', outcome: 'failed', message: `${BUILD_RECORD} names no files; build the site again`}]
  const faults: VerificationCheck[] = []
  for (const [path, file] of [...recorded].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const actual = hashes.get(path)
    if (actual === undefined) faults.push({id: 'files', outcome: 'failed', message: `${path} is missing`})
    else if (actual !== file.sha256)
      faults.push({id: 'files', outcome: 'failed', message: `${path} was altered`, expected: file.sha256, actual})
  }
  const others = [...hashes.keys()].filter((path) => path !== BUILD_RECORD && !recorded.has(path))
  return [
    ...faults,
    ...(faults.length === 0 ? [{id: 'files', outcome: 'ok' as const, message: `${recorded.size} files, each as it was built`}] : []),
    ...others.map((path): VerificationCheck => ({id: 'other-file', outcome: 'skipped', message: `${path} is not of the build`})),
  ]
}

async function verifyVersions(
  hashes: ReadonlyMap<string, string>,
  tasks: Readonly<Record<string, RecordedTask>>,
  findRecord: ((agreement: string, version: string) => Promise<PublishedRecord | undefined>) | undefined,
): Promise<VerificationCheck[]> {
  const id = 'published'
  const checks: VerificationCheck[] = []
  for (const [name, {files}] of Object.entries(tasks)) {
    const [, locale, agreement, version] = VERSION_TASK.exec(name) ?? []
    if (locale === undefined || agreement === undefined || version === undefined) continue
    if (!tasks[`version ${locale}/${agreement}/${version}`]) continue
    if (!findRecord) return [{id, outcome: 'skipped', message: 'No project is around; the site was only held against its own record'}]
    const published = await findRecord(agreement, version)
    for (const path of Object.keys(files)) {
      const format = FORMATS.find(([ending]) => path.endsWith(ending))?.[1]
      if (!format) continue
      checks.push(
        published
          ? verifyRendition(hashes.get(path), {path, locale, format}, published)
          : {id, outcome: 'failed', message: `${path}: the project has no version ${version} of ${agreement}`},
      )
    }
  }
  return checks
}

function verifyRendition(
  actual: string | undefined,
  {path, locale, format}: {readonly path: string; readonly locale: string; readonly format: RenditionFormat},
  {manifest, name}: PublishedRecord,
): VerificationCheck {
  const id = 'published'
  const known = manifest.locales.find((one) => one.locale === locale)?.renditions.filter((rendition) => rendition.format === format) ?? []
  const [first] = known
  if (!first) return {id, outcome: 'skipped', message: `${path}: ${name} records no ${format.toUpperCase()} of it`}
  return known.some((rendition) => rendition.sha256 === actual)
    ? {id, outcome: 'ok', message: `${path} is what was published`}
    : {
        id,
        outcome: 'failed',
        message: `${path} is not what was published, by ${name}: altered, or built with other templates, parameters or fonts`,
        expected: first.sha256,
        actual,
      }
}

type RenditionFormat = Manifest['locales'][number]['renditions'][number]['format']

/** Names of the tasks of published versions; see version-tasks.ts. The PDF of a working text is named alike, but has no `version` beside it. */
const VERSION_TASK = /^(?:version|pdf) ([^/]+)\/([^/]+)\/([^/]+)$/

const FORMATS: readonly (readonly [string, RenditionFormat])[] = [
  ['.html', 'html'],
  ['.pdf', 'pdf'],
]
