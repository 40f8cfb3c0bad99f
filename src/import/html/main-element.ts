import type {Element, ElementContent} from 'hast'
import {elementText, isUnseen} from './element-text.ts'

/**
 * The element of a page that holds its text: from the body down, always into the child that holds most of what is no link and no navigation;
 * inside `main` and `article` never past the title.
 */
export function mainElement(body: Element): Element {
  let element = body
  for (;;) {
    const whole = weight(element)
    const next = element.children
      .filter((child): child is Element => child.type === 'element' && CONTAINERS.test(child.tagName) && !isUnseen(child))
      .map((child) => ({child, share: whole === 0 ? 0 : weight(child) / whole}))
      .sort((a, b) => b.share - a.share)[0]
    if (!next || next.share < MOST) return element
    if (/^(?:main|article)$/.test(element.tagName) && element.children.some((child) => child !== next.child && hasTitle(child)))
      return element
    element = next.child
  }
}

/** Characters of running text, links and navigation left out. */
function weight(element: Element): number {
  if (isUnseen(element) || /^(?:nav|header|footer|aside|a)$/.test(element.tagName)) return 0
  let sum = 0
  for (const child of element.children) {
    if (child.type === 'text') sum += child.value.replace(/\s+/g, '').length
    else if (child.type === 'element')
      sum += child.tagName === 'p' || child.tagName === 'li' ? elementText(child).replace(/\s+/g, '').length : weight(child)
  }
  return sum
}

/** Whether the title of a page stands in it. */
export function hasTitle(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'h1' || node.children.some(hasTitle))
}

const CONTAINERS = /^(?:div|main|article|section|td|tr|tbody|table|form|center)$/

/** Share of the text that a child must hold, so that nothing of the agreement is left outside. */
const MOST = 0.9
