import type {PdfPrinter} from '../index.ts'
import {openChromiumPrinter} from '../io/index.ts'

/** A printer whose browser starts with the first page, so that a refusal needs none. */
export function lazyPrinter(pages?: number): PdfPrinter {
  let opened: Promise<PdfPrinter> | undefined
  const open = () => {
    opened ??= openChromiumPrinter(pages === undefined ? {} : {pages})
    return opened
  }
  return {
    print: async (html) => (await open()).print(html),
    close: async () => (await opened)?.close(),
  }
}
