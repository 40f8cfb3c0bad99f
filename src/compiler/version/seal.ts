import {canonicalJson} from './canonical-json.ts'

/** Hexadecimal digits of the SHA-256 of a UTF-8 text; implemented outside. */
export type Sha256 = (text: string) => string

/** Adds the seal of a record: the SHA-256 of the RFC 8785 JSON of all its other fields. It tells an altered record from a whole one by itself. */
export function sealRecord<T extends object>(fields: T, sha256: Sha256): T & {readonly seal: string} {
  return {...fields, seal: sha256(canonicalJson(fields))}
}

/** The seal that the other fields of a record ask for. */
export function sealOf(record: {readonly seal: string}, sha256: Sha256): string {
  const {seal: _, ...fields} = record
  return sha256(canonicalJson(fields))
}

/** A record as it is stored: JSON by lines, so that people can read it and compare it. */
export function recordText(record: object): string {
  return `${JSON.stringify(record, undefined, 2)}\n`
}
