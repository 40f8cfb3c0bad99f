import type {Element, ElementContent, Root} from 'hast'
import {selectAll} from 'hast-util-select'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {ImportRefusal} from '../import-refusal.ts'
import type {DroppedText, ImportedText, Repair} from '../import-report.ts'
import {applyStyles} from './apply-styles.ts'
import {elementText, hiddenText, isNoText, isUnseen} from './element-text.ts'
import {treeToMarkdown} from './html-to-markdown.ts'
import {mainElement} from './main-element.ts'
import {nestingOf} from './nesting.ts'
import {setFurnitureApart} from './page-furniture.ts'

/** How to read a page. */
export interface HtmlOptions {
  /** CSS selector of the parts that hold the agreement. */
  readonly selector?: string | undefined
}

/** A page → Markdown: the chosen or the most textual part; what stands outside is listed as dropped. */
export function readHtml(name: string, html: string, {selector}: HtmlOptions): ImportedText | ImportRefusal {
  if (nestingOf(html) > MAX_NESTING)
    return {
      refused: 'html-too-deep',
      message: `${name} nests its elements more than ${MAX_NESTING} deep`,
      remedy: 'Open it in a browser, copy the text into Word or a text file, and import that.',
    }
  const tree = unified().use(rehypeParse).parse(html)
  applyStyles(tree)
  const body = findBody(tree)
  const chosen = selector === undefined ? [mainElement(body)] : select(selector, tree)
  if (chosen === undefined || chosen.length === 0)
    return {
      refused: 'selector-unmatched',
      message: `${name} has nothing that \`${selector}\` selects`,
      remedy: 'Look at the page for the element around the text, and give a CSS selector of it.',
    }
  const dropped: DroppedText[] = []
  const kept: Root = {type: 'root', children: chosen.map((element) => asBlock(seen(element, dropped)))}
  const outside = textOutside(body, new Set(chosen)).trim()
  if (outside !== '') dropped.push({reason: 'outside-selection', text: outside.replace(/\s+/g, ' ')})
  const {markdown} = treeToMarkdown(kept)
  const message =
    selector === undefined ? `Took the text from \`${nameOf(chosen[0])}\`` : `Took the text from \`${selector}\`, ${chosen.length} found`
  const repairs: Repair[] = [{rule: 'choose-content', confidence: selector === undefined ? 'likely' : 'certain', message}]
  const left = chosen.flatMap(leftOut)
  if (left.length > 0)
    repairs.push({
      rule: 'leave-out',
      confidence: 'certain',
      message: `Left out ${left.length} elements that are no text: ${[...new Set(left)].join(', ')}`,
    })
  const hidden = dropped.filter(({reason}) => reason === 'hidden').map(({text}) => text)
  return {markdown, sourceText: [visibleText(body), ...hidden].join('\n'), repairs, dropped, substitutions: []}
}

function select(selector: string, tree: Root): Element[] | undefined {
  try {
    const found = selectAll(selector, tree)
    return found.filter((element) => !found.some((other) => other !== element && contains(other, element)))
  } catch {
    return undefined
  }
}

function contains(outer: Element, inner: Element): boolean {
  return outer.children.some((child) => child === inner || (child.type === 'element' && contains(child, inner)))
}

function findBody(tree: Root): Element {
  const html = tree.children.find((child): child is Element => child.type === 'element' && child.tagName === 'html')
  const body = html?.children.find((child): child is Element => child.type === 'element' && child.tagName === 'body')
  return body ?? {type: 'element', tagName: 'body', properties: {}, children: []}
}

/** A part of a table that was chosen, as a block of its own. */
function asBlock(element: Element): Element {
  if (/^t[dh]$/.test(element.tagName)) return {...element, tagName: 'div'}
  return /^t(?:r|head|body|foot)$/.test(element.tagName) ? {...element, tagName: 'table', children: [element]} : element
}

/** The element without what nobody sees and without page furniture. */
function seen(element: Element, dropped: DroppedText[]): Element {
  const {kept, furniture} = setFurnitureApart(element)
  for (const part of furniture) {
    const text = elementText(part).trim()
    if (text !== '') dropped.push({reason: 'page-furniture', text: text.replace(/\s+/g, ' ')})
  }
  return {
    ...element,
    children: kept.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return child.type === 'comment' ? [] : [child]
      if (!isUnseen(child)) return [seen(child, dropped)]
      const text = isNoText(child) ? '' : hiddenText(child).trim()
      if (text !== '') dropped.push({reason: 'hidden', text: text.replace(/\s+/g, ' ')})
      return []
    }),
  }
}

/** Names of the elements in a part that are no text: programs, styles, controls, media. */
function leftOut(element: Element): string[] {
  return element.children.flatMap((child) => (child.type === 'element' ? (isNoText(child) ? [`<${child.tagName}>`] : leftOut(child)) : []))
}

function visibleText(element: Element): string {
  return elementText(element)
}

function textOutside(element: Element, chosen: ReadonlySet<Element>): string {
  if (chosen.has(element) || isUnseen(element)) return ''
  return element.children
    .map((child) => (child.type === 'element' ? textOutside(child, chosen) : child.type === 'text' ? child.value : ''))
    .join(' ')
}

function nameOf(element: Element | undefined): string {
  const id = element?.properties.id
  return `<${element?.tagName ?? 'body'}${id === undefined ? '' : ` id="${id}"`}>`
}

/** Elements inside each other; pages have some thirty. */
const MAX_NESTING = 200
