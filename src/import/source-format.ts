/** What a file is. */
export type SourceFormat = 'text'

/** Tells what a file is by its first bytes and its ending; `undefined` for what is no text. */
export function sourceFormat(name: string, bytes: Uint8Array): SourceFormat | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isUtf16 && bytes.subarray(0, 8000).includes(0)) return undefined
  return /\.(?:md|markdown|txt|text)$/i.test(name) ? 'text' : undefined
}
