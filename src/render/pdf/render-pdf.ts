import {finishPrint} from './finish-print.ts'
import type {PdfFinish} from './pdf-finish.ts'
import type {PdfPrinter} from './pdf-printer.ts'

/** HTML → finished PDF: printed, then made archivable, accessible, reproducible and readable by machines. */
export async function renderPdf(printer: PdfPrinter, html: string, finish: PdfFinish): Promise<Uint8Array> {
  const finishOne = printer.finish ?? finishPrint
  return finishOne(await printer.print(html), html, finish)
}
