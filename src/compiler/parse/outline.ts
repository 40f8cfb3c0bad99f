import type {ListItem} from 'mdast'
import {type Span, sliceSpans, spansText} from '../clause-tree/index.ts'
import {joinSpans} from './join-lines.ts'
import type {LabelCandidate} from './label-grammar.ts'
import {LABEL_ROWS} from './label-rows.ts'
import {type LabelSequence, labelSequence} from './label-sequence.ts'
import type {Line} from './line.ts'
import {BOLD_DEPTH, isPlainText, type NodeLabel, type OutlineNode} from './outline-node.ts'
import {endsWithColon, headingParent, placeLabel} from './place-label.ts'
import {isBoldTitle, isTitleLike} from './title-like.ts'
import {trimSpans} from './trim-spans.ts'

/** Lines → tree. One pass with one stack, the ancestors of the last node: labels and headings decide the nesting, not indentation. */
export function outlineLines(lines: readonly Line[]): OutlineNode {
  const root: OutlineNode = {
    parent: undefined,
    children: [],
    headingSpans: [],
    spans: [],
    boldTitle: false,
    position: lines[0]?.position ?? {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}},
  }
  const sequence = labelSequence(lines)
  const items = new Map<ListItem, OutlineNode>()
  let current = root
  lines.forEach((line, index) => {
    current = addLine(line, {index, sequence, items, current, next: lines[index + 1]})
  })
  return root
}

interface Cursor {
  readonly index: number
  readonly sequence: LabelSequence
  readonly items: Map<ListItem, OutlineNode>
  readonly current: OutlineNode
  readonly next: Line | undefined
}

function addLine(line: Line, cursor: Cursor): OutlineNode {
  if (line.marker?.type === 'ordered') return addListMember(line, cursor)
  if (line.marker?.type === 'footnote')
    return addNode(line, {parent: ownerOfText(line, cursor), label: markerLabel(line, 'footnote')}, cursor)
  const headingDepth = line.headingDepth ?? (isBoldHeading(line, cursor) ? BOLD_DEPTH : undefined)
  const typed = placeLine(line, headingDepth, cursor)
  if (typed) return addLabelled(line, typed, headingDepth, cursor)
  if (headingDepth !== undefined) return addNode(line, {parent: headingParent(cursor.current, headingDepth), headingDepth}, cursor)
  if (line.marker?.type === 'bullet')
    return addNode(line, {parent: bulletParent(line, cursor), label: markerLabel(line, `bullet ${line.itemDepth}`)}, cursor)
  if (line.start === 'soft' && cursor.current.parent) return joinLine(line, cursor.current)
  return addNode(line, {parent: ownerOfText(line, cursor)}, cursor)
}

interface TypedPlacement {
  readonly candidate: LabelCandidate
  readonly parent: OutlineNode
}

function placeLine(line: Line, headingDepth: number | undefined, cursor: Cursor): TypedPlacement | undefined {
  const candidates = cursor.sequence.candidates(cursor.index)
  if (candidates.length === 0 || (line.start === 'soft' && !mayEnd(cursor.current))) return undefined
  const text = spansText(line.spans)
  return placeLabel(candidates, {
    index: cursor.index,
    sequence: cursor.sequence,
    current: cursor.current,
    headingDepth: line.headingDepth === undefined && headingDepth !== undefined ? undefined : headingDepth,
    fromList: false,
    itemDepth: line.itemDepth,
    isSoft: line.start === 'soft',
    isTitle: isTitleLike(text.slice(candidates[0]?.end ?? 0)) || text.length === candidates[0]?.end,
  })
}

/** A list item numbered by Markdown; its text can begin with a typed label of its own (`1. (a) …`). */
function addListMember(line: Line, cursor: Cursor): OutlineNode {
  const label = markerLabel(line, line.marker?.text.endsWith(')') ? 'n-paren-right' : 'n-dot')
  const placement = placeLabel([label.candidate], {
    index: cursor.index,
    sequence: cursor.sequence,
    current: cursor.current,
    headingDepth: line.headingDepth,
    fromList: true,
    itemDepth: line.itemDepth,
    isSoft: false,
    isTitle: isTitleLike(spansText(line.spans)),
  })
  const parent = placement?.parent ?? ownerOfText(line, cursor)
  const {marker: _, ...rest} = line
  const inner = line.spans.length > 0 && line.headingDepth === undefined ? cursor.sequence.candidates(cursor.index) : []
  const first = inner.find((candidate) => candidate.values[0] === 1 && candidate.row.proof === 'nothing' && candidate.row.rank === 'any')
  if (!first) return addNode(line, {parent, label, ...(line.headingDepth === undefined ? {} : {headingDepth: line.headingDepth})}, cursor)
  const outer = addNode({...rest, spans: []}, {parent, label}, cursor)
  return addLabelled(rest, {candidate: first, parent: outer}, undefined, {...cursor, current: outer})
}

function addLabelled(line: Line, placement: TypedPlacement, headingDepth: number | undefined, cursor: Cursor): OutlineNode {
  const {candidate} = placement
  const position = labelPosition(line.spans, candidate.end)
  const rest = trimSpans(sliceSpans(line.spans, candidate.end, Number.MAX_SAFE_INTEGER))
  const own: Line = {...line, spans: rest}
  const label: NodeLabel = {candidate, origin: 'typed', marks: line.spans[0]?.marks ?? [], position}
  const isBold = headingDepth === BOLD_DEPTH
  const node = addNode(own, {parent: placement.parent, label, ...(headingDepth === undefined || isBold ? {} : {headingDepth})}, cursor)
  return splitDoubleLabel(node, own, cursor)
}

/** `(a)(i) text`: the second bracket opens a level of its own. */
function splitDoubleLabel(node: OutlineNode, line: Line, cursor: Cursor): OutlineNode {
  const text = spansText(line.spans)
  const match = /^[（(](?:1|a|i|一)[)）]/.exec(text)
  if (!match || node.headingDepth !== undefined || !/[)）]$/.test(node.label?.candidate.text ?? '')) return node
  const inner = cursor.sequence.candidates(cursor.index).length > 0 ? innerCandidate(line.spans) : undefined
  if (!inner || inner.style === node.label?.candidate.style) return node
  node.spans = []
  return addLabelled({...line, start: 'block'}, {candidate: inner, parent: node}, undefined, {...cursor, current: node})
}

function innerCandidate(spans: readonly Span[]): LabelCandidate | undefined {
  const text = spansText(spans).slice(0, 20)
  for (const row of LABEL_ROWS) {
    if (!/-paren$/.test(row.style)) continue
    row.pattern.lastIndex = 0
    const match = row.pattern.exec(text)
    const reading = match?.groups ? row.read(match.groups) : undefined
    if (match && reading?.values[0] === 1)
      return {text: match[0], style: row.style, values: reading.values, names: reading.names, end: match[0].length, row}
  }
  return undefined
}

interface NodeShape {
  readonly parent: OutlineNode
  readonly label?: NodeLabel
  readonly headingDepth?: number
}

function addNode(line: Line, {parent, label, headingDepth}: NodeShape, {items}: Cursor): OutlineNode {
  const isHeading = headingDepth !== undefined
  const node: OutlineNode = {
    line,
    parent,
    children: [],
    ...(label ? {label} : {}),
    ...(isHeading ? {headingDepth} : {}),
    headingSpans: isHeading ? line.spans : [],
    spans: isHeading ? [] : line.spans,
    ...(line.block ? {block: line.block} : {}),
    boldTitle: !isHeading && label !== undefined && isBoldTitle(line.spans),
    ...(label?.candidate.row.numeric ? {number: label.candidate.names} : {}),
    position: line.position,
  }
  parent.children.push(node)
  if (line.item && !items.has(line.item)) items.set(line.item, node)
  return node
}

function joinLine(line: Line, node: OutlineNode): OutlineNode {
  if (node.headingDepth !== undefined) node.headingSpans = joinSpans(node.headingSpans, line.spans)
  else node.spans = joinSpans(node.spans, line.spans)
  node.position = {start: node.position.start, end: line.position.end}
  return node
}

/** Where unlabelled text belongs: to the item around it, to the labelled clause before it, after a list to the owner of the list. */
function ownerOfText(line: Line, {current, items}: Cursor): OutlineNode {
  const item = line.item ? items.get(line.item) : undefined
  if (item && !line.marker) return item
  let owner = current
  while (owner.parent && !ownsText(owner)) owner = owner.parent
  return owner
}

function ownsText(node: OutlineNode): boolean {
  if (node.headingDepth !== undefined) return true
  if (!node.label || node.label.origin === 'list') return false
  if (node.label.candidate.row.numeric || node.label.candidate.row.rank === 'section' || node.label.candidate.row.rank === 'part')
    return true
  return node.boldTitle || !isMember(node)
}

/** Whether a labelled node is a member of a list inside a clause rather than a clause. */
function isMember(node: OutlineNode): boolean {
  for (let above = node.parent; above?.parent; above = above.parent)
    if (above.label && above.headingDepth === undefined && above.label.candidate.row.rank !== 'section') return true
  return node.label?.candidate.row.rank === 'bullet' || (node.parent !== undefined && endsWithColon(node.parent))
}

/** Bullets belong to the text before them, whether it is labelled or not; deeper ones to the item around them. */
function bulletParent(line: Line, cursor: Cursor): OutlineNode {
  const style = `bullet ${line.itemDepth}`
  for (let node: OutlineNode | undefined = cursor.current; node?.parent; node = node.parent) {
    if (node.label?.candidate.style === style) return node.parent
    if (node.headingDepth !== undefined || node.label?.candidate.row.rank === 'section') break
    if (isPlainText(node) && node.line?.itemDepth === 0) break
  }
  if (cursor.current.block && cursor.current.parent) return cursor.current.parent
  return cursor.current
}

function markerLabel(line: Line, style: string): NodeLabel {
  const marker = line.marker
  const position = marker?.position ?? line.position
  const row = LABEL_ROWS.find((known) => known.style === style) ?? BULLET_ROW
  const isOrdered = marker?.type === 'ordered'
  const values = isOrdered ? [marker.ordinal] : []
  const candidate: LabelCandidate = {text: marker?.text ?? '-', style, values, names: values.map(String), end: 0, row}
  return {candidate, origin: 'list', marks: [], position}
}

const BULLET_ROW = {
  style: 'bullet',
  pattern: /(?!)/y,
  read: () => undefined,
  where: 'anywhere',
  proof: 'nothing',
  rank: 'bullet',
  numeric: false,
} as const

function labelPosition(spans: readonly Span[], end: number): NodeLabel['position'] {
  const label = trimSpans(sliceSpans(spans, 0, end))
  const first = label[0] ?? spans[0]
  const last = label.at(-1) ?? first
  return first && last
    ? {start: first.position.start, end: last.position.end}
    : {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}}
}

/** A bold line that stands alone, titles what follows and is no list item. */
function isBoldHeading(line: Line, {next}: Cursor): boolean {
  return (
    line.start === 'block' &&
    !line.marker &&
    !line.block &&
    next !== undefined &&
    next.start !== 'soft' &&
    isBoldTitle(line.spans) &&
    !/[:：]\s*$/.test(spansText(line.spans))
  )
}

/** Whether the text before a mere line end could be finished there. */
function mayEnd(node: OutlineNode): boolean {
  const text = spansText(node.spans.length > 0 ? node.spans : node.headingSpans).trimEnd()
  return text === '' || /[。．.；;：:，,、！!？?”"’'）)】》]$/.test(text) || text.length <= 30
}
