import type {Repair} from './import-report.ts'

/** A text, and a word on how it was read where it was not UTF-8. */
export interface DecodedText {
  readonly text: string
  readonly repair?: Repair
}

/**
 * Bytes → text: UTF-8, UTF-16 with its mark, the encoding that a page names, else Windows-1252 for Western letters among ASCII, else
 * GB 18030, in which Chinese Windows saves text; `undefined` for none of them.
 *
 * @param format pages name their encoding, texts do not
 */
export function decodeText(bytes: Uint8Array, format: 'text' | 'html'): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded('utf-16be', bytes)
  const utf8 = decode('utf-8', bytes)
  if (utf8 !== undefined) return {text: utf8}
  const named = format === 'html' ? namedEncoding(bytes) : undefined
  return (named === undefined ? undefined : decoded(named, bytes)) ?? decoded(isWestern(bytes) ? 'windows-1252' : 'gb18030', bytes)
}

/** `charset` of a `meta` element within the first 1024 bytes (HTML standard, 13.2.3.2). */
function namedEncoding(bytes: Uint8Array): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(String.fromCharCode(...bytes.subarray(0, 1024)))?.[1]
}

/** Whether bytes beyond ASCII stand alone between ASCII letters, as `ü` does in Windows-1252; Han characters take two. */
function isWestern(bytes: Uint8Array): boolean {
  let [alone, together] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const from = at
    while ((bytes[at + 1] ?? 0) >= 0x80) at += 1
    if (at === from) alone += 1
    else together += 1
  }
  return alone > together * 2
}

function decoded(encoding: string, bytes: Uint8Array): DecodedText | undefined {
  const text = decode(encoding, bytes)
  if (text === undefined) return undefined
  return {
    text,
    repair: {rule: 'decode-text', confidence: 'likely', message: `Read as ${NAMES.get(encoding) ?? encoding}, since it is no UTF-8`},
  }
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['gb18030', 'GB 18030'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
  ['windows-1252', 'Windows-1252'],
])
