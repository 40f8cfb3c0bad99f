import {randomUUID} from 'node:crypto'
import {mkdir, open, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {OperationalError} from './operational-error.ts'

/** Writes a file whole or not at all: readers see the old content or the new one. Folders are made. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${randomUUID()}.tmp`)
  try {
    await mkdir(folder, {recursive: true})
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, {force: true}).catch(() => undefined)
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new OperationalError(
      'file-unwritable',
      `${path} cannot be written (${reason})`,
      'Check the folder, its permissions and the space on the disk.',
      {cause},
    )
  }
}
