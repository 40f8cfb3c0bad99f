import {concatBytes} from '../binary-text.ts'

/** Entries as the log's static files hold them: each after its length in two bytes, the higher first (C2SP tlog-tiles). */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatBytes(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError(`an entry of ${entry.length} bytes is longer than 65535`)
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** Reads {@link entryBundle} back; undefined where bytes are missing or left over. */
export function parseEntryBundle(bundle: Uint8Array): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  let offset = 0
  while (offset < bundle.length) {
    const [high, low] = bundle.subarray(offset, offset + 2)
    if (high === undefined || low === undefined) return undefined
    const end = offset + 2 + high * 256 + low
    if (end > bundle.length) return undefined
    entries.push(bundle.subarray(offset + 2, end))
    offset = end
  }
  return entries
}
