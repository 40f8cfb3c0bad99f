/**
 * JSON by RFC 8785, for hashing: one text for one value whatever the order of its keys.
 * Strings are put into NFC first, so that two ways to write one character give one hash; fields that are `undefined` are left out.
 * A lone surrogate, which no UTF-8 source holds, becomes U+FFFD.
 * Written by hand, since it runs for every consent that is recorded; a property holds it to the package `canonicalize`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(normalize(value))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (isList(value)) return `[${joined(value, canonicalJson)}]`
  const fields = withNormalKeys(value)
  const keys = Object.keys(fields).filter((key) => fields[key] !== undefined)
  return `{${joined(keys.sort(), (key) => `${canonicalJson(key)}:${canonicalJson(fields[key])}`)}}`
}

/** Text that JSON and NFC leave as it is. */
const PLAIN = /^[ !#-[\]-~]*$/

/** Like `map` and `join`, without the list between them. */
function joined<Part>(parts: readonly Part[], text: (part: Part) => string): string {
  let whole = ''
  for (const part of parts) whole += whole === '' ? text(part) : `,${text(part)}`
  return whole
}

function withNormalKeys(value: object): Fields {
  const fields: Fields = {...value}
  return Object.keys(fields).every((key) => PLAIN.test(key))
    ? fields
    : Object.fromEntries(Object.entries(fields).map(([key, field]) => [normalize(key), field]))
}

function normalize(text: string): string {
  return text.normalize('NFC').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}

type Fields = Readonly<Record<string, unknown>>

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value)
}
