import {type Agreement, type Clause, flattenClauses, ownText} from '../../src/compiler/index.ts'

/** F1 of clauses that have the same path and the same text in both trees, white space left out. */
export function outlineScore(wanted: Agreement, found: Agreement): number {
  return f1(flattenClauses(wanted).map(keyOf), flattenClauses(found).map(keyOf))
}

/** F1 of two lists of keys, each counted as often as it stands there. */
export function f1(wanted: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>()
  for (const key of wanted) left.set(key, (left.get(key) ?? 0) + 1)
  let hits = 0
  for (const key of found) {
    const count = left.get(key) ?? 0
    if (count > 0) hits += 1
    left.set(key, count - 1)
  }
  return wanted.length + found.length === 0 ? 1 : (2 * hits) / (wanted.length + found.length)
}

function keyOf(clause: Clause): string {
  return `${clause.path} ${ownText(clause)
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/g, '')}`
}
