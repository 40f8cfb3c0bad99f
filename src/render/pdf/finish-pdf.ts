import {createHash} from 'node:crypto'

/** What the browser leaves open. */
export interface PdfFinish {
  /** Instant (ISO 8601) that stands as creation and modification date, in place of the moment of printing. */
  readonly date: string
  /** Title of the document, for the window of the reader. */
  readonly title: string
  /** Language as BCP 47 tag. */
  readonly language: string
}

/**
 * Finishes a printed PDF: fixed dates, title and language, standard roles for `Strong`, `Em` and `Aside` (poppler drops such text
 * otherwise), tab order by structure, and an identifier made of the content. The same print gives the same bytes.
 */
export async function finishPdf(printed: Uint8Array, finish: PdfFinish): Promise<Uint8Array> {
  const {ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} = await import('@cantoo/pdf-lib')
  const print = withoutTraces(printed)
  const document = await PDFDocument.load(print, {updateMetadata: false, parseSpeed: ParseSpeeds.Fastest})
  const {context, catalog} = document
  const date = new Date(finish.date)
  document.setTitle(finish.title, {showInWindowTitleBar: true})
  document.setLanguage(finish.language)
  document.setCreationDate(date)
  document.setModificationDate(date)
  document.setProducer('Proviso')
  document.setCreator('Proviso')
  const structure = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  structure?.set(PDFName.of('RoleMap'), context.obj({Strong: 'Span', Em: 'Span', Aside: 'Sect'}))
  for (const page of document.getPages()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookupMaybe(index, PDFDict)
      const action = annotation?.lookupMaybe(PDFName.of('A'), PDFDict)
      const address = action?.lookupMaybe(PDFName.of('URI'), PDFString)?.asString() ?? finish.title
      if (annotation && !annotation.has(PDFName.of('Contents'))) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(address))
    }
  }
  const id = PDFHexString.of(createHash('sha256').update(print).update(finish.title).update(finish.date).digest('hex').slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
  return document.save({useObjectStreams: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY})
}

/**
 * The print without what two prints of one page differ in: the moment of printing, and the browser's own numbers of table cells, which
 * count on in a page that is used again. Cells are numbered anew in the same order, so that the sorted tree of names stays sorted; all
 * replacements keep their length, as the cross-reference table counts bytes.
 */
function withoutTraces(printed: Uint8Array): Uint8Array {
  const print = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength).toString('latin1')
  const cells = [...new Set(print.match(/\(node\d{8}\)/g))].sort()
  const numbers = new Map(cells.map((cell, index) => [cell, `(node${String(index + 1).padStart(8, '0')})`]))
  const clean = print
    .replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, '/$1 (D:20000101000000')
    .replace(/\(node\d{8}\)/g, (cell) => numbers.get(cell) ?? cell)
  return Buffer.from(clean, 'latin1')
}
