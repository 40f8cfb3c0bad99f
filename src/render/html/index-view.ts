import type {EditionLink, PageView} from '../../compiler/view/index.ts'

/** What the start page of a site, or of its texts in one language, shows. */
export interface IndexView extends PageView {
  readonly type: 'index'
  readonly agreements: readonly IndexEntry[]
  /** Start pages of single languages. */
  readonly translations: readonly {readonly locale: string; readonly href: string}[]
  /** Address of the feed; absent where there is none. */
  readonly feed?: string
  /** What the search needs: its script, the folder that its addresses start from, and its indexes in that folder. */
  readonly search: {readonly script: string; readonly base: string; readonly indexes: readonly string[]}
}

/** An agreement with its languages and forms. */
export interface IndexEntry {
  readonly title: string
  readonly provider?: string
  readonly texts: readonly {
    readonly locale: string
    readonly title: string
    readonly href: string
    readonly isDraft: boolean
    /** RFC 3339 with offset. */
    readonly effectiveAt?: string
    readonly links: readonly {readonly rel: EditionLink; readonly href: string}[]
  }[]
}
