import type {Position} from 'unist'
import type {Body} from './body.ts'
import type {Span} from './span.ts'

/** Whether two spans look alike: same marks, link and image. */
export function sameLook(a: Span, b: Span): boolean {
  return (
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => mark === b.marks[index]) &&
    a.link?.url === b.link?.url &&
    a.link?.title === b.link?.title &&
    a.image === undefined &&
    b.image === undefined
  )
}

/** Joins neighbours that look alike. Their joint position no longer maps character by character. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && sameLook(last, span)) {
      merged[merged.length - 1] = {...last, value: last.value + span.value, position: {start: last.position.start, end: span.position.end}}
    } else {
      merged.push(span)
    }
  }
  return merged
}

/** The spans that hold the text from `start` to `end` (offsets into the plain text), cut where needed. */
export function sliceSpans(spans: readonly Span[], start: number, end: number): Span[] {
  const slice: Span[] = []
  let from = 0
  for (const span of spans) {
    const to = from + span.value.length
    if (to > start && from < end) slice.push(cutSpan(span, Math.max(0, start - from), Math.min(span.value.length, end - from)))
    from = to
  }
  return slice
}

/** Source range of the text from `start` to `end`, given as offsets into the plain text of `spans`. */
export function positionInSpans(spans: readonly Span[], start: number, end: number): Position | undefined {
  const slice = sliceSpans(spans, start, Math.max(end, start + 1))
  const first = slice[0]
  const last = slice.at(-1)
  return first && last ? {start: first.position.start, end: last.position.end} : undefined
}

/** Every run of spans in a body: one for a paragraph, one for each cell of a table, none for preformatted text. */
export function bodySpans(body: Body | undefined): readonly (readonly Span[])[] {
  if (body === undefined || body.type === 'preformatted') return []
  if (body.type === 'paragraph') return [body.spans]
  return body.rows.flatMap((row) => row.cells.map((cell) => cell.spans))
}

function cutSpan(span: Span, start: number, end: number): Span {
  if (start === 0 && end === span.value.length) return span
  const value = span.value.slice(start, end)
  const {start: from, end: to} = span.position
  if ((from.offset ?? 0) + span.value.length !== (to.offset ?? 0)) return {...span, value}
  const move = (by: number) => ({line: from.line, column: from.column + by, offset: (from.offset ?? 0) + by})
  return {...span, value, position: {start: move(start), end: move(end)}}
}
