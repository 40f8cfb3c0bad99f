import {isUtf8} from 'node:buffer'
import {OperationalError} from './operational-error.ts'
import {readBytes} from './read-bytes.ts'

/**
 * Reads a UTF-8 text file.
 *
 * @throws {OperationalError} `file-missing`, `file-is-folder`, `file-unreadable`, `file-empty`, `file-too-large`, `file-binary`, `file-not-utf8`
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path, {
    expected: 'a Markdown file',
    inFolder: `Name a file in it, such as \`${path.replace(/\/$/, '')}/zh-CN.md\`.`,
    remedy: 'Check the name; `proviso inspect <file>` takes a path or the id of an agreement of this project.',
  })
  return decodeText(bytes, path)
}

/** Reads all of standard input as UTF-8 text; the same errors as {@link readText}. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return decodeText(Buffer.concat(chunks), 'standard input')
}

/** Bytes → text; refuses what is no UTF-8 text. */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0)
    throw new OperationalError('file-empty', `${name} is empty`, 'Give a Markdown file with the text of an agreement.', {isMissing: false})
  if (bytes.subarray(0, 8000).includes(0)) {
    const remedy = /\.(?:docx?|pdf)$/i.test(name) ? 'Turn it into Markdown first: `proviso import`.' : 'Give a Markdown file in UTF-8.'
    throw new OperationalError('file-binary', `${name} is a binary file, expected Markdown text`, remedy, {isMissing: false})
  }
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const at = firstInvalidByte(bytes)
  const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1
  throw new OperationalError(
    'file-not-utf8',
    `${name}:${line} is not UTF-8 (byte ${at + 1})`,
    'Save the file as UTF-8, for example with `iconv -f GB18030 -t UTF-8`.',
    {isMissing: false},
  )
}

function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (decodes(bytes.subarray(0, middle + 1))) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a prefix is valid, an unfinished last character allowed. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
