import {finishPdf, type PdfFinish} from './finish-pdf.ts'
import type {PdfPrinter} from './pdf-printer.ts'

/** HTML → finished PDF: printed, then made reproducible and readable by machines. */
export async function renderPdf(printer: PdfPrinter, html: string, finish: PdfFinish): Promise<Uint8Array> {
  return finishPdf(await printer.print(html), finish)
}
