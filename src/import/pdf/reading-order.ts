import type {RowSegment} from './page-rows.ts'
import {segmentText} from './page-rows.ts'
import type {Rule} from './page-rules.ts'

/** Segments in the order in which they are read, part by part: a page of two columns is one column after the other, between what spans both. */
export function readingOrder(segments: readonly RowSegment[], gutter: number | undefined): RowSegment[][] {
  if (gutter === undefined) return [[...segments]]
  const ordered: RowSegment[][] = []
  let left: RowSegment[] = []
  let right: RowSegment[] = []
  for (const segment of segments) {
    if (segment.right <= gutter + 2) left.push(segment)
    else if (segment.left >= gutter - 2) right.push(segment)
    else {
      ordered.push(left, right, [segment])
      left = []
      right = []
    }
  }
  return [...ordered, left, right].filter((part) => part.length > 0)
}

/**
 * Where the page is parted in two columns of running text; `undefined` for one column, and for tables: their cells are short, do not fill
 * their columns, or have lines between them.
 */
export function findGutter(segments: readonly RowSegment[], rules: readonly Rule[]): number | undefined {
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
    const [top, bottom] = [Math.min(left[0]?.y ?? 0, right[0]?.y ?? 0), Math.max(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0)]
    const isParted =
      rules.filter((rule) => rule.y < top && rule.y > bottom && rule.left < gutter - 20 && rule.right > gutter + 20).length > 1
    if (top > bottom && !isParted && Math.min(length(left), length(right)) >= 10 && isFull(left) && isFull(right)) return gutter
  }
  return undefined
}

/** Whether a short page is parted as the others are: nothing crosses their gutter, and something begins right of it. */
export function hasGutter(segments: readonly RowSegment[], gutter: number): boolean {
  const crosses = segments.some(({left, right}) => left < gutter - 2 && right > gutter + 2)
  return !crosses && segments.some(({left}) => Math.abs(left - gutter - 1) < 3) && segments.some(({right}) => right <= gutter + 2)
}

/** Whether many lines of a column reach its right edge, as those of running text do. */
function isFull(column: readonly RowSegment[]): boolean {
  const edge = Math.max(...column.map(({right}) => right))
  const width = edge - Math.min(...column.map(({left}) => left))
  return column.filter(({right}) => right > edge - width * 0.2).length * 10 >= column.length * 4
}
