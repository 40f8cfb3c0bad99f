import type {Position} from 'unist'
import type {Span} from './span.ts'

/** Own text of a clause. */
export type Body = Paragraph | Table | Preformatted

/** Running text; wrapped source lines are joined, without a space next to a Han character. */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly spans: readonly Span[]
  /** Stands in a Markdown block quote. */
  readonly quoted?: true
}

/** A table, from Markdown or from lines with tabs. The first row is the head. */
export interface Table {
  readonly type: 'table'
  readonly align: readonly (Align | undefined)[]
  readonly rows: readonly TableRow[]
}

/** Horizontal alignment of a column. */
export type Align = 'left' | 'center' | 'right'

/** A row of cells, as many as the table has columns. */
export interface TableRow {
  readonly cells: readonly TableCell[]
}

/** A cell of running text. */
export interface TableCell {
  readonly spans: readonly Span[]
  readonly position: Position
}

/** Text whose line ends matter, such as a fenced block. */
export interface Preformatted {
  readonly type: 'preformatted'
  readonly value: string
  readonly language?: string
  readonly position: Position
}
