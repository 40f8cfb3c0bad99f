/** A file that cannot be imported, and how to mend it. */
export interface ImportRefusal {
  /** Stable kebab-case name. */
  readonly refused:
    | 'file-too-large'
    | 'format-unknown'
    | 'text-encoding'
    | 'text-too-large'
    | 'no-text'
    | 'selector-unmatched'
    | 'html-too-deep'
    | 'docx-broken'
    | 'docx-too-large'
    | 'docx-macros'
    | 'docx-encrypted'
    | 'docx-tracked-changes'
    | 'pdf-broken'
    | 'pdf-encrypted'
    | 'pdf-too-large'
    | 'pdf-scan'
  readonly message: string
  readonly remedy: string
}
