import type {PdfFinish} from './pdf-finish.ts'

/** Prints HTML; implemented outside by a browser. */
export interface PdfPrinter {
  /** One self-contained page → PDF bytes as the browser writes them. */
  print(html: string): Promise<Uint8Array>
  /** Finishes a print elsewhere, to the bytes that `finishPrint` gives; where it is absent that is done here. */
  readonly finish?: (printed: Uint8Array, html: string, finish: PdfFinish) => Promise<Uint8Array>
  /** Ends the browser. */
  close(): Promise<void>
}
