import {readdir, readFile, stat} from 'node:fs/promises'
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
 * Reads files and the importable files of folders, folders in the order of their names.
 *
 * @throws {OperationalError} `import-not-a-file` for `-` and addresses, `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`, `folder-empty`
 */
export async function readImportFiles(paths: readonly string[]): Promise<ImportFile[]> {
  const files: ImportFile[] = []
  for (const path of paths) {
    if (path === '-' || /^[a-z][a-z+.-]+:\/\//i.test(path))
      throw new OperationalError(
        'import-not-a-file',
        `${path} is no file`,
        'Save it to a file first: what is imported must be there to be compared.',
        {isMissing: false},
      )
    const found = await statOf(path)
    if (!found.isDirectory()) {
      files.push(await readOne(path, found.size))
      continue
    }
    const names = (await readdir(path, {recursive: true})).filter((name) => IMPORTABLE.test(name)).sort()
    if (names.length === 0)
      throw new OperationalError('folder-empty', `${path} holds no file to import`, 'Expected .docx, .pdf, .html, .txt or .md in it.', {
        isMissing: false,
      })
    for (const name of names) files.push(await readOne(join(path, name), (await statOf(join(path, name))).size))
  }
  return files
}

async function readOne(path: string, size: number): Promise<ImportFile> {
  if (size > MAX_BYTES)
    throw new OperationalError(
      'file-too-large',
      `${path} has ${size} bytes, expected at most ${MAX_BYTES}`,
      'Split the file, or leave its pictures out.',
      {isMissing: false},
    )
  if (size === 0)
    throw new OperationalError('file-empty', `${path} is empty`, 'Give a file with the text of an agreement.', {isMissing: false})
  try {
    return {path, name: basename(path), bytes: await readFile(path)}
  } catch (cause) {
    throw new OperationalError('file-unreadable', `${path} cannot be read (${codeOf(cause)})`, 'Check its permissions.', {cause})
  }
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

/** Largest file that is read, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024

const IMPORTABLE = /\.(?:docx|pdf|html?|txt|md)$/i
