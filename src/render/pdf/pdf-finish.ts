/** What the browser leaves open about a document. */
export interface PdfFinish {
  /** Instant (ISO 8601) that stands as creation and modification date, in place of the moment of printing. */
  readonly date: string
  /** Title of the document, for the window of the reader. */
  readonly title: string
  /** Language as BCP 47 tag. */
  readonly language: string
  /** Who answers for the document. */
  readonly provider?: string
  /** Which edition of which agreement this is. */
  readonly edition?: PdfEdition
  /** Files inside the document, in any order; names must differ. */
  readonly attachments?: readonly PdfAttachment[]
}

/** Which edition of an agreement a document shows; hashes are SHA-256 in hexadecimal. */
export interface PdfEdition {
  readonly agreement: string
  /** Absent while nothing is published. */
  readonly version?: string
  readonly locale: string
  /** RFC 3339 instant from which the version is in force. */
  readonly effectiveAt?: string
  readonly sourceSha256: string
  readonly treeSha256: string
}

/** A file inside a document and what it is to it (ISO 19005-3, annex E). */
export interface PdfAttachment {
  /** File name in ASCII. */
  readonly name: string
  /** Media type (RFC 6838). */
  readonly mediaType: string
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement'
  /** A sentence for the reader's list of attachments. */
  readonly description: string
  readonly content: string | Uint8Array
}
