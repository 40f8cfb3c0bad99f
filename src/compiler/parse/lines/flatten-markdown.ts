import type {Code, Definition, List, ListItem, Table as MarkdownTable, Nodes, Paragraph, Root, RootContent, Yaml} from 'mdast'
import type {Position} from 'unist'
import type {Dropped, Preformatted, Span, Table} from '../../clause-tree/index.ts'
import type {Diagnostic} from '../../diagnostic/index.ts'
import {uncalmed} from './calm-markup.ts'
import {htmlDiagnostic} from './html-diagnostic.ts'
import {htmlRoles} from './html-marks.ts'
import {type InlineContext, inlineSpans} from './inline-spans.ts'
import {joinAll} from './join-lines.ts'
import {joinedRows} from './joined-rows.ts'
import type {Line, ListMarker} from './line.ts'
import {footnoteMarker, listMarkers} from './list-markers.ts'
import type {SourceLines} from './source-lines.ts'
import {type LinePart, splitAtBreaks} from './split-at-breaks.ts'
import {tabTable} from './tab-table.ts'
import {trimSpans} from './trim-spans.ts'

/** A source as lines, with what is no text of an agreement. */
export interface Flattened {
  readonly lines: readonly Line[]
  readonly dropped: readonly Dropped[]
  readonly diagnostics: readonly Diagnostic[]
  /** YAML front matter, without its fences. */
  readonly metadata?: string
}

/** What the flattening reads: the source as given, as Markdown saw it (of equal length), and its line index. */
export interface FlattenInput {
  readonly source: string
  readonly calmed: string
  readonly comments: readonly Dropped[]
  readonly sourceLines: SourceLines
}

/**
 * mdast → lines. Lists and quotes become properties of their lines; a paragraph falls apart at hard line breaks and where a line
 * begins like a clause, since agreements part their clauses so.
 */
export function flattenMarkdown(root: Root, {source, calmed, comments, sourceLines}: FlattenInput): Flattened {
  const lines: Line[] = []
  const dropped: Dropped[] = []
  const diagnostics: Diagnostic[] = []
  let metadata: string | undefined
  const inline: InlineContext = {
    source,
    calmed,
    comments,
    lines: sourceLines,
    htmlRoles: htmlRoles(root),
    definitions: definitionsOf(root.children),
    htmlMarks: [],
    drop: (drop, unmatched) => {
      dropped.push(drop)
      diagnostics.push(htmlDiagnostic(drop, unmatched))
    },
  }
  walk(root.children, {itemDepth: 0, quoted: false})
  return {lines, dropped, diagnostics, ...(metadata === undefined ? {} : {metadata})}

  function walk(nodes: readonly RootContent[], container: Container): void {
    nodes.forEach((node, index) => {
      visit(node, index === 0 ? container : {...container, marker: undefined})
    })
  }

  function visit(node: RootContent, container: Container): void {
    switch (node.type) {
      case 'heading':
        return addParts(
          [{start: 'block', spans: joinParts(splitAtBreaks(inlineSpans(node.children, inline)))}],
          container,
          node,
          node.depth,
        )
      case 'paragraph':
        return addParagraph(node, container)
      case 'list':
        return addList(node, container)
      case 'blockquote':
        return walk(node.children, {...container, quoted: true})
      case 'code':
        return addBlock(preformatted(node), container, node)
      case 'table':
        return addBlock(markdownTable(node), container, node)
      case 'footnoteDefinition':
        return walkMarked(node.children, {...container, marker: footnoteMarker(node, source, sourceLines)})
      case 'yaml':
        metadata = textOfBlock(node)
        return drop('metadata', node)
      case 'thematicBreak':
        underlineItem(node)
        return drop('thematic-break', node)
      case 'definition':
        return drop('link-definition', node)
      default:
        return
    }
  }

  function drop(reason: Dropped['reason'], node: Nodes): void {
    const position = positionOf(node)
    dropped.push({reason, text: source.slice(position.start.offset, position.end.offset), position})
  }

  function addParagraph(node: Paragraph, container: Container): void {
    let parts = splitAtBreaks(inlineSpans(node.children, inline))
    let around = container
    for (let found = tabTable(parts); found; found = tabTable(parts)) {
      if (found.from > 0) addParts(parts.slice(0, found.from), around, node)
      addBlock(found.table, found.from > 0 ? {...around, marker: undefined} : around, node)
      parts = parts.slice(found.to)
      around = {...container, marker: undefined}
    }
    if (parts.length > 0) addParts(parts, around, node)
  }

  function addList(node: List, container: Container): void {
    const markers = listMarkers(node, source, sourceLines)
    node.children.forEach((item, index) => {
      walkMarked(item.children, {...container, marker: markers[index], item, itemDepth: container.itemDepth + 1})
    })
  }

  /** Walks what a marker stands in front of; a number without text of its own is a line, too. */
  function walkMarked(nodes: readonly RootContent[], container: Container): void {
    const before = lines.length
    walk(nodes, container)
    if (!container.marker || container.marker.type === 'bullet' || lines[before]?.marker === container.marker) return
    lines.splice(before, 0, {...lineBase(container), spans: [], start: 'block', position: container.marker.position})
  }

  /** `1. Scope` above `-----` is a list and a break to Markdown, and a heading to its author. */
  function underlineItem(node: Nodes): void {
    const line = lines.at(-1)
    const {start} = positionOf(node)
    if (line?.marker?.type !== 'ordered' || line.headingDepth !== undefined || line.block || line.itemDepth !== 1) return
    if (start.column !== 1 || line.marker.position.start.line !== start.line - 1 || source[start.offset ?? 0] !== '-') return
    lines[lines.length - 1] = {...line, headingDepth: 2}
  }

  function addBlock(block: Table | Preformatted, container: Container, node: Nodes): void {
    lines.push({...lineBase(container), spans: [], block, start: 'block', position: positionOf(node)})
  }

  function addParts(parts: readonly LinePart[], container: Container, node: Nodes, headingDepth?: number): void {
    const rows = joinedRows(parts)
    rows.forEach(({start, spans}, index) => {
      const isFirst = index === 0
      if (spans.length === 0 && !(isFirst && container.marker)) return
      const base = lineBase(isFirst ? container : {...container, marker: undefined})
      const from = (isFirst ? container.marker?.position.start : undefined) ?? spans[0]?.position.start ?? positionOf(node).start
      lines.push({
        ...base,
        ...(headingDepth === undefined ? {} : {headingDepth}),
        spans,
        start: isFirst ? 'block' : start,
        position: {start: from, end: spanEnd(spans, container.marker?.position ?? positionOf(node))},
      })
    })
  }

  function markdownTable(node: MarkdownTable): Table {
    const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0)
    const isRegular = width * node.children.length <= MAX_PADDED_CELLS
    const rows = node.children.map((row) => {
      const cells = row.children.map((cell) => {
        const pieces = inlineSpans(cell.children, inline)
        return {
          spans: trimSpans(pieces.map((piece) => ('type' in piece ? {value: '\n', marks: [], position: piece.position} : piece))),
          position: positionOf(cell),
        }
      })
      while (isRegular && cells.length < width) cells.push({spans: [], position: {start: positionOf(row).end, end: positionOf(row).end}})
      return {cells}
    })
    return {type: 'table', align: Array.from({length: width}, (_, column) => node.align?.[column] ?? undefined), rows}
  }

  function preformatted(node: Code): Preformatted {
    return {type: 'preformatted', value: textOfBlock(node), ...(node.lang ? {language: node.lang} : {}), position: positionOf(node)}
  }

  function textOfBlock(node: Code | Yaml): string {
    const {start, end} = positionOf(node)
    const from = source.indexOf('\n', start.offset) + 1
    return uncalmed(node.value, {source, calmed}, from || (start.offset ?? 0), end.offset ?? 0)
  }

  function positionOf(node: Nodes): Position {
    return node.position ?? sourceLines.position(0, 0)
  }
}

/** Cells up to which short rows of a table are filled up. */
const MAX_PADDED_CELLS = 100_000

interface Container {
  readonly marker?: ListMarker | undefined
  readonly item?: ListItem | undefined
  readonly itemDepth: number
  readonly quoted: boolean
}

function lineBase(container: Container): Pick<Line, 'marker' | 'item' | 'itemDepth' | 'quoted'> {
  return {
    ...(container.marker ? {marker: container.marker} : {}),
    ...(container.item ? {item: container.item} : {}),
    itemDepth: container.itemDepth,
    quoted: container.quoted,
  }
}

function spanEnd(spans: readonly Span[], fallback: Position): Position['end'] {
  return spans.at(-1)?.position.end ?? fallback.end
}

function joinParts(parts: readonly LinePart[]): readonly Span[] {
  return joinAll(parts.map((part) => trimSpans(part.spans)))
}

function definitionsOf(nodes: readonly Nodes[]): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') node.children.forEach(visit)
  }
  nodes.forEach(visit)
  return definitions
}
