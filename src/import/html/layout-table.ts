import type {Element, ElementContent} from 'hast'

/** The content of a table that only lays out a page, block by block; `undefined` for a table of data. */
export function layoutContent(table: Element): ElementContent[] | undefined {
  const rows = rowsOf(table)
  const isLayout =
    /^(?:presentation|none)$/.test(`${table.properties.role ?? ''}`) ||
    hasHeading(table) ||
    (rows.length > 0 && rows.every((cells) => cells.length === 1))
  return isLayout ? rows.flat().map((cell) => ({...cell, tagName: 'div'})) : undefined
}

function rowsOf(element: Element): Element[][] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr')
      return [child.children.filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName))]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

function hasHeading(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (/^h[1-6]$/.test(child.tagName) || hasHeading(child)))
}
