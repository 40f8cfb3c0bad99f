import type {Table} from '../../clause-tree/index.ts'
import {pairTables} from '../../diff/index.ts'
import type {RedlineOp} from '../redline-view.ts'

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

/** A table of one version with the slots of its rows. */
export interface SlottedTable {
  readonly table: Table
  readonly slots: readonly (readonly number[])[]
}

/** A row that one version alone has. */
export function aloneRow(slots: readonly number[], op: RedlineOp): RowPair {
  return {op, cells: slots.map((slot) => (op === 'delete' ? {from: slot} : {to: slot}))}
}

/** Rows of two tables in one order, as the diff pairs them. */
export function pairRows(from: SlottedTable, to: SlottedTable): RowPair[] {
  const {rows, columns} = pairTables(from.table, to.table)
  return rows.map(({a, b}): RowPair => {
    const [old, now] = [slotsAt(from.slots, a), slotsAt(to.slots, b)]
    if (!old || !now) return now ? aloneRow(now, 'insert') : aloneRow(old ?? [], 'delete')
    return {op: 'equal', cells: columns.map((column) => ({...slotAt('from', old, column.a), ...slotAt('to', now, column.b)}))}
  })
}

function slotsAt(rows: readonly (readonly number[])[], row: number | undefined): readonly number[] | undefined {
  return row === undefined ? undefined : rows[row]
}

function slotAt(side: 'from' | 'to', slots: readonly number[], column: number | undefined): CellPair {
  const slot = column === undefined ? undefined : slots[column]
  return slot === undefined ? {} : {[side]: slot}
}
