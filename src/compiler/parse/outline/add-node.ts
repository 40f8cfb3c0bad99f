import {type Span, sliceSpans, spansText} from '../../clause-tree/index.ts'
import type {LabelCandidate} from '../labels/label-grammar.ts'
import {readRomanNumeral} from '../labels/label-numerals.ts'
import {LABEL_ROWS} from '../labels/label-rows.ts'
import {joinSpans} from '../lines/join-lines.ts'
import type {Line} from '../lines/line.ts'
import {isBoldTitle} from '../lines/title-like.ts'
import {trimSpans} from '../lines/trim-spans.ts'
import type {Placement} from './label-place.ts'
import {BOLD_DEPTH, type Cursor, endsWithColon, isPlainText, type NodeLabel, type OutlineNode} from './outline-node.ts'

/** Where a new node goes and what it is. */
export interface NodeShape {
  readonly parent: OutlineNode
  readonly label?: NodeLabel
  readonly headingDepth?: number
}

/** Appends a line to the outline as a node of its own. */
export function addNode(line: Line, {parent, label, headingDepth}: NodeShape, cursor: Cursor): OutlineNode {
  const isHeading = headingDepth !== undefined
  const boldTitle = !isHeading && label !== undefined && isBoldTitle(line.spans)
  const isDivision = isHeading || boldTitle || cursor.isTitleLine
  const number = label && (isDivision || label.candidate.row.numeric) ? numberOf(label.candidate) : undefined
  const node: OutlineNode = {
    line,
    parent,
    children: [],
    ...(label ? {label} : {}),
    ...(isHeading ? {headingDepth} : {}),
    headingSpans: isHeading ? line.spans : [],
    spans: isHeading ? [] : line.spans,
    ...(line.block ? {block: line.block} : {}),
    boldTitle,
    isTitleLine: label !== undefined && cursor.isTitleLine,
    isContinued: label !== undefined && isContinued(label, cursor),
    followsLeadIn: label !== undefined && followsLeadIn(label, parent.children.at(-1)),
    ...(number ? {number} : {}),
    position: line.position,
  }
  parent.children.push(node)
  if (line.item && !cursor.items.has(line.item)) cursor.items.set(line.item, node)
  if (label) {
    parent.lastOfStyle ??= new Map()
    parent.lastOfStyle.set(label.candidate.style, node)
  }
  const values = label?.candidate.values
  if (label && values?.length === 1) cursor.lastValues.set(label.candidate.style, values[0] ?? 0)
  return node
}

/** Appends a line that begins with a typed label, which is cut from its text. */
export function addLabelled(line: Line, {candidate, parent}: Placement, headingDepth: number | undefined, cursor: Cursor): OutlineNode {
  const own: Line = {...line, spans: trimSpans(sliceSpans(line.spans, candidate.end, Number.MAX_SAFE_INTEGER))}
  const label: NodeLabel = {
    candidate,
    origin: 'typed',
    marks: line.spans[0]?.marks ?? [],
    position: labelPosition(line.spans, candidate.end, line.position),
  }
  const isHeading = headingDepth !== undefined && headingDepth !== BOLD_DEPTH
  const node = addNode(own, {parent, label, ...(isHeading ? {headingDepth} : {})}, cursor)
  return splitDoubleLabel(node, own, cursor)
}

/** Appends a wrapped line to the text of a node. */
export function joinLine(line: Line, node: OutlineNode): OutlineNode {
  const isHeading = node.headingDepth !== undefined
  const spans = isHeading ? node.headingSpans : node.spans
  const wrapped = node.wrapped ?? [...spans]
  const last = wrapped.at(-1)
  for (const span of last ? joinSpans([last], line.spans).slice(1) : line.spans) wrapped.push(span)
  node.wrapped = wrapped
  if (isHeading) node.headingSpans = wrapped
  else node.spans = wrapped
  node.position = {start: node.position.start, end: line.position.end}
  return node
}

/** `(a)(i) text`: the second bracket opens a level of its own. */
function splitDoubleLabel(node: OutlineNode, line: Line, cursor: Cursor): OutlineNode {
  if (node.headingDepth !== undefined || !/[)）]$/.test(node.label?.candidate.text ?? '')) return node
  const inner = innerCandidate(line.spans)
  if (!inner || isOpen(inner.style, node)) return node
  node.spans = []
  return addLabelled({...line, start: 'block'}, {candidate: inner, parent: node}, undefined, {...cursor, current: node, isTitleLine: false})
}

/** Whether a level of this style is open: no bracket nests in its like. */
function isOpen(style: string, node: OutlineNode): boolean {
  for (let above: OutlineNode | undefined = node; above; above = above.parent) if (above.label?.candidate.style === style) return true
  return false
}

function innerCandidate(spans: readonly Span[]): LabelCandidate | undefined {
  const text = spansText(spans.slice(0, 8)).slice(0, 20)
  if (!/^[（(](?:1|a|i|一)[)）]/.test(text)) return undefined
  for (const row of LABEL_ROWS) {
    if (!row.style.endsWith('-paren')) continue
    row.pattern.lastIndex = 0
    const match = row.pattern.exec(text)
    const reading = match?.groups ? row.read(match.groups) : undefined
    if (match && reading?.values[0] === 1)
      return {text: match[0], style: row.style, values: reading.values, names: reading.names, end: match[0].length, row}
  }
  return undefined
}

/** What decimal labels below repeat: `4` for `4.`, `一、` … and `Article IV`, `b` for `B.`. */
function numberOf({names, values}: LabelCandidate): readonly string[] | undefined {
  if (values.length === 0) return undefined
  return names.map((name, index) => (readRomanNumeral(name) === values[index] ? `${values[index]}` : name))
}

function isContinued({candidate: {style, values}}: NodeLabel, {sequence, index}: Cursor): boolean {
  return values.length === 1 && sequence.hasLater(index, style, [(values[0] ?? 0) + 1])
}

function followsLeadIn(label: NodeLabel, before: OutlineNode | undefined): boolean {
  if (!before) return false
  if (before.label) return before.label.candidate.style === label.candidate.style && before.followsLeadIn
  return isPlainText(before) && endsWithColon(before)
}

function labelPosition(spans: readonly Span[], end: number, fallback: NodeLabel['position']): NodeLabel['position'] {
  const label = trimSpans(sliceSpans(spans, 0, end))
  const first = label[0] ?? spans[0]
  const last = label.at(-1) ?? first
  return first && last ? {start: first.position.start, end: last.position.end} : fallback
}
