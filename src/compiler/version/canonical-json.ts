import canonicalize from 'canonicalize'

/**
 * JSON by RFC 8785, for hashing: one text for one value whatever the order of its keys.
 * Strings are put into NFC first, so that two ways to write one character give one hash; fields that are `undefined` are left out.
 * A lone surrogate, which no UTF-8 source holds, becomes U+FFFD.
 */
export function canonicalJson(value: unknown): string {
  return canonicalize(normalize(value)) ?? 'null'
}

function normalize(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(normalize)
  return Object.fromEntries(Object.entries<unknown>({...value}).map(([key, field]) => [key.normalize('NFC'), normalize(field)]))
}

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value)
}
