import type {Html, Nodes, Root} from 'mdast'
import type {Mark} from '../../clause-tree/index.ts'

/** What a piece of inline HTML stands for. */
export type HtmlRole =
  | {readonly type: 'open' | 'close'; readonly mark: Mark}
  | {readonly type: 'break'}
  /** No HTML element: `<Data Protection Officer>` is what its author wants to be read. */
  | {readonly type: 'text'}
  | {readonly type: 'dropped'; readonly unmatched: boolean}

/** Gives each inline HTML tag its role; a mark may open in one block and close in a later one. */
export function htmlRoles(root: Root): ReadonlyMap<Html, HtmlRole> {
  const roles = new Map<Html, HtmlRole>()
  const open: {readonly node: Html; readonly name: string; readonly mark: Mark | undefined}[] = []
  for (const node of htmlNodes(root)) {
    const tag = /^<(\/?)([a-z][a-z\d]*)\b([^>]*)>$/i.exec(node.value)
    const name = tag?.[2]?.toLowerCase() ?? ''
    if (!tag || !ELEMENTS.has(name)) {
      roles.set(node, {type: 'text'})
    } else if (name === 'br') {
      roles.set(node, {type: 'break'})
    } else if (tag[1] === '') {
      const mark = markOf(name, tag[3] ?? '')
      open.push({node, name, mark})
      roles.set(node, {type: 'dropped', unmatched: mark !== undefined})
    } else {
      const at = open.findLastIndex((other) => other.name === name)
      const start = open[at]
      roles.set(node, {type: 'dropped', unmatched: start === undefined && markOf(name, 'underline') !== undefined})
      if (start?.mark) {
        roles.set(start.node, {type: 'open', mark: start.mark})
        roles.set(node, {type: 'close', mark: start.mark})
      }
      if (start) open.splice(at)
    }
  }
  return roles
}

function htmlNodes(root: Root): Html[] {
  const found: Html[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'html') found.push(node)
    else if ('children' in node)
      for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(...node.children.slice(index, index + 1))
  }
  return found
}

function markOf(name: string, attributes: string): Mark | undefined {
  if (name === 'span') return /underline/i.test(attributes) ? 'underline' : undefined
  return MARKS.get(name)
}

const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['u', 'underline'],
  ['ins', 'underline'],
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['s', 'strike'],
  ['del', 'strike'],
  ['code', 'code'],
])

const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br button caption center cite code col colgroup data dd del details dfn div dl ' +
    'dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li link main mark meta nav ' +
    'object ol p picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td ' +
    'textarea tfoot th thead time title tr u ul var video wbr'
  ).split(' '),
)
