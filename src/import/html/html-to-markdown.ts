import type {Element, ElementContent, Root} from 'hast'
import type {Html, Root as MarkdownRoot, PhrasingContent, RootContent} from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import {unified} from 'unified'
import {stringifyMarkdown} from '../../compiler/index.ts'
import {cellPhrases} from './cell-phrases.ts'
import {elementText} from './element-text.ts'
import {levelCover} from './level-cover.ts'
import {mergeMarks} from './merge-marks.ts'

/** HTML as Markdown. */
export interface HtmlMarkdown {
  readonly markdown: string
}

/** HTML → Markdown with bold, underline, tables, footnotes of Word and the labels that lists show. */
export function htmlToMarkdown(html: string): HtmlMarkdown {
  return treeToMarkdown(unified().use(rehypeParse, {fragment: true}).parse(html))
}

/** A tree of HTML → Markdown, see {@link htmlToMarkdown}. */
export function treeToMarkdown(tree: Root): HtmlMarkdown {
  const prepared: Root = {
    ...tree,
    children: tree.children.flatMap((child): Root['children'] => (child.type === 'element' ? prepareChild(child) : [child])),
  }
  const root = unified()
    .use(rehypeRemark, {
      handlers: {
        u: underlined,
        ins: underlined,
        img: () => undefined,
        [FOOTNOTE]: (_: unknown, node: Element): Html => ({type: 'html', value: elementText(node)}),
      },
    })
    .runSync(prepared) as MarkdownRoot
  return {markdown: stringifyMarkdown(levelCover(root.children.filter(isShown)))}
}

const FOOTNOTE = 'proviso-footnote'

interface HastState {
  all(node: Element): unknown[]
}

function underlined(state: HastState, node: Element): (PhrasingContent | RootContent)[] {
  const inner = state.all(node) as PhrasingContent[]
  const isPhrasing = inner.every(({type}) => /^(?:text|strong|emphasis|delete|inlineCode|link|html|break|image)$/.test(type))
  return inner.length === 0 || !isPhrasing ? inner : [{type: 'html', value: '<u>'}, ...inner, {type: 'html', value: '</u>'}]
}

function isShown(node: RootContent): boolean {
  return node.type !== 'thematicBreak'
}

function prepare(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => (child.type === 'element' ? prepareChild(child) : [child]))
  return footnoteItem({...element, children: mergeMarks(children)})
}

function prepareChild(element: Element): ElementContent[] {
  const reference = footnoteReference(element)
  if (reference !== undefined)
    return [{type: 'element', tagName: FOOTNOTE, properties: {}, children: [{type: 'text', value: `[^${reference}]`}]}]
  const prepared = prepare(element)
  if (prepared.tagName === 'a' && /^#/.test(`${prepared.properties.href ?? ''}`) && !isBackLink(prepared)) return prepared.children
  if (prepared.tagName === 'ol' && !isDecimal(prepared)) return lettered(prepared)
  if (prepared.tagName === 'table') return [headed(prepared)]
  if (/^t[dh]$/.test(prepared.tagName)) return [{...prepared, children: cellPhrases(prepared)}]
  const style = `${prepared.properties.style ?? ''}`
  if (/^(?:span|font|a|p|div)$/.test(prepared.tagName) && style !== '') {
    let inner = prepared.children
    if (/text-decoration[^;]*underline/.test(style) && prepared.tagName !== 'a') inner = [wrap('u', inner)]
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/.test(style)) inner = [wrap('strong', inner)]
    return [{...prepared, children: inner}]
  }
  return [prepared]
}

function wrap(tagName: string, children: ElementContent[]): Element {
  return {type: 'element', tagName, properties: {}, children}
}

function isDecimal({properties}: Element): boolean {
  return !/^[aAiI]$/.test(`${properties.type ?? '1'}`) && !/list-style[^;]*(?:alpha|roman|none)/.test(`${properties.style ?? ''}`)
}

/** A list with letters → paragraphs with these letters: Markdown has no such list. */
function lettered(list: Element): Element[] {
  const type = /^[aAiI]$/.test(`${list.properties.type}`) ? `${list.properties.type}` : /roman/.test(`${list.properties.style}`) ? 'i' : 'a'
  if (/list-style[^;]*none/.test(`${list.properties.style ?? ''}`)) return [{...list, tagName: 'ul'}]
  let number = Number(list.properties.start ?? 1)
  return list.children.flatMap((item) => {
    if (item.type !== 'element') return []
    const [label, first] = [letterOf(number, type), item.children[0]]
    number += 1
    const text: ElementContent = {type: 'text', value: `${label}. `}
    return [
      first?.type === 'element' && first.tagName === 'p'
        ? {...item, tagName: 'div', children: [{...first, children: [text, ...first.children]}, ...item.children.slice(1)]}
        : {...item, tagName: 'div', children: [text, ...item.children]},
    ]
  })
}

function letterOf(number: number, type: string): string {
  if (/[aA]/.test(type)) {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
    return type === 'A' ? letter.toUpperCase() : letter
  }
  const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10] ?? ''
  const text = 'x'.repeat(Math.floor(number / 10)) + roman
  return type === 'I' ? text.toUpperCase() : text
}

/** A table whose first row is its head, as Markdown has it. */
function headed(table: Element): Element {
  if (hasHead(table)) return table
  let isFirst = true
  const mark = (element: Element): Element => ({
    ...element,
    children: element.children.map((child): ElementContent => {
      if (child.type !== 'element') return child
      if (child.tagName !== 'tr') return /^t(?:head|body)$/.test(child.tagName) ? mark(child) : child
      if (!isFirst) return child
      isFirst = false
      return {
        ...child,
        children: child.children.map((cell) => (cell.type === 'element' && cell.tagName === 'td' ? {...cell, tagName: 'th'} : cell)),
      }
    }),
  })
  return mark(table)
}

function hasHead(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && (child.tagName === 'th' || hasHead(child)))
}

/** The number of a footnote that mammoth refers to. */
function footnoteReference(element: Element): string | undefined {
  const [link] = element.children
  if (element.tagName !== 'sup' || link?.type !== 'element' || link.tagName !== 'a') return undefined
  return /^#(?:foot|end)note-\d+$/.test(`${link.properties.href ?? ''}`) ? /\d+/.exec(elementText(link))?.[0] : undefined
}

/** A list of footnotes, as mammoth sets it, becomes definitions of Markdown. */
function footnoteItem(element: Element): Element {
  if (element.tagName !== 'ol') return element
  const items = element.children.filter((child): child is Element => child.type === 'element')
  if (items.length === 0 || !items.every((item) => /^(?:foot|end)note-\d+$/.test(`${item.properties.id ?? ''}`))) return element
  const notes = items.map((item, index): Element => {
    const mark: Element = {type: 'element', tagName: FOOTNOTE, properties: {}, children: [{type: 'text', value: `[^${index + 1}]: `}]}
    return {type: 'element', tagName: 'p', properties: {}, children: [mark, ...phrases(item).filter((child) => !isBackLink(child))]}
  })
  return {type: 'element', tagName: 'div', properties: {}, children: notes}
}

function phrases(element: Element): ElementContent[] {
  return element.children.flatMap((child) =>
    child.type === 'element' && /^(?:p|div)$/.test(child.tagName) ? [...child.children, {type: 'text' as const, value: ' '}] : [child],
  )
}

function isBackLink(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'a' && /^#(?:foot|end)note-ref-/.test(`${node.properties.href ?? ''}`)
}
