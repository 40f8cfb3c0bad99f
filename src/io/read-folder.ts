import {readdir, readFile} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {OperationalError} from './operational-error.ts'

/**
 * All files below a folder by path, `/` between names; hidden ones at the top are left out.
 *
 * @throws {OperationalError} `folder-unreadable`
 */
export async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  try {
    const entries = await readdir(folder, {withFileTypes: true, recursive: true})
    const paths = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !path.startsWith('.'))
      .sort()
    return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)))
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new OperationalError('folder-unreadable', `${folder} cannot be read (${reason})`, 'Check the name and its permissions.', {cause})
  }
}
