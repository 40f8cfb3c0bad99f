/** HTML → PDF: printed through a port, then finished. */
export type {PdfAttachment, PdfEdition, PdfFinish} from './pdf-finish.ts'
export type {PdfPrinter} from './pdf-printer.ts'
export {renderPdf} from './render-pdf.ts'
