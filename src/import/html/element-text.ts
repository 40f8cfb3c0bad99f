import type {Element, ElementContent, Root} from 'hast'

/** Text of an element with everything in it that a reader can see; scripts, styles and what is hidden are left out. */
export function elementText(node: Element | Root | ElementContent | Root['children'][number]): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && isUnseen(node)) return ''
  return node.children.map((child) => elementText(child)).join('')
}

/** Elements whose content nobody sees. */
export function isUnseen({tagName, properties}: Element): boolean {
  return (
    /^(?:script|style|noscript|template|head|svg|iframe|object|embed|canvas|audio|video|select|button|input|textarea|link|meta|title)$/.test(
      tagName,
    ) ||
    properties.hidden === true ||
    /display\s*:\s*none|visibility\s*:\s*hidden/.test(`${properties.style ?? ''}`)
  )
}
