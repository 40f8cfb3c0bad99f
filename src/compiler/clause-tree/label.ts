import type {Position} from 'unist'
import type {Mark} from './span.ts'

/** The number, letter or bullet in front of a clause. */
export interface Label {
  /** As written, with brackets and punctuation, without markup, escapes and the white space after it: `4.3`, `（一）`, `a)`, `-`. */
  readonly text: string
  /** Name of the row in the label grammar: two labels of one style belong to one sequence. */
  readonly style: string
  /** Values from outer to inner: `4.3` is `[4, 3]`, `（三）` is `[3]`, a bullet its ordinal among its siblings. */
  readonly values: readonly number[]
  /** `list` where Markdown itself made the label (`1.`, `-` at a list item), `typed` where it stands in the text. */
  readonly origin: 'typed' | 'list'
  /** Marks that all of the label stands in. */
  readonly marks: readonly Mark[]
  readonly position: Position
}
