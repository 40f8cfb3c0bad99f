import {existsSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {relative} from 'node:path'
import {OperationalError} from './operational-error.ts'
import {writeWhole} from './write-whole.ts'

/** A file to be written. */
export interface NewFile {
  readonly path: string
  readonly content: string
}

/**
 * Writes new files, all or, where one exists already or cannot be written, none.
 *
 * @param options `remedy` says what to do where a file exists
 * @throws {OperationalError} `file-exists`, `file-unwritable`
 */
export async function writeNewFiles(
  files: readonly NewFile[],
  options: {readonly overwrite: boolean; readonly remedy: string},
): Promise<void> {
  const existing = files.filter(({path}) => existsSync(path)).map(({path}) => path)
  if (existing.length > 0 && !options.overwrite) {
    const names = existing.map((path) => relative(process.cwd(), path)).join(', ')
    throw new OperationalError('file-exists', `${names} ${existing.length > 1 ? 'exist' : 'exists'} already`, options.remedy, {
      isMissing: false,
    })
  }
  const written: string[] = []
  try {
    for (const {path, content} of files) {
      await writeWhole(path, content)
      written.push(path)
    }
  } catch (error) {
    for (const path of written) if (!existing.includes(path)) await rm(path, {force: true})
    throw error
  }
}
