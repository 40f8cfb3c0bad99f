import type {Element, ElementContent, Root} from 'hast'
import type {Root as MarkdownRoot, Nodes, PhrasingContent, RootContent} from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import {unified} from 'unified'
import {stringifyMarkdown} from '../../compiler/index.ts'
import {cellPhrases} from './cell-phrases.ts'
import {elementText} from './element-text.ts'
import {layoutContent} from './layout-table.ts'
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
        [FOOTNOTE]: (_: unknown, node: Element) => markup(elementText(node)),
      },
    })
    .runSync(prepared) as MarkdownRoot
  return {markdown: stringifyMarkdown(levelCover(root.children.filter(isShown).map(finished)))}
}

const FOOTNOTE = 'proviso-footnote'

interface HastState {
  all(node: Element): unknown[]
}

function underlined(state: HastState, node: Element): (PhrasingContent | RootContent)[] {
  const inner = state.all(node) as PhrasingContent[]
  const isPhrasing = inner.every(({type}) =>
    /^(?:text|strong|emphasis|delete|inlineCode|link|html|break|image|mdxTextExpression)$/.test(type),
  )
  return inner.length === 0 || !isPhrasing ? inner : [markup('<u>'), ...inner, markup('</u>')]
}

/** HTML inside a line. The name is that of a node that stands in lines only: `html` would end the paragraph where a page has no `p`. */
function markup(value: string): PhrasingContent {
  return {type: INLINE_MARKUP, value} as unknown as PhrasingContent
}

const INLINE_MARKUP = 'mdxTextExpression'

/** Markup as HTML, and items of numbered lists with the numbers that the browser counts. */
function finished<Node extends Nodes>(node: Node): Node {
  if ((node.type as string) === INLINE_MARKUP) return {...node, type: 'html'}
  if (!('children' in node)) return node
  const start = node.type === 'list' && node.ordered ? (node.start ?? 1) : undefined
  const children = node.children.map((child, index) => {
    const own = finished(child)
    return start !== undefined && own.type === 'listItem' ? {...own, data: {...own.data, marker: `${start + index}.`}} : own
  })
  return {...node, children} as Node
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
  if (prepared.tagName === 'table') return layoutContent(prepared) ?? [headed(withLines(prepared))]
  const style = `${prepared.properties.style ?? ''}`
  if (/^(?:b|strong)$/.test(prepared.tagName) && LIGHT.test(style)) return [{...prepared, tagName: 'span'}]
  if (/^(?:span|font|a|p|div|em|i|td|li|small|big|mark)$/.test(prepared.tagName) && style !== '') {
    let inner = prepared.children
    if (/font-style\s*:\s*italic/.test(style) && !/^(?:em|i)$/.test(prepared.tagName)) inner = [wrap('em', inner)]
    if (/text-decoration[^;]*underline/.test(style) && prepared.tagName !== 'a') inner = [wrap('u', inner)]
    if (isBold(style)) inner = [wrap('strong', inner)]
    return [{...prepared, children: inner}]
  }
  return [prepared]
}

/** Whether the last weight that a style states is bold. */
function isBold(style: string): boolean {
  return /^(?:bold|[6-9]00)/.test([...style.matchAll(/font-weight\s*:\s*([\w]+)/g)].at(-1)?.[1] ?? '')
}

const LIGHT = /font-weight\s*:\s*(?:normal|lighter|[1-5]00)\s*(?:;|$|!)/

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

/** A table whose cells hold one line each. */
function withLines(element: Element): Element {
  return {
    ...element,
    children: element.children.map((child): ElementContent => {
      if (child.type !== 'element') return child
      return /^t[dh]$/.test(child.tagName) ? {...child, children: cellPhrases(child)} : withLines(child)
    }),
  }
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
