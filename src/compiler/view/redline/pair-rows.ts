import type {Segment} from '../../diff/index.ts'
import type {RedlineOp} from '../redline-view.ts'
import {type ColumnPair, pairColumns} from './pair-columns.ts'
import type {Slot} from './weave-text.ts'

/** A row in both versions or in one of them. */
export interface RowPair {
  readonly op: RedlineOp
  readonly cells: readonly CellPair[]
}

/** The slots of a cell in both versions or in one of them. */
export interface CellPair {
  readonly from?: number
  readonly to?: number
}

/** A row that one version alone has. */
export function aloneRow(slots: readonly number[], op: RedlineOp): RowPair {
  return {op, cells: slots.map((slot) => (op === 'delete' ? {from: slot} : {to: slot}))}
}

/** Rows of two tables in one order: two are one where most of their words stayed. */
export function pairRows(
  from: readonly (readonly number[])[],
  to: readonly (readonly number[])[],
  text: {readonly from: readonly Slot[]; readonly to: readonly Slot[]; readonly segments: readonly Segment[]},
): RowPair[] {
  const shared = sharedLengths(text)
  const [rowOf, newRowOf] = [rowsOf(from), rowsOf(to)]
  const best = new Map<number, {row: number; length: number}>()
  const bestNew = new Map<number, {row: number; length: number}>()
  const sums = new Map<string, number>()
  for (const {from: slot, to: other, length} of shared) {
    const [row, newRow] = [rowOf.get(slot), newRowOf.get(other)]
    if (row === undefined || newRow === undefined) continue
    const sum = (sums.get(`${row} ${newRow}`) ?? 0) + length
    sums.set(`${row} ${newRow}`, sum)
    if (sum > (best.get(row)?.length ?? 0)) best.set(row, {row: newRow, length: sum})
    if (sum > (bestNew.get(newRow)?.length ?? 0)) bestNew.set(newRow, {row, length: sum})
  }
  const matched: {readonly from?: readonly number[]; readonly to?: readonly number[]}[] = []
  let at = 0
  for (const [newRow, cells] of to.entries()) {
    const row = bestNew.get(newRow)?.row
    const old = row === undefined ? undefined : from[row]
    if (row === undefined || old === undefined || best.get(row)?.row !== newRow || row < at) {
      matched.push({to: cells})
      continue
    }
    for (; at < row; at += 1) matched.push({from: from[at] ?? []})
    matched.push({from: old, to: cells})
    at = row + 1
  }
  for (; at < from.length; at += 1) matched.push({from: from[at] ?? []})
  const columnsOf = columnPairs(matched, shared)
  return deletedFirst(
    matched.map((row) => {
      if (!row.from || !row.to) return aloneRow(row.to ?? row.from ?? [], row.to ? 'insert' : 'delete')
      const [old, now] = [row.from, row.to]
      return {
        op: 'equal',
        cells: columnsOf(old.length, now.length).map((column) => ({...slotAt('from', old, column.from), ...slotAt('to', now, column.to)})),
      }
    }),
  )
}

function slotAt(side: 'from' | 'to', slots: readonly number[], column: number | undefined): CellPair {
  const slot = column === undefined ? undefined : slots[column]
  return slot === undefined ? {} : {[side]: slot}
}

/** Pairs the columns of rows of some widths by the text that all rows share in them. */
function columnPairs(
  rows: readonly {readonly from?: readonly number[]; readonly to?: readonly number[]}[],
  shared: readonly {readonly from: number; readonly to: number; readonly length: number}[],
): (width: number, newWidth: number) => readonly ColumnPair[] {
  const columnOf = new Map(rows.flatMap(({from = []}) => from.map((slot, column) => [slot, column] as const)))
  const newColumnOf = new Map(rows.flatMap(({to = []}) => to.map((slot, column) => [slot, column] as const)))
  const sums = new Map<string, number>()
  for (const {from, to, length} of shared) {
    const key = `${columnOf.get(from)} ${newColumnOf.get(to)}`
    sums.set(key, (sums.get(key) ?? 0) + length)
  }
  const known = new Map<string, readonly ColumnPair[]>()
  return (width, newWidth) => {
    const key = `${width} ${newWidth}`
    const pairs = known.get(key) ?? pairColumns(width, newWidth, (column, newColumn) => sums.get(`${column} ${newColumn}`) ?? 0)
    known.set(key, pairs)
    return pairs
  }
}

/** What went stands before what came at the same place. */
function deletedFirst(pairs: readonly RowPair[]): RowPair[] {
  const ordered: RowPair[] = []
  let start = 0
  for (const [index, {op}] of pairs.entries()) {
    if (op !== 'equal') continue
    ordered.push(...parted(pairs.slice(start, index)), ...pairs.slice(index, index + 1))
    start = index + 1
  }
  return [...ordered, ...parted(pairs.slice(start))]
}

function parted(pairs: readonly RowPair[]): RowPair[] {
  return [...pairs.filter(({op}) => op === 'delete'), ...pairs.filter(({op}) => op !== 'delete')]
}

function rowsOf(rows: readonly (readonly number[])[]): Map<number, number> {
  return new Map(rows.flatMap((cells, row) => cells.map((slot) => [slot, row] as const)))
}

/** Lengths of the equal text between slots of both versions; an equal sign between two cells counts, too. */
function sharedLengths({from, to, segments}: Parameters<typeof pairRows>[2]): {from: number; to: number; length: number}[] {
  const [old, now] = [ends(from), ends(to)]
  const shared: {from: number; to: number; length: number}[] = []
  let [i, j, slot, other] = [0, 0, 0, 0]
  for (const {op, text} of segments)
    for (let left = text.length; left > 0; ) {
      while (i >= (old[slot] ?? Number.POSITIVE_INFINITY)) slot += 1
      while (j >= (now[other] ?? Number.POSITIVE_INFINITY)) other += 1
      const [room, newRoom] = [(old[slot] ?? i + left) - i, (now[other] ?? j + left) - j]
      const length = Math.min(left, op === 'insert' ? left : room, op === 'delete' ? left : newRoom)
      if (op === 'equal') shared.push({from: slot, to: other, length})
      if (op !== 'insert') i += length
      if (op !== 'delete') j += length
      left -= length
    }
  return shared
}

/** Offset after each slot and the sign that parts it from the next. */
function ends(slots: readonly Slot[]): number[] {
  let at = 0
  return slots.map((slot) => {
    at += slot.reduce((sum, {value}) => sum + value.length, 0) + 1
    return at
  })
}
