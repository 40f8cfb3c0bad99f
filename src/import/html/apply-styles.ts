import type {Element, ElementContent, Root} from 'hast'
import {selectAll} from 'hast-util-select'

/**
 * Writes bold and underline that the style sheets of a page give to the elements that they select, where readers look for them. What sheets
 * hide stays: parts that a click opens are text of the agreement.
 */
export function applyStyles(tree: Root): void {
  for (const {selector, look} of looks(sheetsOf(tree)).slice(0, MOST_RULES)) {
    for (const element of matching(selector, tree)) element.properties.style = `${look};${element.properties.style ?? ''}`
  }
}

interface Look {
  readonly selector: string
  /** Declarations of weight and underline only. */
  readonly look: string
}

function sheetsOf(node: Root | ElementContent): string {
  if (node.type === 'element' && node.tagName === 'style')
    return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return 'children' in node ? node.children.map((child) => (child.type === 'element' ? sheetsOf(child) : '')).join('\n') : ''
}

function looks(css: string): Look[] {
  return [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}@;]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']): Look[] => {
    const look = (body.match(/(?:font-weight|text-decoration(?:-line)?|font-style)\s*:[^;]+/g) ?? []).join(';')
    return look === '' || /:(?:hover|focus|active|visited|before|after)/.test(selectors)
      ? []
      : selectors.split(',').map((selector) => ({selector: selector.trim(), look}))
  })
}

function matching(selector: string, tree: Root): Element[] {
  try {
    return selectAll(selector, tree).filter(({tagName}) => TEXT.test(tagName))
  } catch {
    return []
  }
}

/** Elements that a look makes emphasis: not headings and links, which sheets always dress. */
const TEXT = /^(?:span|font|p|div|em|i|td|li|small|big|mark|b|strong)$/

/** Rules that are looked at. */
const MOST_RULES = 300
