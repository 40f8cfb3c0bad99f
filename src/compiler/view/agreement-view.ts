import type {Align, Span} from '../clause-tree/index.ts'
import type {EditionView} from './edition-view.ts'
import type {PageView} from './page-view.ts'

/** A run of text as a renderer sees it: neighbours never look alike. */
export interface SpanView extends Omit<Span, 'position'> {
  /** Place on the same page that the run leads to: the clause that it names, or the definition of the term that it is. */
  readonly place?: {readonly kind: 'reference' | 'term'; readonly anchor: string}
}

/** All that a renderer of an agreement sees. */
export interface AgreementView extends PageView {
  readonly type: 'agreement'
  /** Titles in reading order, the agreement's own last; empty where only front matter names one. */
  readonly titles: readonly (readonly SpanView[])[]
  readonly edition: EditionView
  readonly contents: readonly ContentsEntry[]
  /** Clauses that limit the reader's rights, by kind; kinds in the order in which they first occur. */
  readonly limiting: readonly LimitingEntry[]
  /** How many clauses limit the reader's rights. */
  readonly limitingCount: number
  /** Cover pages that stand before the titles. */
  readonly cover: readonly ClauseView[]
  /** Contents and other front matter that stands after the titles. */
  readonly frontMatter: readonly ClauseView[]
  readonly clauses: readonly ClauseView[]
}

/** A line of the table of contents. */
export interface ContentsEntry {
  readonly anchor: string
  readonly label?: string
  readonly title: string
  readonly children: readonly ContentsEntry[]
}

/** A line of the index of limiting clauses: one kind, with the clauses that hold it. */
export interface LimitingEntry {
  readonly kind: string
  readonly clauses: readonly {readonly anchor: string; readonly label: string; readonly title: string}[]
}

/** A clause as it is laid out. */
export interface ClauseView {
  /** Fragment identifier, unique on the page: the permanent id, or one made of the path where there is none. */
  readonly anchor: string
  readonly path: string
  /** Permanent id; absent before the first publication. */
  readonly id?: string
  readonly kind: string
  readonly label?: string
  /** The number that the label counts with, the innermost one: 2 of `3.2`, `（二）` and `ii.`. */
  readonly labelValue?: number
  /** Title apart from the text, with its level from 2 to 6. */
  readonly heading?: {readonly level: number; readonly spans: readonly SpanView[]}
  readonly body?: BodyView
  /** Kinds of limitation that the clause holds itself. */
  readonly kinds: readonly string[]
  /** How its author set the clause off to draw attention to it; empty for most. */
  readonly emphasis: readonly string[]
  readonly children: readonly ClauseView[]
}

/** Own text of a clause as it is laid out. */
export type BodyView =
  | {readonly type: 'paragraph'; readonly spans: readonly SpanView[]; readonly quoted: boolean}
  | {readonly type: 'table'; readonly head: readonly CellView[]; readonly rows: readonly (readonly CellView[])[]}
  | {readonly type: 'preformatted'; readonly value: string}

/** A table cell. */
export interface CellView {
  readonly align?: Align
  readonly spans: readonly SpanView[]
}
