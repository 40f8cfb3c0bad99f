import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, open, readdir, rename, rm} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {OperationalError} from './operational-error.ts'
import {holdLock} from './publish-lock.ts'

/**
 * Writes a new folder whole or not at all, one process at a time: files go into a hidden folder beside it, reach the disk, and get their
 * name by one rename. What a killed process left behind stays hidden, and goes away with the next writing.
 *
 * @param mayWrite called when nobody else can write any more; throws where the folder may not be written
 * @throws {OperationalError} `file-unwritable`, `folder-locked`
 */
export async function writeFolderWhole(
  parent: string,
  name: string,
  files: Readonly<Record<string, string>>,
  mayWrite: () => Promise<void>,
): Promise<void> {
  await attempt(parent, async () => {
    const isNew = !existsSync(parent)
    await mkdir(parent, {recursive: true})
    if (isNew) await syncFolder(dirname(parent))
  })
  await writeStaged(parent, mayWrite, async (staging) => {
    for (const [file, content] of Object.entries(files)) await writeSynced(join(staging, file), content)
    await syncFolder(staging)
    await rename(staging, join(parent, name))
    await syncFolder(parent)
  })
}

/**
 * Adds a file to a folder that was written so, whole or not at all; nothing half-written ever stands in that folder.
 *
 * @param file path below `parent`: folder and name
 * @param mayWrite called when nobody else can write any more; throws where the file may not be written
 * @throws {OperationalError} `file-unwritable`, `folder-locked`
 */
export async function addFileWhole(parent: string, file: string, content: string, mayWrite: () => Promise<void>): Promise<void> {
  await writeStaged(parent, mayWrite, async (staging) => {
    const staged = join(staging, basename(file))
    await writeSynced(staged, content)
    await rename(staged, join(parent, file))
    await syncFolder(dirname(join(parent, file)))
  })
}

async function writeStaged(parent: string, mayWrite: () => Promise<void>, write: (staging: string) => Promise<void>): Promise<void> {
  const release = await holdLock(parent)
  const staging = join(parent, `${STAGING}${randomUUID()}`)
  try {
    await mayWrite()
    await attempt(parent, async () => {
      for (const entry of await readdir(parent))
        if (entry.startsWith(STAGING)) await rm(join(parent, entry), {recursive: true, force: true})
      await mkdir(staging)
      await write(staging)
    })
  } finally {
    await rm(staging, {recursive: true, force: true})
    release()
  }
}

const STAGING = '.publishing-'

async function writeSynced(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the names in a folder survive a loss of power; Windows cannot open folders, and does so by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function attempt(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new OperationalError(
      'file-unwritable',
      `${folder} cannot be written (${reason}); nothing was published`,
      'Check the folder, its permissions and the space on the disk.',
      {cause},
    )
  }
}
