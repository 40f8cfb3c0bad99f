import {createHash, randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {chmod, mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {OperationalError} from './operational-error.ts'

/** Folder for what is made once per machine: `PROVISO_CACHE`, else `proviso` in the user's cache folder. */
export function cacheFolder(): string {
  const {PROVISO_CACHE, XDG_CACHE_HOME} = process.env
  return PROVISO_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proviso')
}

/** A file of the cache: its folder, named by what it is made of, and its name there. */
export interface CachedFile {
  /** Folder below the cache; must change whenever the content would. */
  readonly key: string
  readonly name: string
  readonly isExecutable?: boolean
}

/**
 * Path of a cached file; makes it where it is missing. It appears whole or not at all, so that several processes can ask at once:
 * each may make it, the last one renames an equal file over it.
 *
 * @throws {OperationalError} `cache-unwritable`
 */
export async function cachedFile(file: CachedFile, make: () => Promise<Uint8Array>): Promise<string> {
  const folder = join(cacheFolder(), file.key)
  const path = join(folder, file.name)
  if (existsSync(path)) return path
  const content = await make()
  const temporary = join(folder, `.${randomUUID()}.tmp`)
  try {
    await mkdir(folder, {recursive: true})
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (file.isExecutable) await chmod(temporary, 0o755)
    await rename(temporary, path)
    return path
  } catch (cause) {
    await rm(temporary, {force: true}).catch(() => undefined)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OperationalError(
      'cache-unwritable',
      `${path} cannot be written (${reason})`,
      'Name a folder that can be written with PROVISO_CACHE=<dir>, or make room on the disk.',
      {cause},
    )
  }
}

/** First 16 hexadecimal digits of the SHA-256 of a file: enough to name a cache folder. */
export async function contentKey(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
    .slice(0, 16)
}
