import {type FileHandle, open, readdir, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {OperationalError} from './operational-error.ts'

/** A file to import. */
export interface ImportFile {
  /** As the user would name it. */
  readonly path: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Paths of files as they are, and of the importable files of folders in the order of their names.
 *
 * @throws {OperationalError} `import-not-a-file` for `-`, addresses and devices, `file-missing`, `folder-empty`
 */
export async function findImportFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    if (path === '-' || /^[a-z][a-z+.-]+:\/\//i.test(path)) throw notAFile(path)
    const found = await statOf(path)
    if (!found.isDirectory()) {
      if (!found.isFile()) throw notAFile(path)
      files.push(path)
      continue
    }
    const names = (await readdir(path, {recursive: true})).filter((name) => IMPORTABLE.test(name)).sort()
    if (names.length === 0)
      throw new OperationalError('folder-empty', `${path} holds no file to import`, 'Expected .docx, .pdf, .html, .txt or .md in it.', {
        isMissing: false,
      })
    files.push(...names.map((name) => join(path, name)))
  }
  return files
}

/**
 * Reads a file, unless it is larger than what its name and its first bytes allow; then no more than these are read.
 *
 * @param maxBytes largest size of a file with this name and these first bytes
 * @throws {OperationalError} `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`
 */
export async function readImportFile(path: string, maxBytes: (name: string, head: Uint8Array) => number): Promise<ImportFile> {
  const {size} = await statOf(path)
  const name = basename(path)
  if (size === 0)
    throw new OperationalError('file-empty', `${path} is empty`, 'Give a file with the text of an agreement.', {isMissing: false})
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const head = await file.read({buffer: new Uint8Array(HEAD), position: 0})
    const most = maxBytes(name, head.buffer.subarray(0, head.bytesRead))
    if (size > most)
      throw new OperationalError(
        'file-too-large',
        `${path} has ${megabytes(size)} MB, expected at most ${megabytes(most)} MB for a file of its kind`,
        'Split the file, or leave its pictures out.',
        {isMissing: false},
      )
    return {path, name, bytes: await file.readFile()}
  } catch (cause) {
    if (cause instanceof OperationalError) throw cause
    throw new OperationalError('file-unreadable', `${path} cannot be read (${codeOf(cause)})`, 'Check its permissions.', {cause})
  } finally {
    await file?.close()
  }
}

function notAFile(path: string): OperationalError {
  return new OperationalError(
    'import-not-a-file',
    `${path} is no file`,
    'Save it to a file first: what is imported must be there to be compared.',
    {isMissing: false},
  )
}

async function statOf(path: string) {
  try {
    return await stat(path)
  } catch (cause) {
    throw new OperationalError('file-missing', `${path} does not exist`, 'Check the name; `proviso import` takes files and folders.', {
      cause,
    })
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6)
}

/** First bytes by which a file shows what it is. */
const HEAD = 1024

const IMPORTABLE = /\.(?:docx|pdf|html?|txt|md)$/i
