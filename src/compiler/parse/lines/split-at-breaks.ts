import type {Span} from '../../clause-tree/index.ts'
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
      const isEmpty = spans.length === 0
      if (!isEmpty || parts.length === 0) parts.push({start, spans})
      spans = []
      start = isEmpty ? strongerOf(start, piece.strength) : piece.strength
    } else {
      spans.push(piece)
    }
  }
  parts.push({start, spans})
  return parts
}

/** Of breaks with nothing between them, a hard one counts. */
function strongerOf(before: LinePart['start'], strength: LineBreak['strength']): LinePart['start'] {
  return before === 'hard' ? before : strength
}
