import type {PdfFinish} from './pdf-finish.ts'
import type {PdfPrinter} from './pdf-printer.ts'

/** HTML → finished PDF: printed, then made archivable, accessible, reproducible and readable by machines. */
export async function renderPdf(printer: PdfPrinter, html: string, finish: PdfFinish): Promise<Uint8Array> {
  const [printed, {finishPdf}] = await Promise.all([printer.print(html), import('./finish-pdf.ts')])
  return finishPdf(printed, html, finish)
}
