import {PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef} from '@cantoo/pdf-lib'

/** Content of a page that belongs to an element. */
export interface MarkedContent {
  readonly page: PDFRef
  /** Marked-content id on that page. */
  readonly id: number
}

/** An element of the structure tree with what it is found by. */
export interface StructureElement {
  readonly ref: PDFRef
  readonly dict: PDFDict
  /** Structure type as written, such as `P`. */
  readonly type: string
}

/** Root of the structure tree of a tagged document. */
export function structureRoot(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
}

/** What an element holds: elements, marked-content ids, references to annotations. */
export function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.get(PDFName.of('K'))
  const resolved = kids instanceof PDFRef ? dict.context.lookup(kids) : kids
  if (resolved instanceof PDFArray) return resolved.asArray()
  return kids === undefined ? [] : [kids]
}

/** The element that a kid is; none for marked content and annotations. */
export function elementAt(dict: PDFDict, kid: PDFObject): StructureElement | undefined {
  if (!(kid instanceof PDFRef)) return undefined
  const element = dict.context.lookup(kid)
  if (!(element instanceof PDFDict)) return undefined
  const type = element.get(PDFName.of('S'))
  return type instanceof PDFName ? {ref: kid, dict: element, type: type.decodeText()} : undefined
}

/** All elements in reading order, each before its kids. */
export function elementsOf(root: PDFDict): StructureElement[] {
  const found: StructureElement[] = []
  const open = elementKids(root).reverse()
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element)
    open.push(...elementKids(element.dict).reverse())
  }
  return found
}

/** The elements among what an element holds. */
export function elementKids(dict: PDFDict): StructureElement[] {
  return kidsOf(dict).flatMap((kid) => elementAt(dict, kid) ?? [])
}

/** Marked content that a kid is: its page and its id there; none for elements and annotations. */
export function markedContent(dict: PDFDict, kid: PDFObject): MarkedContent | undefined {
  const object = kid instanceof PDFRef ? dict.context.lookup(kid) : kid
  const id = object instanceof PDFDict ? object.get(PDFName.of('MCID')) : object
  const page = object instanceof PDFDict ? (object.get(PDFName.of('Pg')) ?? dict.get(PDFName.of('Pg'))) : dict.get(PDFName.of('Pg'))
  return id instanceof PDFNumber && page instanceof PDFRef ? {page, id: id.asNumber()} : undefined
}
