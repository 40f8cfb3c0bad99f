/** HTML → PDF: printed through a port, then finished. */
export type {PdfAttachment, PdfEdition, PdfFinish} from './pdf-finish.ts'
export type {PdfPrinter} from './pdf-printer.ts'
export {type FinishedPdf, readFinishedPdf} from './read-finished-pdf.ts'
export {type PdfText, readPdfText} from './read-pdf-text.ts'
export {renderPdf} from './render-pdf.ts'
