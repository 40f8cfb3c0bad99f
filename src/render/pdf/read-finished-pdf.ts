import type {FinishedPdf} from './finished-pdf.ts'

/**
 * Reads a finished PDF back.
 *
 * @returns nothing where the bytes are no PDF that can be read
 */
export async function readFinishedPdf(pdf: Uint8Array): Promise<FinishedPdf | undefined> {
  const {parseFinishedPdf} = await import('./parse-finished-pdf.ts')
  return parseFinishedPdf(pdf)
}
