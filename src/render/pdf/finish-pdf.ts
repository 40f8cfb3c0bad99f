import {createHash} from 'node:crypto'
import {inflateSync} from 'node:zlib'
import {AFRelationship, ParseSpeeds, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {describeLinks, linkTexts} from './describe-links.ts'
import {markArtifacts} from './mark-artifacts.ts'
import {mendStructure} from './mend-structure.ts'
import type {PdfFinish} from './pdf-finish.ts'
import {sealPdf} from './seal-pdf.ts'
import {srgbProfile} from './srgb-profile.ts'
import {withoutTraces} from './without-traces.ts'
import {xmpPacket} from './xmp-packet.ts'

/**
 * Finishes a printed PDF as PDF/A-3u (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), with its attachments, and seals it. The same print and
 * the same finish give the same bytes: dates are given, the identifier is made of the content, compression is our own.
 *
 * @param html what was printed; the words of its links describe them
 */
export async function finishPdf(printed: Uint8Array, html: string, finish: PdfFinish): Promise<Uint8Array> {
  const print = withoutTraces(printed)
  const document = await PDFDocument.load(print, {updateMetadata: false, parseSpeed: ParseSpeeds.Fastest})
  const id = identifier(print, finish)
  markPages(document, mendStructure(document))
  describeLinks(document, linkTexts(html))
  writeMetadata(document, finish, id)
  await attachFiles(document, finish)
  const pdf = await document.save({useObjectStreams: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY})
  pdf.set(VERSION, 0)
  sealPdf(pdf)
  return pdf
}

/** 32 hexadecimal digits made of all that goes into the document. */
function identifier(print: Uint8Array, {attachments = [], ...finish}: PdfFinish): string {
  const hash = createHash('sha256').update(print).update(JSON.stringify(finish))
  for (const {content, ...file} of attachments) hash.update(JSON.stringify(file)).update(content)
  return hash.digest('hex').slice(0, 32)
}

/** What the file is said to be in its first line: the version that PDF/A-3 builds upon. */
const VERSION = Buffer.from('%PDF-1.7')

function markPages(document: PDFDocument, dropped: ReadonlyMap<string, ReadonlySet<number>>): void {
  const {context} = document
  for (const page of document.getPages()) {
    const ref = page.node.get(PDFName.of('Contents'))
    const stream = context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    const content = inflateSync(stream.contents).toString('latin1')
    const marked = markArtifacts(content, dropped.get(page.ref.tag))
    if (marked !== content) context.assign(ref, context.flateStream(Buffer.from(marked, 'latin1')))
  }
}

function writeMetadata(document: PDFDocument, finish: PdfFinish, id: string): void {
  const {context, catalog} = document
  const date = new Date(finish.date)
  document.setTitle(finish.title, {showInWindowTitleBar: true})
  document.setLanguage(finish.language)
  if (finish.provider) document.setAuthor(finish.provider)
  document.setCreationDate(date)
  document.setModificationDate(date)
  document.setProducer('Proviso')
  document.setCreator('Proviso')
  const packet = context.stream(Buffer.from(xmpPacket(finish, id), 'utf8'), {Type: 'Metadata', Subtype: 'XML'})
  catalog.set(PDFName.of('Metadata'), context.register(packet))
  const profile = context.register(context.flateStream(srgbProfile(), {N: 3}))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFHexString.fromText('sRGB IEC61966-2.1'),
    Info: PDFHexString.fromText('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
  const name = PDFHexString.of(id)
  context.trailerInfo.ID = context.obj([name, name])
}

async function attachFiles(document: PDFDocument, {attachments = [], date}: PdfFinish): Promise<void> {
  const instant = new Date(date)
  for (const file of [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : file.content
    await document.attach(content, file.name, {
      mimeType: file.mediaType,
      description: file.description,
      creationDate: instant,
      modificationDate: instant,
      afRelationship: AFRelationship[file.relationship],
    })
  }
}
