import type {FootnoteDefinition, List, ListItem} from 'mdast'
import type {ListMarker} from './line.ts'
import type {SourceLines} from './source-lines.ts'

/** What stands in front of the items of a list. Where all are written with one number, Markdown counts; else the written numbers hold. */
export function listMarkers(list: List, source: string, sourceLines: SourceLines): ListMarker[] {
  const texts = list.children.map((item) => /^(?:\d{1,9}[.)]|[*+-])/.exec(source.slice(startOf(item), startOf(item) + 11))?.[0] ?? '-')
  const numbers = texts.map((text) => Number.parseInt(text, 10))
  const isLazy = numbers.every((number) => number === numbers[0])
  return list.children.map((item, index) => {
    const text = texts[index] ?? '-'
    const written = numbers[index] ?? Number.NaN
    return {
      type: Number.isNaN(written) ? 'bullet' : 'ordered',
      text,
      ordinal: isLazy || Number.isNaN(written) ? (list.start ?? 1) + index : written,
      isAlone: list.children.length === 1,
      position: sourceLines.position(startOf(item), startOf(item) + text.length),
    }
  })
}

/** What stands in front of a footnote. */
export function footnoteMarker(node: FootnoteDefinition, source: string, sourceLines: SourceLines): ListMarker {
  const from = startOf(node)
  const text = /^\[\^[^\]]*\]:?/.exec(source.slice(from, from + 1000))?.[0] ?? '[^]:'
  return {type: 'footnote', text, ordinal: 1, isAlone: true, position: sourceLines.position(from, from + text.length)}
}

function startOf(node: ListItem | FootnoteDefinition): number {
  return node.position?.start.offset ?? 0
}
