import type {Run} from '../run.ts'
import {type RowSegment, segmentText} from './page-rows.ts'
import type {Rule} from './page-rules.ts'

/** Joins the cells of a table's row to one segment, parted by tabs; lines that a cell was wrapped to go back into it. */
export function tableRows(segments: readonly RowSegment[], rules: readonly Rule[]): RowSegment[] {
  const rows = byBaseline(segments)
  const out: RowSegment[] = []
  let at = 0
  while (at < rows.length) {
    const end = tableEnd(rows, at)
    if (end - at < 2) {
      out.push(...(rows[at] ?? []))
      at += 1
      continue
    }
    out.push(...asTable(rows.slice(at, end), rules))
    at = end
  }
  return out
}

/** Distance of baselines in em: of lines in one cell, and of rows, at most. */
const WRAPPED = 2.1
const NEXT = 4

function byBaseline(segments: readonly RowSegment[]): RowSegment[][] {
  const rows: RowSegment[][] = []
  for (const segment of segments) {
    const last = rows.at(-1)
    if (last?.[0] && Math.abs(last[0].y - segment.y) < segment.size * 0.35) last.push(segment)
    else rows.push([segment])
  }
  return rows
}

/** Where the table that begins at a row ends: rows of as many short cells that begin at the same places, and lines inside their columns. */
function tableEnd(rows: readonly RowSegment[][], from: number): number {
  const first = rows[from]
  if (!first || first.length < 2 || first.some((segment) => segmentText(segment).length > 60)) return from + 1
  const columns = first.map(({left}) => left)
  let end = from + 1
  let full = 1
  let last = first[0]?.y ?? 0
  for (let at = from + 1; at < rows.length; at += 1) {
    const row = rows[at] ?? []
    const isClose = last - (row[0]?.y ?? 0) < (row[0]?.size ?? 10) * (row.length < columns.length ? WRAPPED : NEXT)
    const fits = row.every((segment) => columnOf(segment, columns) !== undefined)
    if (!isClose || !fits || (row.length === 1 && columns.length > 1 && columnOf(row[0], columns) === 0 && !isWrapped(rows, at, columns)))
      break
    last = row[0]?.y ?? last
    if (row.length === columns.length) {
      full += 1
      end = at + 1
    } else if (row.length < columns.length) end = at + 1
  }
  return full >= 2 ? end : from + 1
}

/** A line alone in the first column belongs to its cell if the next line is a full row or another part of this one. */
function isWrapped(rows: readonly RowSegment[][], at: number, columns: readonly number[]): boolean {
  const segment = rows[at]?.[0]
  return segment !== undefined && columns[1] !== undefined && segment.right < columns[1]
}

function columnOf(segment: RowSegment | undefined, columns: readonly number[]): number | undefined {
  if (!segment) return undefined
  const found = columns.findLastIndex((left) => segment.left >= left - segment.size * 0.8)
  if (found < 0) return undefined
  const next = columns[found + 1]
  return next === undefined || segment.right <= next + segment.size * 0.5 ? found : undefined
}

function asTable(rows: readonly RowSegment[][], rules: readonly Rule[]): RowSegment[] {
  const columns = (rows[0] ?? []).map(({left}) => left)
  const joined: {cells: Run[][]; top: RowSegment}[] = []
  let last: RowSegment | undefined
  for (const row of rows) {
    const [first] = row
    if (!first) continue
    const isRuled = last !== undefined && rules.some(({y, left, right}) => y < (last?.y ?? 0) - 1 && y > first.y + 1 && right - left > 20)
    const hasRules = rules.some(({right, left}) => right - left > 20)
    const isNew = row.length === columns.length || joined.length === 0 || (hasRules && isRuled)
    if (isNew) joined.push({cells: columns.map(() => []), top: first})
    const cells = joined.at(-1)?.cells
    for (const segment of row) {
      const cell = cells?.[columnOf(segment, columns) ?? 0]
      const isWide = /[\u2e80-\uffef]$/.test(cell?.at(-1)?.value ?? '') || /^[\u2e80-\uffef]/.test(segment.runs[0]?.value ?? '')
      if (cell && cell.length > 0 && !isWide) cell.push({value: ' ', marks: []})
      cell?.push(...segment.runs)
    }
    last = first
  }
  const right = Math.max(...rows.flatMap((row) => row.map((segment) => segment.right)))
  return joined.map(({cells, top}) => ({
    ...top,
    right,
    runs: cells.flatMap((cell, index) => (index === 0 ? cell : [{value: '\t', marks: []}, ...cell])),
  }))
}
