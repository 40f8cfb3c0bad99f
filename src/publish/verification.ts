/** Whether a thing is what was published, unaltered; what `verify --json` prints. */
export interface Verification {
  readonly schemaVersion: 1
  readonly subject: VerifiedSubject
  /** `true` where no check failed. */
  readonly isIntact: boolean
  readonly checks: readonly VerificationCheck[]
  /** What the pages say beside the agreement, white space left out: version lines, page words. */
  readonly beside?: readonly string[]
}

/** What the thing says it is. */
export interface VerifiedSubject {
  readonly kind: 'pdf' | 'version' | 'agreement' | 'site'
  /** SHA-256 in hexadecimal digits of the file; of a folder, that of the sorted lines `<SHA-256 of a file>  <its path>`. */
  readonly sha256: string
  readonly agreement?: string | undefined
  readonly version?: string | undefined
  readonly locale?: string | undefined
  readonly title?: string | undefined
  /** RFC 3339. */
  readonly effectiveAt?: string | undefined
}

/** One thing that was looked at. */
export interface VerificationCheck {
  /** Stable kebab-case name. */
  readonly id: string
  /** `skipped` where what is needed for the check was not there. */
  readonly outcome: 'ok' | 'failed' | 'skipped'
  /** What was found, in English. */
  readonly message: string
  readonly expected?: string | undefined
  readonly actual?: string | undefined
}
