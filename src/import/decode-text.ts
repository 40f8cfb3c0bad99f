import type {Repair} from './import-report.ts'

/** A text, and a word on how it was read where it was not UTF-8. */
export interface DecodedText {
  readonly text: string
  readonly repair?: Repair
}

/** Bytes → text: UTF-8, UTF-16 with its mark, else GB 18030, in which Chinese Windows saves text; `undefined` for none of them. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded('utf-16be', bytes)
  const utf8 = decode('utf-8', bytes)
  if (utf8 !== undefined) return {text: utf8}
  return decoded('gb18030', bytes)
}

function decoded(encoding: string, bytes: Uint8Array): DecodedText | undefined {
  const text = decode(encoding, bytes)
  if (text === undefined) return undefined
  const name = encoding === 'gb18030' ? 'GB 18030' : 'UTF-16'
  return {text, repair: {rule: 'decode-text', confidence: 'likely', message: `Read as ${name}, since it is no UTF-8`}}
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}
