import {childNamed, elementsNamed} from './word-xml.ts'

/**
 * Puts what readers of Word files skip or misread into plain paragraphs and cells: simple fields give the text that they show, text boxes
 * stand after the paragraph that they hang on, and no cell is wider than Word allows.
 */
export function plainStructures(document: Document): void {
  for (const field of elementsNamed(document, 'w:fldSimple')) unwrap(field)
  for (const box of elementsNamed(document, 'w:txbxContent').reverse()) standAfterItsParagraph(box)
  for (const properties of elementsNamed(document, 'w:tcPr')) {
    const span = childNamed(properties, 'w:gridSpan')
    if (Number(span?.getAttribute('w:val') ?? 1) > MOST_COLUMNS) span?.setAttribute('w:val', `${MOST_COLUMNS}`)
  }
}

/** Leaves the children of an element in its place. */
export function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element)
  element.parentNode?.removeChild(element)
}

function standAfterItsParagraph(box: Element): void {
  let paragraph = box.parentNode
  while (paragraph && paragraph.nodeName !== 'w:p') paragraph = paragraph.parentNode
  const place = paragraph?.nextSibling ?? null
  while (paragraph?.parentNode && box.firstChild) paragraph.parentNode.insertBefore(box.firstChild, place)
}

/** Columns of a table of Word. */
const MOST_COLUMNS = 63
