import {hash} from 'node:crypto'

/** SHA-256 by Node; implements the port of the consent layer. */
export function sha256(data: Uint8Array | string): Uint8Array {
  return hash('sha256', data, 'buffer')
}
