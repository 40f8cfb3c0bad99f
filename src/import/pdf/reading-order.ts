import type {RowSegment} from './page-rows.ts'
import {segmentText} from './page-rows.ts'

/** Segments in the order in which they are read: a page of two columns is read one column after the other, between what spans both. */
export function readingOrder(segments: readonly RowSegment[]): RowSegment[] {
  const gutter = findGutter(segments)
  if (gutter === undefined) return [...segments]
  const ordered: RowSegment[] = []
  let left: RowSegment[] = []
  let right: RowSegment[] = []
  for (const segment of segments) {
    if (segment.right <= gutter + 2) left.push(segment)
    else if (segment.left >= gutter - 2) right.push(segment)
    else {
      ordered.push(...left, ...right, segment)
      left = []
      right = []
    }
  }
  return [...ordered, ...left, ...right]
}

/** Where the page is parted in two columns of running text; `undefined` for one column, and for tables, whose cells are short. */
function findGutter(segments: readonly RowSegment[]): number | undefined {
  const starts = [...new Set(segments.map(({left}) => Math.round(left)))].sort((a, b) => a - b)
  for (const start of starts.slice(1)) {
    const gutter = start - 1
    const left = segments.filter((segment) => segment.right <= gutter + 2)
    const right = segments.filter((segment) => segment.left >= gutter - 2)
    const crossing = segments.length - left.length - right.length
    if (
      Math.min(left.length, right.length) < 5 ||
      Math.min(left.length, right.length) * 4 < segments.length ||
      crossing * 6 > segments.length
    )
      continue
    const length = (column: readonly RowSegment[]) => column.reduce((sum, segment) => sum + segmentText(segment).length, 0) / column.length
    const overlaps = Math.min(left[0]?.y ?? 0, right[0]?.y ?? 0) > Math.max(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0)
    if (overlaps && Math.min(length(left), length(right)) >= 10) return gutter
  }
  return undefined
}
