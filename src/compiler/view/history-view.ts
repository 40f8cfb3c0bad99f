import type {EditionLink} from './edition-view.ts'
import type {PageView} from './page-view.ts'

/** All versions of an agreement in one language, as a page lists them. */
export interface HistoryView extends PageView {
  readonly type: 'history'
  readonly agreement: {readonly title: string; readonly provider: string}
  readonly links: readonly {readonly rel: EditionLink; readonly href: string}[]
  readonly translations: readonly {readonly locale: string; readonly href: string}[]
  /** The newest first. */
  readonly versions: readonly HistoryEntry[]
}

/** A version in the history. */
export interface HistoryEntry {
  readonly version: string
  /** Key of the message that says where it is in its life. */
  readonly state: 'in-force' | 'upcoming' | 'past' | 'withdrawn'
  /** RFC 3339 with offset. */
  readonly announcedAt: string
  /** RFC 3339 with offset. */
  readonly effectiveAt: string
  /** RFC 3339 with offset: when another version took its place. */
  readonly endedAt?: string
  readonly summary?: string
  readonly href: string
  readonly forms: readonly {readonly rel: EditionLink; readonly href: string}[]
}
