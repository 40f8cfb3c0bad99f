import type {Position} from 'unist'
import type {Clause} from './clause.ts'
import type {Heading} from './heading.ts'

/** One agreement: the root of a clause tree. A source may hold several. */
export interface Agreement {
  readonly type: 'agreement'
  /** Language of the text as BCP 47 tag, declared by the caller or found from the script. */
  readonly locale: string
  /** Titles in reading order: document, chapter, agreement. The last one is the agreement's own. */
  readonly titles: readonly Heading[]
  /** Title in the YAML front matter of the source, if any. */
  readonly declaredTitle?: string
  /** Cover, copyright pages and tables of contents: kept, but no clauses. */
  readonly frontMatter: readonly Clause[]
  /** Clauses in reading order, preamble first, colophon last. */
  readonly clauses: readonly Clause[]
  /** What the source holds beside the text of the agreement. */
  readonly dropped: readonly Dropped[]
}

/** A piece of the source that is no text of the agreement, with the reason. */
export interface Dropped {
  readonly reason: 'metadata' | 'comment' | 'thematic-break' | 'link-definition' | 'html' | 'byte-order-mark'
  /** The source text as written. */
  readonly text: string
  readonly position: Position
}
