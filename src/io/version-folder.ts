import {existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Version} from '../compiler/index.ts'
import type {VersionFiles, VersionStore} from '../publish/index.ts'
import {OperationalError} from './operational-error.ts'
import {readText} from './read-text.ts'
import {readVersion} from './read-version.ts'
import {addFileWhole, writeFolderWhole} from './write-folder-whole.ts'

/** The folder `versions/` of an agreement as a store: one folder a version, written once. */
export function openVersionFolder(folder: string): VersionStore {
  return {
    history: () => readHistory(folder),
    source: (version, locale) => readText(join(folder, version, `${locale}.md`)),
    add: (version) => addVersion(folder, version),
    withdraw: (version, record) => withdraw(folder, version, record),
  }
}

/** The notice of a version as published, in Markdown; only where its manifest names one. */
export function readNotice(folder: string, version: string, locale: string): Promise<string> {
  return readText(join(folder, version, `notice.${locale}.md`))
}

/** Names of the version folders in `folder`; none where it does not exist. */
export async function versionNames(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, {withFileTypes: true}).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new OperationalError(
      'folder-unreadable',
      `${folder} cannot be read (${reason})`,
      'It should be the folder of published versions.',
      {
        cause,
      },
    )
  })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({name}) => name)
    .sort()
}

async function readHistory(folder: string): Promise<Version[]> {
  const versions = await Promise.all((await versionNames(folder)).map((name) => readVersion(join(folder, name))))
  return versions.sort((a, b) => a.manifest.sequence - b.manifest.sequence)
}

async function addVersion(folder: string, {version, previous, files}: VersionFiles): Promise<void> {
  await writeFolderWhole(folder, version, files, async () => {
    const last = (await readHistory(folder)).at(-1)
    if (last?.manifestSha256 !== previous)
      throw new OperationalError(
        'published-meanwhile',
        `Version ${last?.manifest.version ?? ''} was published meanwhile`,
        'Look at what it changed, then publish again.',
        {isOvertaken: true},
      )
  })
}

async function withdraw(folder: string, version: string, record: string): Promise<void> {
  const file = join(version, 'withdrawal.json')
  await addFileWhole(folder, file, record, async () => {
    if (existsSync(join(folder, file)))
      throw new OperationalError('withdrawn-already', `Version ${version} was withdrawn already`, `See ${join(folder, file)}.`, {
        isOvertaken: true,
      })
  })
}
