import {childNamed, elementsNamed} from './word-xml.ts'

/** Makes no cell wider than Word allows: readers make as many cells of a wide one. */
export function narrowCells(document: Document): void {
  for (const properties of elementsNamed(document, 'w:tcPr')) {
    const span = childNamed(properties, 'w:gridSpan')
    if (Number(span?.getAttribute('w:val') ?? 1) > MOST_COLUMNS) span?.setAttribute('w:val', `${MOST_COLUMNS}`)
  }
}

/** Columns of a table of Word. */
const MOST_COLUMNS = 63
