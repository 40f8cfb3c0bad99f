import {createHash} from 'node:crypto'
import {OPEN_SEAL} from './xmp-packet.ts'

/**
 * Writes the hash of a file into its XMP: SHA-256 of all bytes while the 64 digits of the hash itself are zeros. Whoever changes a byte
 * and does not make the seal anew is found; whoever makes it anew is found by the manifest, which holds the hash of the whole file.
 *
 * @param pdf changed in place
 */
export function sealPdf(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const at = sealPlace(bytes)
  if (at === undefined) throw new Error('a document without a place for its seal')
  bytes.write(createHash('sha256').update(bytes).digest('hex'), at, 'latin1')
}

/** State of the seal of a file: `intact`, `broken` where bytes differ, `missing` where there is none. */
export function checkSeal(pdf: Uint8Array): 'intact' | 'broken' | 'missing' {
  const bytes = Buffer.from(pdf)
  const at = sealPlace(bytes)
  if (at === undefined) return 'missing'
  const seal = bytes.toString('latin1', at, at + OPEN_SEAL.length)
  bytes.write(OPEN_SEAL, at, 'latin1')
  return createHash('sha256').update(bytes).digest('hex') === seal ? 'intact' : 'broken'
}

/** Offset of the digits; the last one, as an attachment before it might hold the words too. */
function sealPlace(bytes: Buffer): number | undefined {
  const at = bytes.lastIndexOf(OPENING)
  return at < 0 ||
    !bytes
      .subarray(at + OPENING.length + OPEN_SEAL.length)
      .toString('latin1', 0, CLOSING.length)
      .startsWith(CLOSING)
    ? undefined
    : at + OPENING.length
}

const OPENING = '<agr:sealSha256>'
const CLOSING = '</agr:sealSha256>'
