/** What every page has, whatever it shows. */
export interface PageView {
  /** BCP 47 tag. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  /** Plain text: title of the window and of the document. */
  readonly title: string
  readonly head: HeadView
  /** Printed at the head of each page. */
  readonly stamp?: 'draft'
}

/** What a page tells programs about itself. */
export interface HeadView {
  /** Whether search engines may list the page; drafts may not be listed. */
  readonly isListed: boolean
  readonly metas: readonly {readonly name: string; readonly content: string}[]
  /** Relations of RFC 8288 and RFC 5829; addresses are absolute where the address of the site is known. */
  readonly links: readonly HeadLink[]
  /** Data blocks: schema.org as JSON-LD, and what consent records need. */
  readonly data: readonly {readonly type: 'application/ld+json' | 'application/json'; readonly id?: string; readonly value: unknown}[]
}

/** A relation of a page to another document. */
export interface HeadLink {
  readonly rel: string
  readonly href: string
  readonly hreflang?: string
  readonly type?: string
  readonly title?: string
}

/** The head of a page that says nothing about itself and is not listed. */
export const SILENT_HEAD: HeadView = {isListed: false, metas: [], links: [], data: []}
