import type {Element, ElementContent, Root} from 'hast'

/** Text of an element with everything in it that a reader can see; scripts, styles and what is hidden are left out. */
export function elementText(node: Element | Root | ElementContent | Root['children'][number]): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && isUnseen(node)) return ''
  return node.children.map((child) => elementText(child)).join('')
}

/** Elements whose content nobody sees. */
export function isUnseen(element: Element): boolean {
  return isNoText(element) || isHidden(element)
}

/** Elements that hold no text of a page: programs, styles, controls, media. */
export function isNoText({tagName}: Element): boolean {
  return /^(?:script|style|noscript|template|head|svg|iframe|object|embed|canvas|audio|video|select|button|input|textarea|link|meta|title)$/.test(
    tagName,
  )
}

/** The text of a hidden element, that of elements hidden in it included. */
export function hiddenText(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' && !isNoText(child) ? hiddenText(child) : ''))
    .join('')
}

function isHidden({properties}: Element): boolean {
  return properties.hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/.test(`${properties.style ?? ''}`)
}
