import {randomUUID} from 'node:crypto'
import {statSync} from 'node:fs'
import {mkdir, readdir, readFile, rename, rm, rmdir, writeFile} from 'node:fs/promises'
import {dirname, join, normalize, sep} from 'node:path'
import type {SiteFolder} from '../publish/index.ts'
import {OperationalError} from './operational-error.ts'

/**
 * A folder on disk as the folder of a site. Files are staged in a folder inside it, on the same disk, and renamed into place at the end.
 * What builds that were killed left there is cleared away.
 *
 * @throws {OperationalError} `path-outside`, `site-unwritable`
 */
export async function openSiteFolder(root: string): Promise<SiteFolder> {
  const staging = join(root, `${STAGING}${process.pid}-${randomUUID().slice(0, 8)}`)
  const staged = new Set<string>()
  const made = new Set<string>()
  await clearLeftovers(root)

  return {
    read: async (path) => {
      const file = staged.has(path) ? place(staging, path) : place(root, path)
      return readFile(file, 'utf8').catch((error: unknown) => absent(error))
    },
    missing: async (files) => {
      return Object.keys(files).filter((path) => sizeOf(place(root, path)) !== files[path])
    },
    stage: async (path, content) => {
      const file = place(staging, path)
      await guarded(file, async () => {
        await makeFolder(dirname(file))
        await writeFile(file, content)
      })
      staged.add(path)
    },
    end: async ({keep, remove}) => {
      await guarded(root, async () => {
        if (keep) {
          for (const path of staged) {
            const target = place(root, path)
            await makeFolder(dirname(target))
            await rename(place(staging, path), target)
          }
          for (const path of remove) if (!staged.has(path)) await removeFile(root, path)
        }
        await rm(staging, {recursive: true, force: true})
        if (!keep) await rmdir(root).catch(() => undefined)
        staged.clear()
        made.clear()
      })
    },
  }

  async function makeFolder(folder: string): Promise<void> {
    if (made.has(folder)) return
    await mkdir(folder, {recursive: true})
    made.add(folder)
  }
}

const STAGING = '.proviso-staging-'

function place(root: string, path: string): string {
  const target = normalize(join(root, path))
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
    throw new OperationalError('path-outside', `${path} leads out of ${root}`, 'Mend the id or the language.', {isMissing: false})
  return target
}

/** Without promises: thousands of files are looked at before anything else is done, which takes a tenth of the time so. */
function sizeOf(file: string): number | undefined {
  try {
    return statSync(file, {throwIfNoEntry: false})?.size
  } catch (error) {
    return absent(error)
  }
}

/** Removes a file, and the folders above it that it leaves empty. */
async function removeFile(root: string, path: string): Promise<void> {
  const target = place(root, path)
  await rm(target, {force: true})
  for (let folder = dirname(target); folder !== root && folder.startsWith(root); folder = dirname(folder)) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    )
    if (!isGone) return
  }
}

/** Staging folders of processes that are gone. */
async function clearLeftovers(root: string): Promise<void> {
  const entries = await readdir(root).catch((error: unknown) => absent(error) ?? [])
  for (const name of entries) {
    const owner = Number(/^\.proviso-staging-(\d+)-/.exec(name)?.[1])
    if (owner > 0 && !isRunning(owner)) await rm(join(root, name), {recursive: true, force: true})
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
  throw error
}

async function guarded(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (cause instanceof OperationalError) throw cause
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new OperationalError(
      'site-unwritable',
      `${path} cannot be written (${reason})`,
      'Check the folder, its permissions and the space on the disk; what was there is as it was.',
      {cause},
    )
  }
}
