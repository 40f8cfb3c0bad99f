import type {TextLine} from '../repair/text-line.ts'
import {runsText, trimRuns} from '../run.ts'
import {pageSegments, type RowSegment, segmentText} from './page-rows.ts'
import type {PageText} from './read-page-text.ts'
import {findGutter, hasGutter, readingOrder} from './reading-order.ts'
import {ruledTables} from './ruled-tables.ts'
import {tableRows} from './table-rows.ts'

/** Pages → lines in reading order, lengths in em of the body text; rows of tables are one line each, their cells parted by tabs. */
export function layOutPages(pages: readonly PageText[], restore: (text: string) => string): TextLine[] {
  const segmented = pages.map((page) => {
    const {rows, rest} = ruledTables(page, restore)
    const segments = [...pageSegments(rest, restore), ...rows].sort((a, b) => b.y - a.y || a.left - b.left)
    return {segments, rules: page.rules, gutter: findGutter(segments, page.rules)}
  })
  const shared = segmented.find(({gutter}) => gutter !== undefined)?.gutter
  const laidOut = segmented.map(({segments, rules, gutter}) => {
    const own = gutter ?? (shared !== undefined && hasGutter(segments, shared) ? shared : undefined)
    return readingOrder(segments, own).flatMap((column) => tableRows(column, rules))
  })
  const bodySize =
    usual(laidOut.flatMap((segments) => segments.map((segment) => [segment.size, segmentText(segment).length] as const))) || 10
  const leading = usualLeading(laidOut, bodySize)
  const margin = usual(laidOut.flatMap((segments) => segments.map(({left}) => [Math.round(left), 1] as const)))
  const lines: TextLine[] = []
  laidOut.forEach((segments, index) => {
    segments.forEach((segment, at) => {
      const runs = trimRuns(segment.runs)
      if (runs.length === 0) return
      const before = segments[at - 1]
      const isNewColumn = before !== undefined && before.y < segment.y
      const drop = before === undefined || isNewColumn ? 0 : (before.y - segment.y) / leading - 1
      lines.push({
        runs,
        text: runsText(runs),
        line: lines.length + 1,
        page: index + 1,
        isPageStart: before === undefined || isNewColumn,
        left: (segment.left - columnMargin(segments, segment, margin)) / bodySize,
        right: (segment.right - columnMargin(segments, segment, margin)) / bodySize,
        gap: Math.max(0, Math.round(drop * 10) / 10),
        size: Math.round((segment.size / bodySize) * 100) / 100,
      })
    })
  })
  return lines
}

/** The left edge of the column that a segment stands in. */
function columnMargin(segments: readonly RowSegment[], segment: RowSegment, margin: number): number {
  if (segment.left < margin + 150) return margin
  const column = segments.filter(({left}) => Math.abs(left - segment.left) < 40)
  return column.length > 3 ? Math.min(...column.map(({left}) => left)) : margin
}

/** The value with the greatest weight. */
function usual(values: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of values) {
    const key = Math.round(value * 4) / 4
    weights.set(key, (weights.get(key) ?? 0) + weight)
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Distance of baselines inside a paragraph, in points: the smallest that is common. */
function usualLeading(pages: readonly (readonly RowSegment[])[], bodySize: number): number {
  const drops = pages.flatMap((segments) =>
    segments.flatMap((segment, index) => {
      const before = segments[index - 1]
      const drop = before ? before.y - segment.y : 0
      return before && Math.abs(segment.size - bodySize) < 0.5 && drop > bodySize * 0.9 && drop < bodySize * 2.6 ? [drop] : []
    }),
  )
  const sorted = [...drops].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.2)] ?? bodySize * 1.5
}
