import type {Position} from 'unist'

/** How a run of text is set off. Weight of headings is no mark. */
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code'

/** Target of a link around a span. */
export interface Link {
  readonly url: string
  readonly title?: string
}

/**
 * A run of text with one set of marks.
 *
 * Spans are flat: nesting of markup is a set of marks here, so that text can be cut and compared anywhere.
 *
 * Invariant: `value` maps to `position` character by character, or, where the lengths differ (a character reference, an image),
 * as one piece. Two neighbours may therefore have equal marks; `mergeSpans` joins them where only the looks matter.
 */
export interface Span {
  readonly value: string
  /** Sorted, without duplicates. */
  readonly marks: readonly Mark[]
  readonly link?: Link
  /** Address of an image whose alternative text is `value`. */
  readonly image?: string
  readonly position: Position
}
