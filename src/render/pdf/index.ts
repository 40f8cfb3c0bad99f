/** HTML → PDF: printed through a port, then finished. */

export {finishPrint} from './finish-print.ts'
export type {FinishedPdf} from './finished-pdf.ts'
export type {PdfAttachment, PdfEdition, PdfFinish} from './pdf-finish.ts'
export type {PdfPrinter} from './pdf-printer.ts'
export {readFinishedPdf} from './read-finished-pdf.ts'
export {type PdfText, readPdfText} from './read-pdf-text.ts'
export {renderPdf} from './render-pdf.ts'
