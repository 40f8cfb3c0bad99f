import type {PdfPrinter} from '../index.ts'
import {openChromiumPrinter, openPdfFinisher} from '../io/index.ts'

/** A printer whose browser starts with the first page, so that a refusal needs none; what it prints is finished beside. */
export function lazyPrinter(finishProgram: URL, pages?: number): PdfPrinter {
  const finisher = openPdfFinisher(finishProgram)
  let opened: Promise<PdfPrinter> | undefined
  const open = () => {
    opened ??= openChromiumPrinter(pages === undefined ? {} : {pages})
    return opened
  }
  return {
    print: async (html) => (await open()).print(html),
    finish: finisher.finish,
    close: async () => {
      await finisher.close()
      await (await opened)?.close()
    },
  }
}
