import {heaviestIncreasing} from '../../diff/index.ts'

/** A column in both versions of a table or in one of them. */
export interface ColumnPair {
  readonly from?: number
  readonly to?: number
}

/**
 * Columns of two tables in one order. As many columns are the same ones; else those are that share the most text altogether,
 * and what went stands before what came.
 */
export function pairColumns(from: number, to: number, shared: (column: number, newColumn: number) => number): ColumnPair[] {
  if (from === to) return Array.from({length: from}, (_, column) => ({from: column, to: column}))
  const numbers = (count: number) => Array.from({length: count}, (_, number) => number)
  const kept = heaviestIncreasing(
    numbers(from).flatMap((a) => numbers(to).flatMap((b) => (shared(a, b) > 0 ? [{a, b, weight: shared(a, b)}] : []))),
  )
  const pairs: ColumnPair[] = []
  let [column, newColumn] = [0, 0]
  for (const {a, b} of [...kept, {a: from, b: to}]) {
    for (; column < a; column += 1) pairs.push({from: column})
    for (; newColumn < b; newColumn += 1) pairs.push({to: newColumn})
    if (a < from && b < to) pairs.push({from: a, to: b})
    column = a + 1
    newColumn = b + 1
  }
  return pairs
}
