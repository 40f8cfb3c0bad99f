/**
 * JSON by RFC 8785, for hashing: one text for one value whatever the order of its keys.
 * Strings are put into NFC first, so that two ways to write one character give one hash; fields that are `undefined` are left out.
 * A lone surrogate, which no UTF-8 source holds, becomes U+FFFD.
 * Written by hand, since it runs for every consent that is recorded; a property holds it to the package `canonicalize`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(normalize(value))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  let fields = ''
  for (const [key, field] of sortedFields(value))
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${canonicalJson(key)}:${canonicalJson(field)}`
  return `{${fields}}`
}

/** Text that JSON and NFC leave as it is. */
const PLAIN = /^[ !#-[\]-~]*$/

function sortedFields(value: object): [string, unknown][] {
  const fields = Object.entries<unknown>({...value})
  const inNormalForm = fields.every(([key]) => PLAIN.test(key))
    ? fields
    : [...new Map(fields.map(([key, field]) => [normalize(key), field]))]
  return inNormalForm.sort(([a], [b]) => (a < b ? -1 : 1))
}

function normalize(text: string): string {
  return text.normalize('NFC').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value)
}
