/** HTML → PDF: printed through a port, then finished. */
export type {PdfFinish} from './finish-pdf.ts'
export type {PdfPrinter} from './pdf-printer.ts'
export {renderPdf} from './render-pdf.ts'
