import {type Span, sliceSpans, spansText, type Table, type TableCell, type TableRow} from '../../clause-tree/index.ts'
import {labelCandidates} from '../labels/label-grammar.ts'
import type {LinePart} from './split-at-breaks.ts'
import {trimSpans} from './trim-spans.ts'

/** Lines of a paragraph that form a table, as a range of its parts. */
export interface TabTable {
  readonly from: number
  readonly to: number
  readonly table: Table
}

/** Finds the first two or more neighbouring lines with the same number of tabs between words; a tab after a label makes no table. */
export function tabTable(parts: readonly LinePart[]): TabTable | undefined {
  const widths = parts.map((part) => columns(part.spans))
  for (let from = 0; from < parts.length; from += 1) {
    const width = widths[from] ?? 1
    if (width < 2) continue
    let to = from + 1
    while (to < parts.length && widths[to] === width) to += 1
    if (to - from >= 2) {
      const rows = parts.slice(from, to).map((part) => row(part.spans))
      return {from, to, table: {type: 'table', align: Array.from({length: width}, () => undefined), rows}}
    }
  }
  return undefined
}

function columns(spans: readonly Span[]): number {
  const trimmed = trimSpans(spans)
  const text = spansText(trimmed)
  if (!text.includes('\t')) return 1
  if (labelCandidates(trimmed, {isHeading: false}).some((candidate) => text.charAt(candidate.end) === '\t')) return 1
  return text.split(/\t+/).length
}

function row(spans: readonly Span[]): TableRow {
  const trimmed = trimSpans(spans)
  const text = spansText(trimmed)
  const cells: TableCell[] = []
  let from = 0
  for (const cell of text.split(/(\t+)/)) {
    if (!cell.startsWith('\t')) {
      const content = trimSpans(sliceSpans(trimmed, from, from + cell.length))
      const first = content[0] ?? trimmed[0]
      const last = content.at(-1) ?? first
      if (first && last) cells.push({spans: content, position: {start: first.position.start, end: last.position.end}})
    }
    from += cell.length
  }
  return {cells}
}
