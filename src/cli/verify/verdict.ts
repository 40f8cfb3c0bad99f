/** What came out of a verification. */
export interface Verdict {
  readonly isIntact: boolean
  /** For people. */
  readonly lines: readonly string[]
  /** For programs; carries its `schemaVersion`. */
  readonly document: object
}
