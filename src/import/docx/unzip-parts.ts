import {Unzip, UnzipInflate} from 'fflate'

/** Files of a zip by name, or why it is refused. */
export type UnzippedParts =
  | {readonly parts: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[]}
  | {readonly fault: 'no-zip' | 'encrypted' | 'too-many' | 'too-large' | 'broken'}

/** What is unpacked of a zip, and how much at most. */
export interface UnzipLimits {
  readonly wants: (name: string) => boolean
  /** Bytes of all wanted files together, unpacked. */
  readonly maxBytes: number
}

/** Unpacks the wanted files of a zip; stops as soon as they are larger than allowed, whatever sizes the zip declares. */
export function unzipParts(bytes: Uint8Array, {wants, maxBytes}: UnzipLimits): UnzippedParts {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return {fault: 'no-zip'}
  if (((bytes[6] ?? 0) & ENCRYPTED) !== 0) return {fault: 'encrypted'}
  const chunks = new Map<string, Uint8Array[]>()
  const names: string[] = []
  let total = 0
  let fault: 'too-many' | 'too-large' | 'broken' | undefined
  const unzip = new Unzip((file) => {
    names.push(file.name)
    if (names.length > MAX_FILES) fault ??= 'too-many'
    if (fault || !wants(file.name) || chunks.has(file.name)) return
    const parts: Uint8Array[] = []
    chunks.set(file.name, parts)
    file.ondata = (error, chunk) => {
      if (error) fault ??= 'broken'
      total += chunk?.length ?? 0
      if (total > maxBytes) {
        fault ??= 'too-large'
        file.terminate()
      }
      if (!fault && chunk) parts.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length && !fault; from += STEP)
      unzip.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length)
  } catch {
    fault ??= 'broken'
  }
  if (fault) return {fault}
  return {names, parts: new Map([...chunks].map(([name, parts]) => [name, joined(parts)]))}
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Bytes that are unpacked between two looks at the size. */
const STEP = 16 * 1024

const MAX_FILES = 4000

/** Flag of a file in a zip (APPNOTE 4.4.4). */
const ENCRYPTED = 1
