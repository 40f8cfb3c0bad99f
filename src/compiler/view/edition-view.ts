/** Which edition of an agreement a page shows, and where its other forms are; absent fields are not known or do not exist. */
export interface EditionView {
  readonly id?: string
  readonly provider?: string
  /** Absent in a draft. */
  readonly version?: string
  /** First 12 digits of the SHA-256 of the source. */
  readonly shortHash?: string
  /** What the QR code on printed pages says: where this edition can be looked up. Absent in a draft. */
  readonly verification?: string
  /** RFC 3339 with offset. */
  readonly announcedAt?: string
  /** RFC 3339 with offset. */
  readonly effectiveAt?: string
  /** The version that follows, with the moment from which it replaces this one. */
  readonly next?: VersionLink
  /** All versions, the newest first; for the picker. Empty on pages that never change, as they cannot know later versions. */
  readonly versions?: readonly (VersionLink & {readonly isThis: boolean})[]
  /** The text that decides where translations differ, where this is not the one. */
  readonly authoritative?: {readonly locale: string; readonly href: string}
  /** Other forms of the same text and pages about it: address relative to the page. */
  readonly links: readonly {readonly rel: EditionLink; readonly href: string}[]
  /** The same agreement in other languages. */
  readonly translations: readonly {readonly locale: string; readonly href: string}[]
}

/** A version and its page. */
export interface VersionLink {
  readonly version: string
  /** RFC 3339 with offset. */
  readonly effectiveAt: string
  readonly href: string
}

/**
 * What a link of an edition leads to: its other forms, or the pages about it.
 * `latest` is the page of the version in force, `previous-version` the version before.
 */
export type EditionLink = 'pdf' | 'docx' | 'markdown' | 'json' | 'redline' | 'notice' | 'latest' | 'previous-version' | 'history' | 'index'
