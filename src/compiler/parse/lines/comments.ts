import type {Dropped} from '../../clause-tree/index.ts'
import type {SourceLines} from './source-lines.ts'

/** A source whose HTML comments are blanked, so that lengths and lines stay, and the comments themselves. */
export interface Uncommented {
  readonly text: string
  readonly comments: readonly Dropped[]
}

/** Blanks HTML comments. They may span blocks; an unclosed one stays text. */
export function blankComments(source: string, lines: SourceLines): Uncommented {
  if (!source.includes('<!--')) return {text: source, comments: []}
  const comments: Dropped[] = []
  let text = ''
  let from = 0
  for (;;) {
    const start = source.indexOf('<!--', from)
    const end = start < 0 ? -1 : source.indexOf('-->', start + 4)
    if (end < 0) return {text: text + source.slice(from), comments}
    const comment = source.slice(start, end + 3)
    comments.push({reason: 'comment', text: comment, position: lines.position(start, end + 3)})
    text += source.slice(from, start) + comment.replace(/[^\r\n]/g, ' ')
    from = end + 3
  }
}

/** The parts of a source range that lie outside of the comments. */
export function outsideComments(comments: readonly Dropped[], start: number, end: number): [number, number][] {
  const ranges: [number, number][] = []
  let from = start
  for (let index = firstEndingAfter(comments, start); index < comments.length; index += 1) {
    const [commentStart, commentEnd] = offsets(comments[index])
    if (commentStart >= end) break
    if (commentStart > from) ranges.push([from, commentStart])
    from = Math.max(from, commentEnd)
  }
  if (from < end) ranges.push([from, end])
  return ranges
}

function firstEndingAfter(comments: readonly Dropped[], offset: number): number {
  let low = 0
  let high = comments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets(comments[middle])[1] <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function offsets(comment: Dropped | undefined): [number, number] {
  return [comment?.position.start.offset ?? 0, comment?.position.end.offset ?? 0]
}
