/** Something outside failed: a file, the browser, a database. Not a bug and not a fault of the text; faces map it to an exit status or a problem. */
export class OperationalError extends Error {
  override readonly name = 'OperationalError'
  /** Stable kebab-case name of what happened, such as `file-missing`. */
  readonly code: string
  /** One sentence that says how to mend it. */
  readonly remedy: string
  /** Whether something is missing that the caller can install or create, as opposed to something given wrongly. */
  readonly isMissing: boolean
  /** Whether the call was right and another process was first. */
  readonly isOvertaken: boolean

  constructor(
    code: string,
    message: string,
    remedy: string,
    options: {readonly isMissing?: boolean; readonly isOvertaken?: boolean; readonly cause?: unknown} = {},
  ) {
    super(message, options.cause === undefined ? undefined : {cause: options.cause})
    this.code = code
    this.remedy = remedy
    this.isOvertaken = options.isOvertaken ?? false
    this.isMissing = options.isMissing ?? !this.isOvertaken
  }
}
