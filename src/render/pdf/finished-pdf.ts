import type {PdfEdition} from './pdf-finish.ts'

/** What a PDF of ours says about itself. */
export interface FinishedPdf {
  readonly seal: 'intact' | 'broken' | 'missing'
  /** What XMP says, as far as it says something; hashes are not checked here. */
  readonly edition: Partial<PdfEdition>
  /** Contents by name; of two files with one name the second is under its name with `#2`. */
  readonly attachments: ReadonlyMap<string, Uint8Array>
  /** What a document of ours never has: scripts, forms, annotations other than links, a second layer of changes. */
  readonly intruders: readonly string[]
}
