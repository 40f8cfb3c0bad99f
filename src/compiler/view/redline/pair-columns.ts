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
  const best = bestSums(from, to, shared)
  const sum = (column: number, newColumn: number) => best[column]?.[newColumn] ?? 0
  const pairs: ColumnPair[] = []
  let [column, newColumn] = [0, 0]
  while (column < from || newColumn < to) {
    const own = column < from && newColumn < to ? shared(column, newColumn) : 0
    if (own > 0 && sum(column, newColumn) === own + sum(column + 1, newColumn + 1)) {
      pairs.push({from: column, to: newColumn})
      column += 1
      newColumn += 1
    } else if (column < from && sum(column, newColumn) === sum(column + 1, newColumn)) {
      pairs.push({from: column})
      column += 1
    } else {
      pairs.push({to: newColumn})
      newColumn += 1
    }
  }
  return pairs
}

/** The most text that the columns from `column` and `newColumn` on can share. */
function bestSums(from: number, to: number, shared: (column: number, newColumn: number) => number): number[][] {
  const best = Array.from({length: from + 1}, () => Array.from({length: to + 1}, () => 0))
  const sum = (column: number, newColumn: number) => best[column]?.[newColumn] ?? 0
  for (let column = from - 1; column >= 0; column -= 1)
    for (let newColumn = to - 1; newColumn >= 0; newColumn -= 1) {
      const own = shared(column, newColumn)
      const row = best[column]
      if (row)
        row[newColumn] = Math.max(
          sum(column + 1, newColumn),
          sum(column, newColumn + 1),
          own > 0 ? own + sum(column + 1, newColumn + 1) : 0,
        )
    }
  return best
}
