import type {Position} from 'unist'
import type {Span} from './span.ts'

/** The title of a clause or of the agreement, without its label. */
export interface Heading {
  /**
   * - `heading`: a Markdown heading or a bold line that stands alone
   * - `run-in`: the first words of the own text, bold or before the first colon
   * - `plain`: an unmarked labelled line that holds only a title
   */
  readonly style: 'heading' | 'run-in' | 'plain'
  readonly spans: readonly Span[]
  /** Level of the Markdown heading, 1 to 6; absent for the other styles and for bold lines. */
  readonly depth?: number
  readonly position: Position
}
