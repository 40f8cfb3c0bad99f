import type {Span} from '../clause-tree/index.ts'
import type {LineBreak} from './inline-spans.ts'

/** What stands between two line ends of a paragraph. */
export interface LinePart {
  readonly start: 'block' | 'hard' | 'soft'
  readonly spans: readonly Span[]
}

/** Cuts flattened inline content at its line ends. */
export function splitAtBreaks(pieces: readonly (Span | LineBreak)[]): LinePart[] {
  const parts: LinePart[] = []
  let spans: Span[] = []
  let start: LinePart['start'] = 'block'
  for (const piece of pieces) {
    if ('type' in piece) {
      if (spans.length > 0 || parts.length === 0) parts.push({start, spans})
      spans = []
      start = piece.strength === 'hard' || (start === 'hard' && parts.at(-1)?.spans.length === 0) ? 'hard' : piece.strength
    } else {
      spans.push(piece)
    }
  }
  parts.push({start, spans})
  return parts
}
