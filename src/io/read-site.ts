import {createHash} from 'node:crypto'
import {createReadStream, existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {BUILD_RECORD, type BuiltSite} from '../publish/index.ts'
import {OperationalError} from './operational-error.ts'
import {readText} from './read-text.ts'

/** Whether a folder is one that `build` wrote. */
export function isBuiltSite(folder: string): boolean {
  return existsSync(join(folder, BUILD_RECORD))
}

/**
 * Reads the record of a built site and the hashes of all its files, one file at a time.
 *
 * @throws {OperationalError} `folder-unreadable`, `file-unreadable`
 */
export async function readSite(folder: string): Promise<BuiltSite> {
  const hashes = new Map<string, string>()
  try {
    const entries = await readdir(folder, {withFileTypes: true, recursive: true})
    const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    for (const path of paths.sort()) hashes.set(path.split(sep).join('/'), await hashFile(join(folder, path)))
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new OperationalError('folder-unreadable', `${folder} cannot be read (${reason})`, 'Check the name and its permissions.', {cause})
  }
  return {hashes, record: await readText(join(folder, BUILD_RECORD))}
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
