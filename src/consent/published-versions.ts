import type {ShownClause} from './record/shown-text.ts'

/** One text of a published version: what a consent may name. */
export interface VersionText {
  readonly agreement: string
  readonly version: string
  readonly locale: string
  readonly title: string
  /** RFC 3339 with offset. */
  readonly effectiveAt: string
  readonly sourceSha256: string
  readonly treeSha256: string
  readonly provider?: string
  readonly renditions: readonly {readonly sha256: string; readonly parametersSha256?: string}[]
  /** Clauses that stood out when it was published. */
  readonly conspicuousClauses: readonly ShownClause[]
}

/** A version in the history of its agreement. */
export interface PublishedVersion {
  readonly version: string
  /** From 1, without gaps. */
  readonly sequence: number
  /** RFC 3339 with offset. */
  readonly effectiveAt: string
  /** Whether who agreed to the version before must agree again, and why. */
  /** Hash of the clause tree by language. */
  readonly trees: Readonly<Record<string, string>>
  readonly requiresReconsent: {readonly decision: boolean; readonly because: readonly string[]}
}

/** Knows what was really published: consents to anything else are refused. */
export interface PublishedVersions {
  /** Undefined where that text was never published. */
  readonly find: (agreement: string, version: string, locale: string) => Promise<VersionText | undefined>
  /** By sequence; empty where there is no such agreement. */
  readonly history: (agreement: string) => Promise<readonly PublishedVersion[]>
}
