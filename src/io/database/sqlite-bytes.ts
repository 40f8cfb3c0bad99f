import type {KyselyPlugin} from 'kysely'

/** Bytes of a BLOB; libsql gives an `ArrayBuffer` from `all` and a `Buffer` from `get`. */
export function blobBytes(blob: Uint8Array | ArrayBuffer): Uint8Array {
  return blob instanceof ArrayBuffer ? new Uint8Array(blob) : blob
}

/** Makes every BLOB that a query gives a `Uint8Array`. */
export const blobsAsBytes: KyselyPlugin = Object.freeze({
  transformQuery: ({node}) => node,
  async transformResult({result}) {
    const rows = result.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof ArrayBuffer ? blobBytes(value) : value])),
    )
    return {...result, rows}
  },
} satisfies KyselyPlugin)
