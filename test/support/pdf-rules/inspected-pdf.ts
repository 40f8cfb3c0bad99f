import {inflateSync} from 'node:zlib'
import {PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFString} from '@cantoo/pdf-lib'
import {type ContentScan, scanContent} from './content-scan.ts'

/** A document as the rules see it. */
export interface InspectedPdf {
  readonly bytes: Buffer
  readonly document: PDFDocument
  readonly catalog: PDFDict
  /** XMP packet; empty where there is none. */
  readonly xmp: string
  readonly pages: readonly InspectedPage[]
  /** Structure elements in reading order. */
  readonly elements: readonly InspectedElement[]
  /** All composite fonts by the tag of their reference. */
  readonly fonts: ReadonlyMap<string, PDFDict>
}

/** A page and what its content does. */
export interface InspectedPage {
  readonly node: PDFDict
  readonly tag: string
  readonly scan: ContentScan
  readonly annotations: readonly PDFDict[]
}

/** A structure element with its place. */
export interface InspectedElement {
  readonly dict: PDFDict
  readonly tag: string
  readonly type: string
  /** Type as the role map reads it. */
  readonly role: string
  readonly parent: string
  readonly kids: readonly InspectedElement[]
  /** Marked content by page tag and id. */
  readonly contents: readonly string[]
  /** Tags of the annotations that are referred to. */
  readonly objects: readonly string[]
}

/** Opens a document for the rules. */
export async function inspectPdf(pdf: Uint8Array): Promise<InspectedPdf> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  const {catalog} = document
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const roles = root?.lookupMaybe(PDFName.of('RoleMap'), PDFDict)
  const top = root ? elementsBelow(root, 'StructTreeRoot', roles) : []
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  const fonts = new Map<string, PDFDict>()
  for (const [ref, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && nameOf(object.get(PDFName.of('Subtype'))) === 'Type0') fonts.set(ref.tag, object)
  return {
    bytes: Buffer.from(pdf),
    document,
    catalog,
    xmp: metadata instanceof PDFRawStream ? decodeStream(metadata).toString('utf8') : '',
    pages: document.getPages().map(({node, ref}) => ({
      node,
      tag: ref.tag,
      scan: scanContent(contentOf(node)),
      annotations: dictsIn(node.lookup(PDFName.of('Annots'))),
    })),
    elements: flatten(top),
    fonts,
  }
}

/** Name as text; empty for anything else. */
export function nameOf(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : ''
}

/** Text of a string; empty for anything else. */
export function textOf(object: PDFObject | undefined): string {
  return object !== undefined && 'decodeText' in object && typeof object.decodeText === 'function' ? String(object.decodeText()) : ''
}

/** Dictionaries of an array. */
export function dictsIn(object: PDFObject | undefined): PDFDict[] {
  if (!(object instanceof PDFArray)) return []
  return object.asArray().flatMap((_, index) => object.lookupMaybe(index, PDFDict) ?? [])
}

/** Decoded bytes of a stream that has no filter or Flate. */
export function decodeStream(stream: PDFRawStream): Buffer {
  const filter = nameOf(stream.dict.lookup(PDFName.of('Filter')))
  return filter === '' ? Buffer.from(stream.contents) : inflateSync(stream.contents)
}

function contentOf(node: PDFDict): string {
  const contents = node.lookup(PDFName.of('Contents'))
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  return streams.map((stream) => (stream instanceof PDFRawStream ? decodeStream(stream).toString('latin1') : '')).join('\n')
}

function elementsBelow(dict: PDFDict, parent: string, roles: PDFDict | undefined): InspectedElement[] {
  return kids(dict).flatMap((kid) => {
    const child = kid instanceof PDFRef ? dict.context.lookup(kid) : kid
    if (!(kid instanceof PDFRef) || !(child instanceof PDFDict) || !child.has(PDFName.of('S'))) return []
    const type = nameOf(child.get(PDFName.of('S')))
    const own = kids(child)
    const page = child.get(PDFName.of('Pg'))
    const reference = (object: PDFObject) => (object instanceof PDFRef ? child.context.lookup(object) : object)
    return [
      {
        dict: child,
        tag: kid.tag,
        type,
        role: nameOf(roles?.get(PDFName.of(type))) || type,
        parent,
        kids: elementsBelow(child, kid.tag, roles),
        contents: own.flatMap((object) => {
          const value = reference(object)
          if (value instanceof PDFDict) {
            const id = value.get(PDFName.of('MCID'))
            return id ? [`${(value.get(PDFName.of('Pg')) ?? page)?.toString()} ${id.toString()}`] : []
          }
          return value === undefined || object instanceof PDFRef ? [] : [`${page?.toString()} ${value.toString()}`]
        }),
        objects: own.flatMap((object) => {
          const value = reference(object)
          return value instanceof PDFDict && value.has(PDFName.of('Obj')) ? [value.get(PDFName.of('Obj'))?.toString() ?? ''] : []
        }),
      },
    ]
  })
}

function kids(dict: PDFDict): PDFObject[] {
  const own = dict.lookup(PDFName.of('K'))
  if (own instanceof PDFArray) return own.asArray()
  const single = dict.get(PDFName.of('K'))
  return single === undefined || single instanceof PDFString ? [] : [single]
}

function flatten(elements: readonly InspectedElement[]): InspectedElement[] {
  return elements.flatMap((element) => [element, ...flatten(element.kids)])
}
