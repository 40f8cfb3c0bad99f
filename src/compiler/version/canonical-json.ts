/**
 * JSON by RFC 8785, for hashing: one text for one value whatever the order of its keys.
 * Strings are put into NFC first, so that two ways to write one character give one hash; fields that are `undefined` are left out.
 * A lone surrogate, which no UTF-8 source holds, becomes U+FFFD.
 * Written by hand, and without a copy or a closure on the way, since it runs for every consent that is recorded; a property holds it to
 * the package `canonicalize`.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(normalize(value))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let parts = ''
  if (isList(value)) {
    for (const part of value) parts += parts === '' ? canonicalJson(part) : `,${canonicalJson(part)}`
    return `[${parts}]`
  }
  const fields = hasPlainKeys(value) ? value : withNormalKeys(value)
  for (const key of inOrder(Object.keys(fields))) {
    const field = fields[key]
    if (field === undefined) continue
    const name = fields === value ? `"${key}"` : canonicalJson(key)
    parts += parts === '' ? `${name}:${canonicalJson(field)}` : `,${name}:${canonicalJson(field)}`
  }
  return `{${parts}}`
}

/**
 * Text that JSON and NFC leave as it is: Latin, Chinese, and the punctuation of both, without combining characters and those that NFC
 * replaces (`NFC_Quick_Check` of the Unicode character database).
 */
const PLAIN = /^[ !#-[\]-\u02ff\u2010-\u2027\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*$/

function hasPlainKeys(value: object): value is Fields {
  for (const key of Object.keys(value)) if (!PLAIN.test(key)) return false
  return true
}

function withNormalKeys(value: object): Fields {
  const fields: Fields = {...value}
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [normalize(key), field]))
}

/** By code units. Few keys are put in order by insertion, which takes half of the time that `sort` does. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > 32) return keys.sort()
  for (let end = 1; end < keys.length; end += 1) {
    const key = keys[end] ?? ''
    let place = end
    while (place > 0) {
      const before = keys[place - 1] ?? ''
      if (before <= key) break
      keys[place] = before
      place -= 1
    }
    keys[place] = key
  }
  return keys
}

function normalize(text: string): string {
  return text.normalize('NFC').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
}

type Fields = Readonly<Record<string, unknown>>

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value)
}
