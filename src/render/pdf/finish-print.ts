import type {PdfFinish} from './pdf-finish.ts'

/** Finishes a printed PDF; what it needs for that is loaded with the first one. See `finishPdf`. */
export async function finishPrint(printed: Uint8Array, html: string, finish: PdfFinish): Promise<Uint8Array> {
  return (await import('./finish-pdf.ts')).finishPdf(printed, html, finish)
}
