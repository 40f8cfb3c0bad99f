import type {Table} from '../clause-tree/index.ts'
import {foldText} from './alignment/fold-text.ts'
import {cellTexts, pairTables} from './pair-tables.ts'
import type {CompareWording, Segment} from './wording/wording.ts'

/** A row of a table that came, went, or has a cell with other words. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Number of the row in the old version; the head is 0. */
  readonly from?: number
  readonly to?: number
  /** What the row is about: its first cell, in the new version where it has it. */
  readonly name: string
  /** Cells that differ, in their order; none for rows that came or went. */
  readonly cells: readonly CellChange[]
}

/** A cell with other words, or one of a column that came or went. */
export interface CellChange {
  /** Number of the column from 1, in the new version where it has it. */
  readonly column: number
  /** The head of the column. */
  readonly name: string
  readonly from?: string
  readonly to?: string
}

/** What differs between two tables. */
export interface ComparedTables {
  /** Old and new text, cells parted by a tab and rows by a line end; no change reaches over a cell that stayed. */
  readonly segments: readonly Segment[]
  readonly rows: readonly RowChange[]
}

/** Compares row by row and cell by cell. Exchanging the tables gives the mirror image. */
export function compareTables(from: Table, to: Table, compareWording: CompareWording): ComparedTables {
  const [old, now] = [cellTexts(from), cellTexts(to)]
  const pairs = pairTables(from, to)
  const segments: Segment[] = []
  const rows: RowChange[] = []
  for (const {a, b} of pairs.rows) {
    const [before, after] = [a === undefined ? undefined : old[a], b === undefined ? undefined : now[b]]
    parted(segments, '\n', a, b)
    if (before && after && a !== undefined && b !== undefined) {
      const cells = compareCells(before, after)
      if (cells.length > 0) rows.push({kind: 'changed', from: a, to: b, name: after[0] ?? '', cells})
    } else if (after && b !== undefined) {
      segments.push({op: 'insert', text: after.join('\t')})
      rows.push({kind: 'added', to: b, name: after[0] ?? '', cells: []})
    } else if (before && a !== undefined) {
      segments.push({op: 'delete', text: before.join('\t')})
      rows.push({kind: 'removed', from: a, name: before[0] ?? '', cells: []})
    }
  }
  return {segments: joinedSegments(segments), rows}

  function compareCells(before: readonly string[], after: readonly string[]): CellChange[] {
    const changes: CellChange[] = []
    for (const {a, b} of pairs.columns) {
      const [was, is] = [a === undefined ? undefined : before[a], b === undefined ? undefined : after[b]]
      if (was === undefined && is === undefined) continue
      parted(segments, '\t', was === undefined ? undefined : a, is === undefined ? undefined : b)
      segments.push(...compareWording(was ?? '', is ?? ''))
      if (foldText(was ?? '') === foldText(is ?? '') && was !== undefined && is !== undefined) continue
      changes.push({
        column: (b ?? a ?? 0) + 1,
        name: (b === undefined ? old[0]?.[a ?? 0] : now[0]?.[b]) ?? '',
        ...(was === undefined ? {} : {from: was}),
        ...(is === undefined ? {} : {to: is}),
      })
    }
    return changes
  }
}

/** The sign between two rows or cells, on each side that has one before. */
function parted(segments: Segment[], sign: string, a: number | undefined, b: number | undefined): void {
  const [inOld, inNew] = [a !== undefined && a > 0, b !== undefined && b > 0]
  if (inOld && inNew) segments.push({op: 'equal', text: sign})
  else if (inOld) segments.push({op: 'delete', text: sign})
  else if (inNew) segments.push({op: 'insert', text: sign})
}

/** Joins runs of one kind; between two equal runs what went stands before what came. */
export function joinedSegments(segments: readonly Segment[]): Segment[] {
  const tidy: Segment[] = []
  let [gone, fresh, equal] = ['', '', '']
  const flush = () => {
    if (gone !== '') tidy.push({op: 'delete', text: gone})
    if (fresh !== '') tidy.push({op: 'insert', text: fresh})
    ;[gone, fresh] = ['', '']
  }
  for (const {op, text} of segments) {
    if (text === '') continue
    if (op === 'equal') {
      flush()
      equal += text
      continue
    }
    if (equal !== '') tidy.push({op: 'equal', text: equal})
    equal = ''
    if (op === 'delete') gone += text
    else fresh += text
  }
  flush()
  if (equal !== '') tidy.push({op: 'equal', text: equal})
  return tidy
}
