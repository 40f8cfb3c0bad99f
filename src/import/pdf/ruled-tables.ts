import {EMPTY_CELL} from '../empty-cell.ts'
import type {Run} from '../run.ts'
import {pageSegments, type RowSegment} from './page-rows.ts'
import type {Rule, VerticalRule} from './page-rules.ts'
import type {PageText, TextPiece} from './read-page-text.ts'

/** Rows of the tables whose cells are drawn, and the page without their text. */
export interface RuledTables {
  readonly rows: readonly RowSegment[]
  readonly rest: PageText
}

/**
 * Reads tables by their lines: a cell is what no line parts, so a merged one stands where it begins. What a cell was wrapped to comes together;
 * rows are one segment each, their cells parted by tabs.
 */
export function ruledTables(page: PageText, restore: (text: string) => string): RuledTables {
  const taken = new Set<TextPiece>()
  const rows: RowSegment[] = []
  for (const grid of gridsOf(page)) {
    const cells = new Map<number, TextPiece[]>()
    for (const piece of page.pieces) {
      const at = cellAt(grid, piece)
      if (at === undefined) continue
      taken.add(piece)
      const own = cells.get(at)
      if (own) own.push(piece)
      else cells.set(at, [piece])
    }
    rows.push(...rowsOf(grid, cells, {page, restore}))
  }
  return {rows, rest: {...page, pieces: page.pieces.filter((piece) => !taken.has(piece))}}
}

interface Grid {
  /** Left to right. */
  readonly xs: readonly number[]
  /** Top to bottom. */
  readonly ys: readonly number[]
  /** For each field, row by row, the field at which its cell begins. */
  readonly owners: readonly number[]
}

/** Lines that touch each other, as grids of at least two rows or columns with two of the other. */
function gridsOf({rules, verticals}: PageText): Grid[] {
  if (verticals.length > MOST_LINES || rules.length > MOST_LINES) return []
  const groups: {across: Rule[]; down: VerticalRule[]}[] = []
  for (const down of verticals) {
    const across = rules.filter((rule) => touches(rule, down))
    if (across.length === 0) continue
    const met = groups.filter((group) => group.across.some((rule) => across.includes(rule)))
    const merged = {
      across: [...new Set([...met.flatMap((group) => group.across), ...across])],
      down: [...met.flatMap((group) => group.down), down],
    }
    for (const group of met) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.flatMap(({across, down}) => {
    const xs = places(down.map(({x}) => x))
    const ys = places(across.map(({y}) => y)).reverse()
    if (xs.length < 3 || ys.length < 3) return []
    return [{xs, ys, owners: ownersOf(xs, ys, {across, down})}]
  })
}

function touches({left, right, y}: Rule, {x, bottom, top}: VerticalRule): boolean {
  return x >= left - NEAR && x <= right + NEAR && y >= bottom - NEAR && y <= top + NEAR
}

/** Places of lines, those of one line once. */
function places(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > NEAR)
}

function ownersOf(
  xs: readonly number[],
  ys: readonly number[],
  {across, down}: {readonly across: readonly Rule[]; readonly down: readonly VerticalRule[]},
): number[] {
  const columns = xs.length - 1
  const owners: number[] = []
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const middle = {x: ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2, y: ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2}
      const hasLeft =
        column === 0 || down.some(({x, bottom, top}) => Math.abs(x - (xs[column] ?? 0)) <= NEAR && middle.y > bottom && middle.y < top)
      const hasTop =
        row === 0 || across.some(({y, left, right}) => Math.abs(y - (ys[row] ?? 0)) <= NEAR && middle.x > left && middle.x < right)
      owners.push(hasLeft ? (hasTop ? at : (owners[at - columns] ?? at)) : (owners[at - 1] ?? at))
    }
  }
  return owners
}

function cellAt({xs, ys, owners}: Grid, {x, y, width, size}: TextPiece): number | undefined {
  const [across, up] = [x + width / 2, y + size / 3]
  const column = xs.findLastIndex((left) => across >= left)
  const row = ys.findLastIndex((top) => up <= top)
  const isInside = column >= 0 && column < xs.length - 1 && row >= 0 && row < ys.length - 1
  return isInside ? owners[row * (xs.length - 1) + column] : undefined
}

function rowsOf(
  {xs, ys}: Grid,
  cells: ReadonlyMap<number, readonly TextPiece[]>,
  {page, restore}: {readonly page: PageText; readonly restore: (text: string) => string},
): RowSegment[] {
  const columns = xs.length - 1
  return ys.slice(1).flatMap((_, row): RowSegment[] => {
    const lines = Array.from({length: columns}, (_, column) => {
      const pieces = cells.get(row * columns + column)
      return pieces ? pageSegments({...page, pieces}, restore) : []
    })
    const first = lines.flat()[0]
    if (!first) return []
    const runs = lines.flatMap((own, column): Run[] => [...(column === 0 ? [] : [{value: '\t', marks: []}]), ...cellRuns(own)])
    return [{...first, runs, left: xs[0] ?? 0, right: xs.at(-1) ?? 0}]
  })
}

function cellRuns(lines: readonly RowSegment[]): Run[] {
  const runs: Run[] = []
  for (const line of lines) {
    const isWide = /[\u2e80-\uffef]$/.test(runs.at(-1)?.value ?? '') || /^[\u2e80-\uffef]/.test(line.runs[0]?.value ?? '')
    if (runs.length > 0 && !isWide) runs.push({value: ' ', marks: []})
    runs.push(...line.runs)
  }
  return runs.length === 0 ? [{value: EMPTY_CELL, marks: []}] : runs
}

/** Points within which two lines are one, and meet. */
const NEAR = 2.5

/** A page with more lines than this is a drawing. */
const MOST_LINES = 2000
