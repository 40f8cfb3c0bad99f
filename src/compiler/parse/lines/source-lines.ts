import type {Point, Position} from 'unist'

/** Offsets of a source to lines and columns. */
export interface SourceLines {
  /** Place of an offset (UTF-16 units from 0). */
  point(offset: number): Point
  /** Range between two offsets. */
  position(start: number, end: number): Position
}

/** Indexes the line starts of `source` (lines end as in Markdown: LF, CRLF or CR); look-ups are binary searches. */
export function sourceLines(source: string): SourceLines {
  const starts = [0]
  for (const end of source.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length)
  const point = (offset: number): Point => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset}
  }
  return {point, position: (start, end) => ({start: point(start), end: point(end)})}
}
