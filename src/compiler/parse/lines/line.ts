import type {ListItem} from 'mdast'
import type {Position} from 'unist'
import type {Preformatted, Span, Table} from '../../clause-tree/index.ts'

/** A line of an agreement as its reader sees it: a heading, a paragraph, a part of one after a line break, a table, a block. */
export interface Line {
  /** Text without surrounding white space; empty for a table, a block and a list item without text. */
  readonly spans: readonly Span[]
  /** A table or a block in place of text. */
  readonly block?: Table | Preformatted
  /** Level of the Markdown heading. */
  readonly headingDepth?: number
  /** Marker of the list item that this line opens. */
  readonly marker?: ListMarker
  /** Innermost list item around the line. */
  readonly item?: ListItem
  /** How many list items stand around the line. */
  readonly itemDepth: number
  /** What parts it from the line before: a Markdown block, a hard line break, or only a line end. */
  readonly start: 'block' | 'hard' | 'soft'
  readonly quoted: boolean
  readonly position: Position
}

/** What Markdown shows in front of a list item or a footnote. */
export interface ListMarker {
  readonly type: 'ordered' | 'bullet' | 'footnote'
  /** As written: `1.`, `-`, `[^note]`. */
  readonly text: string
  /** The number as written or, where all items of the list carry the same, as a Markdown renderer shows it. */
  readonly ordinal: number
  /** The list has no other item. */
  readonly isAlone: boolean
  readonly position: Position
}
