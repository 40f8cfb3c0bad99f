import type {Element, ElementContent} from 'hast'
import {elementText} from './element-text.ts'
import {hasTitle} from './main-element.ts'

/** What of a part of a page is text, and what only helps to find the way in it. */
export interface SortedContent {
  readonly kept: readonly ElementContent[]
  readonly furniture: readonly ElementContent[]
}

/**
 * Children of an element, page furniture set apart: navigation, asides, indexes of links within the page, signs that link to the place where
 * they stand, and what a header with the title holds besides titles and paragraphs.
 */
export function setFurnitureApart(element: Element): SortedContent {
  const isPageHeader = element.tagName === 'header' && hasTitle(element)
  const isFurniture = (child: ElementContent) =>
    child.type === 'element' &&
    (/^(?:nav|aside)$/.test(child.tagName) || isPermalink(child) || isIndex(child) || (isPageHeader && isBlock(child) && !hasTitle(child)))
  return {
    kept: element.children.filter((child) => !isFurniture(child)),
    furniture: element.children.filter(isFurniture),
  }
}

/** A link within the page of a sign alone, such as `#` or `¶`. */
function isPermalink(element: Element): boolean {
  return isLocalLink(element) && !/[\p{L}\p{N}*]/u.test(elementText(element))
}

function isBlock({tagName}: Element): boolean {
  return /^(?:div|section|ul|ol|dl|details|form|menu|table)$/.test(tagName)
}

/** A list whose items are links within the page and nothing else, or a small part of the page around one. */
function isIndex(element: Element): boolean {
  if (isIndexList(element)) return true
  if (!/^(?:div|section)$/.test(element.tagName)) return false
  const lists = element.children.filter((child): child is Element => child.type === 'element' && isIndexList(child))
  if (lists.length === 0) return false
  const rest = lengthOf(element) - lists.reduce((sum, list) => sum + lengthOf(list), 0)
  return rest <= MAX_AROUND && element.children.every((child) => child.type !== 'element' || isIndexList(child) || !isBlock(child))
}

function isIndexList(element: Element): boolean {
  if (!/^(?:ul|ol|dl|menu)$/.test(element.tagName)) return false
  const items = descendants(element).filter(({tagName}) => /^(?:li|dd)$/.test(tagName))
  const links = descendants(element).filter(isLocalLink)
  return links.length >= 2 && items.every((item) => lengthOf(item) === linkedLength(item))
}

function isLocalLink({tagName, properties}: Element): boolean {
  return tagName === 'a' && /^#./.test(`${properties.href ?? ''}`)
}

function linkedLength(element: Element): number {
  return isLocalLink(element)
    ? lengthOf(element)
    : element.children.reduce((sum, child) => sum + (child.type === 'element' ? linkedLength(child) : 0), 0)
}

function lengthOf(element: Element): number {
  return elementText(element).replace(/\s+/g, '').length
}

function descendants(element: Element): Element[] {
  return element.children.flatMap((child) => (child.type === 'element' ? [child, ...descendants(child)] : []))
}

/** Characters that may stand around an index: its title and a note. */
const MAX_AROUND = 200
