import {readFileSync, statSync} from 'node:fs'
import {OperationalError} from './operational-error.ts'

/** What messages say where a file is not what was expected. */
export interface ReadWish {
  /** With its article: `a Markdown file`. */
  readonly expected: string
  /** How to mend the name of a folder. */
  readonly inFolder: string
  /** How to mend the name of a file that is not there. */
  readonly remedy: string
}

/**
 * Reads a file of at most 64 MiB. Not by promises of the file system: a project has thousands of small files, and each of them would cost
 * five journeys to another thread.
 *
 * @throws {OperationalError} `file-missing`, `file-is-folder`, `file-unreadable`, `file-too-large`
 */
export async function readBytes(path: string, wish: ReadWish): Promise<Uint8Array> {
  try {
    const found = statSync(path)
    if (found.isDirectory())
      throw new OperationalError('file-is-folder', `${path} is a folder, expected ${wish.expected}`, wish.inFolder, {isMissing: false})
    if (found.size > MAX_BYTES)
      throw new OperationalError('file-too-large', `${path} has ${found.size} bytes, expected at most ${MAX_BYTES}`, 'Split the file.', {
        isMissing: false,
      })
    return readFileSync(path)
  } catch (cause) {
    if (cause instanceof OperationalError) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new OperationalError('file-missing', `${path} does not exist`, wish.remedy, {cause})
    throw new OperationalError('file-unreadable', `${path} cannot be read (${String(code ?? cause)})`, 'Check its permissions.', {cause})
  }
}

/** Largest file that is read, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024
