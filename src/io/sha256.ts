import {hash} from 'node:crypto'

/**
 * SHA-256 by Node; implements the port of the consent layer.
 * By way of a string, since small buffers then come from Node's pool; one of its own for each hash costs more than hashing.
 */
export function sha256(data: Uint8Array | string): Uint8Array {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary')
}

/** Like {@link sha256}, in hexadecimal digits. */
export function sha256Digits(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex')
}
