import type {Align, Span} from '../clause-tree/index.ts'

/** A run of text as a renderer sees it: neighbours never look alike. */
export type SpanView = Omit<Span, 'position'>

/** All that a renderer of an agreement sees. */
export interface AgreementView {
  readonly type: 'agreement'
  /** BCP 47 tag. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** Plain text of the agreement's own title. */
  readonly title: string
  /** Titles in reading order, the agreement's own last; empty where only front matter names one. */
  readonly titles: readonly (readonly SpanView[])[]
  readonly edition: EditionView
  readonly contents: readonly ContentsEntry[]
  /** Clauses that limit the reader's rights, in reading order. */
  readonly limiting: readonly LimitingEntry[]
  /** Cover pages that stand before the titles. */
  readonly cover: readonly ClauseView[]
  /** Contents and other front matter that stands after the titles. */
  readonly frontMatter: readonly ClauseView[]
  readonly clauses: readonly ClauseView[]
}

/** Which edition this is and where its other forms are; absent fields are not known or do not exist. */
export interface EditionView {
  readonly id?: string
  readonly provider?: string
  readonly version?: string
  /** First 12 digits of the SHA-256 of the source. */
  readonly shortHash?: string
  /** Other forms of the same text: address relative to the page. */
  readonly links: readonly {readonly rel: 'pdf' | 'json' | 'markdown' | 'index'; readonly href: string}[]
  /** The same agreement in other languages. */
  readonly translations: readonly {readonly locale: string; readonly href: string}[]
}

/** A line of the table of contents. */
export interface ContentsEntry {
  readonly anchor: string
  readonly label?: string
  readonly title: string
  readonly children: readonly ContentsEntry[]
}

/** A line of the index of limiting clauses. */
export interface LimitingEntry {
  readonly anchor: string
  /** Label, or the path where there is none. */
  readonly label: string
  readonly title: string
  readonly kinds: readonly string[]
}

/** A clause as it is laid out. */
export interface ClauseView {
  /** Fragment identifier, unique on the page. */
  readonly anchor: string
  readonly path: string
  readonly kind: string
  readonly label?: string
  /** Title apart from the text, with its level from 2 to 6. */
  readonly heading?: {readonly level: number; readonly spans: readonly SpanView[]}
  readonly body?: BodyView
  /** Kinds of limitation that the clause holds itself. */
  readonly kinds: readonly string[]
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
