import {PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString} from '@cantoo/pdf-lib'

/**
 * Gives each link what PDF/UA-1 asks for (ISO 14289-1, 7.18): a description, and structural tab order on its page; and each annotation
 * the print flag that PDF/A asks for.
 *
 * @param texts words of the links of the page by their addresses; a link without words is described by its address
 */
export function describeLinks(document: PDFDocument, texts: ReadonlyMap<string, string>): void {
  for (const {node} of document.getPages()) {
    node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookupMaybe(index, PDFDict)
      if (!annotation) continue
      annotation.set(PDFName.of('F'), PDFNumber.of(4))
      if (annotation.has(PDFName.of('Contents'))) continue
      const address = addressOf(annotation)
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(texts.get(address) ?? address.replace(/^#/, '')))
    }
  }
}

function addressOf(annotation: PDFDict): string {
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  if (uri instanceof PDFString || uri instanceof PDFHexString) return uri.decodeText()
  const target = annotation.lookup(PDFName.of('Dest'))
  if (target instanceof PDFName) return `#${target.decodeText()}`
  if (target instanceof PDFString || target instanceof PDFHexString) return `#${target.decodeText()}`
  return 'link'
}

/** Words of the links of an HTML page by their addresses, as far as they stand there; of several the first. */
export function linkTexts(html: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [, tag = '', inner = ''] of html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)) {
    const address = /\bhref="([^"]*)"/.exec(tag)?.[1]
    const words = plain(inner.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim()
    if (address === undefined || words === '' || words === '#') continue
    const key = plain(address)
    if (!texts.has(key)) texts.set(key, words)
  }
  return texts
}

function plain(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return NAMED[name ?? ''] ?? whole
  })
}

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'}
