import pg from 'pg'

const {BYTEA, INT8, TEXT} = pg.types.builtins

/**
 * A column of many rows as one parameter, in the binary form of an array (`array_recv` in `arrayfuncs.c` of PostgreSQL).
 * Text may be in UTF-8 already.
 * In the text form, which the driver makes of lists, every quotation mark of a JSON text is escaped and every byte becomes two digits.
 */
export function textArray(values: readonly (string | Uint8Array | undefined)[]): Buffer {
  return arrayOf(
    TEXT,
    values.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
  )
}

/** Like {@link textArray}, of bytes. */
export function byteaArray(values: readonly (Uint8Array | undefined)[]): Buffer {
  return arrayOf(BYTEA, values)
}

/** Like {@link textArray}, of whole numbers. */
export function bigintArray(values: readonly number[]): Buffer {
  return arrayOf(
    INT8,
    values.map((value) => {
      const bytes = Buffer.alloc(8)
      bytes.writeBigInt64BE(BigInt(value))
      return bytes
    }),
  )
}

function arrayOf(type: number, values: readonly (Uint8Array | undefined)[]): Buffer {
  const [dimensions, hasAbsent, lowerBound] = [1, 1, 1]
  const head = integers(dimensions, hasAbsent, type, values.length, lowerBound)
  return Buffer.concat([head, ...values.flatMap((value) => (value ? [integers(value.length), value] : [integers(-1)]))])
}

function integers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => {
    bytes.writeInt32BE(value, index * 4)
  })
  return bytes
}
