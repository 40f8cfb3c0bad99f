import {inflateSync} from 'node:zlib'
import {type PDFDict, PDFDocument, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import type {FinishedPdf} from './finished-pdf.ts'
import type {PdfEdition} from './pdf-finish.ts'
import {checkSeal} from './seal-pdf.ts'

/** Reads a finished PDF back; nothing where the bytes are no PDF that can be read. Apart from its caller, since the parser takes long to load. */
export async function parseFinishedPdf(pdf: Uint8Array): Promise<FinishedPdf | undefined> {
  try {
    const document = await PDFDocument.load(pdf, {updateMetadata: false})
    const attachments = new Map<string, Uint8Array>()
    for (const {name, data} of document.getAttachments()) attachments.set(freeName(name, attachments), data)
    return {seal: checkSeal(pdf), edition: readEdition(document), attachments, intruders: findIntruders(document, pdf)}
  } catch {
    // The bytes may be anything, and the parser throws errors of many kinds for what is damaged.
    return undefined
  }
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name}#${count}`
  return free
}

function readEdition({catalog}: PDFDocument): Partial<PdfEdition> {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) return {}
  const xmp = Buffer.from(stream.dict.has(PDFName.of('Filter')) ? inflateSync(stream.contents) : stream.contents).toString('utf8')
  const field = (name: string) => {
    const value = new RegExp(`<agr:${name}>([^<]*)</agr:${name}>`).exec(xmp)?.[1]
    return value?.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
  }
  const found = {
    agreement: field('agreementId'),
    version: field('version'),
    locale: field('locale'),
    effectiveAt: field('effectiveFrom'),
    sourceSha256: field('sourceSha256'),
    treeSha256: field('treeSha256'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

function findIntruders(document: PDFDocument, pdf: Uint8Array): string[] {
  const {catalog} = document
  const found = ['AcroForm', 'OpenAction', 'AA', 'OCProperties'].filter((name) => catalog.has(PDFName.of(name)))
  const others = document
    .getPages()
    .flatMap(({node}) => node.Annots()?.asArray() ?? [])
    .map((annotation) => document.context.lookup(annotation))
    .map((annotation) =>
      annotation !== undefined && 'get' in annotation ? (annotation as PDFDict).get(PDFName.of('Subtype'))?.toString() : 'broken',
    )
    .filter((type) => type !== '/Link')
  const ends = Buffer.from(pdf).toString('latin1').match(/%%EOF/g)?.length ?? 0
  return [...found, ...others.map((type) => `annotation ${type ?? ''}`), ...(ends === 1 ? [] : [`${ends} layers of changes`])]
}
