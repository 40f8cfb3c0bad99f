import {PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, type PDFRef} from '@cantoo/pdf-lib'
import type {MarkedContent} from './structure-tree.ts'

/** The way from content of a page to its element (ISO 32000-1, 14.7.4.4). */
export interface ParentTree {
  /** Says which element the content belongs to; none for an artifact. */
  setParent(content: MarkedContent, parent: PDFRef | undefined): void
}

/** Opens the parent tree of a structure tree, as far as its numbers stand in the root of the tree of numbers. */
export function openParentTree(root: PDFDict): ParentTree {
  const {context} = root
  const numbers = root.lookupMaybe(PDFName.of('ParentTree'), PDFDict)?.lookupMaybe(PDFName.of('Nums'), PDFArray)
  const rows = new Map<number, PDFArray>()
  for (let index = 0; index + 1 < (numbers?.size() ?? 0); index += 2) {
    const key = numbers?.lookup(index)
    const row = numbers?.lookup(index + 1)
    if (key instanceof PDFNumber && row instanceof PDFArray) rows.set(key.asNumber(), row)
  }
  return {
    setParent: ({page, id}, parent) => {
      const key = context.lookupMaybe(page, PDFDict)?.lookupMaybe(PDFName.of('StructParents'), PDFNumber)
      const row = key && rows.get(key.asNumber())
      if (row && id < row.size()) row.set(id, parent ?? PDFNull)
    },
  }
}
