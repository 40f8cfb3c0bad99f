import {sliceSpans, spansText} from '../../clause-tree/index.ts'
import {DATE_REST} from '../labels/label-rows.ts'
import {joinSpans} from '../lines/join-lines.ts'
import type {Line, ListMarker} from '../lines/line.ts'
import {isBoldTitle, isTitleLike} from '../lines/title-like.ts'
import {addLabelled, addNode, joinLine} from './add-node.ts'
import type {LabelPlace, Placement} from './label-place.ts'
import {type LabelSequence, labelSequence} from './label-sequence.ts'
import {markerLabel} from './marker-label.ts'
import {bulletStyle, markerStyle} from './marker-style.ts'
import {headingParent} from './open-levels.ts'
import {BOLD_DEPTH, type Cursor, isPlainText, type OutlineNode} from './outline-node.ts'
import {placeLabel} from './place-label.ts'
import {textOwner} from './text-owner.ts'
import {titleLines} from './title-lines.ts'

/** Lines → tree. One pass with one stack, the ancestors of the last node: labels and headings decide the nesting, not indentation. */
export function outlineLines(lines: readonly Line[]): OutlineNode {
  const root: OutlineNode = {
    parent: undefined,
    children: [],
    headingSpans: [],
    spans: [],
    boldTitle: false,
    isTitleLine: false,
    isContinued: false,
    followsLeadIn: false,
    position: lines[0]?.position ?? {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 1, offset: 0}},
  }
  const sequence = labelSequence(lines)
  const titles = titleLines(lines, sequence)
  const preambleEnd = endOfPreamble(lines, sequence, titles)
  const items: Cursor['items'] = new Map()
  const lastValues = new Map<string, number>()
  let current = root
  lines.forEach((line, index) => {
    const isTitleLine = titles.has(index)
    current = addLine(line, {
      index,
      sequence,
      items,
      lastValues,
      current,
      isTitleLine,
      isPreamble: index < preambleEnd,
      next: lines[index + 1],
    })
  })
  return root
}

function addLine(line: Line, cursor: Cursor): OutlineNode {
  const {current} = cursor
  if (line.marker?.type === 'ordered') return addListMember(line, line.marker, cursor)
  if (line.marker?.type === 'footnote') return addNode(line, {parent: ownerOf(line, cursor), label: markerLabel(line, line.marker)}, cursor)
  const headingDepth = line.headingDepth ?? (isBoldHeading(line, cursor) ? BOLD_DEPTH : undefined)
  const typed = placeTyped(line, headingDepth, cursor)
  if (typed) return addLabelled(line, typed, headingDepth, cursor)
  if (headingDepth !== undefined) return addNode(line, {parent: headingParent(current, headingDepth), headingDepth}, cursor)
  if (line.marker) return addNode(line, {parent: bulletParent(line, current), label: markerLabel(line, line.marker)}, cursor)
  if (line.start === 'soft' && current.parent && !current.block) return joinLine(line, current)
  return addNode(line, {parent: ownerOf(line, cursor)}, cursor)
}

function placeTyped(line: Line, headingDepth: number | undefined, cursor: Cursor): Placement | undefined {
  const candidates = cursor.sequence.candidates(cursor.index)
  if (candidates.length === 0 || (line.start === 'soft' && !mayEnd(cursor.current))) return undefined
  const text = spansText(line.spans)
  const title = text.slice(candidates[0]?.end ?? 0)
  return placeLabel(candidates, {
    ...placeOf(line, cursor),
    headingDepth: line.headingDepth === undefined && headingDepth !== undefined ? undefined : headingDepth,
    fromList: false,
    isTitle: title === '' || isTitleLike(title),
    isTitleLine:
      cursor.isTitleLine ||
      headingDepth === BOLD_DEPTH ||
      (headingDepth === undefined && isBoldTitle(sliceSpans(line.spans, candidates[0]?.end ?? 0, Number.MAX_SAFE_INTEGER))),
  })
}

/** A list item numbered by Markdown; its text can begin with a typed label of its own (`1. (a) …`). A number without support is text. */
function addListMember(line: Line, marker: ListMarker, cursor: Cursor): OutlineNode {
  const label = markerLabel(line, renumbered(marker, cursor))
  const {marker: _, ...rest} = line
  const placement = DATE_REST.test(spansText(line.spans))
    ? undefined
    : placeLabel([label.candidate], {
        ...placeOf(line, cursor),
        headingDepth: line.headingDepth,
        fromList: true,
        isTitle: isTitleLike(spansText(line.spans)),
        isTitleLine: cursor.isTitleLine || isBoldTitle(line.spans),
      })
  if (!placement) return addUnsupported(rest, marker, cursor)
  const {parent} = placement
  const inner = line.spans.length > 0 && line.headingDepth === undefined ? cursor.sequence.candidates(cursor.index) : []
  const first = inner.find(({values, row}) => values[0] === 1 && row.proof === 'nothing' && row.rank === 'any')
  if (!first) return addNode(line, {parent, label, ...(line.headingDepth === undefined ? {} : {headingDepth: line.headingDepth})}, cursor)
  const outer = addNode({...rest, spans: []}, {parent, label}, cursor)
  return addLabelled(rest, {candidate: first, parent: outer}, undefined, {...cursor, current: outer})
}

/** A number that no sequence supports is the beginning of a text. */
function addUnsupported(line: Line, marker: ListMarker, cursor: Cursor): OutlineNode {
  const {block, ...text} = line
  const written = {value: marker.text, marks: [], position: marker.position}
  const node = addNode({...text, spans: joinSpans([written], line.spans)}, {parent: ownerOf(text, cursor)}, cursor)
  return block ? addNode(line, {parent: ownerOf(line, {...cursor, current: node})}, cursor) : node
}

/** A list whose every item is written `1.` and broken by clauses: the first clause below, `3.1`, tells the number that was meant. */
function renumbered(marker: ListMarker, {sequence, index, lastValues}: Cursor): ListMarker {
  const wanted = (lastValues.get(markerStyle(marker)) ?? 0) + 1
  if (marker.ordinal !== 1 || wanted === 1) return marker
  const next = sequence.candidates(index + 1).find(({style, values}) => style === 'decimal' && values.length === 2 && values[1] === 1)
  return next?.values[0] === wanted ? {...marker, ordinal: wanted} : marker
}

function placeOf(
  line: Line,
  cursor: Cursor,
): Pick<LabelPlace, 'index' | 'sequence' | 'current' | 'itemDepth' | 'isSoft' | 'isAlone' | 'lastValues'> {
  return {
    index: cursor.index,
    sequence: cursor.sequence,
    current: cursor.current,
    lastValues: cursor.lastValues,
    itemDepth: line.itemDepth,
    isSoft: line.start === 'soft',
    isAlone: line.marker?.isAlone ?? true,
  }
}

function ownerOf(line: Line, {current, items}: Cursor): OutlineNode {
  return leadInOwner(line, current) ?? textOwner(line, current, items)
}

/** The unlabelled lead-in whose unmarked members follow it as paragraphs: `You will not:`, `sell access;`, `or copy it.` */
function leadInOwner(line: Line, current: OutlineNode): OutlineNode | undefined {
  if (line.item || line.block || !isPlainText(current)) return undefined
  const last = ownText(current)
  const text = spansText(line.spans).trim()
  const goesOn = /^\p{Ll}/u.test(text)
  if (current.parent?.isLeadIn) return goesOn || UNFINISHED.test(last) ? current.parent : undefined
  if (!/[:：]$/.test(last) || !(goesOn || /[;；]$/.test(text))) return undefined
  current.isLeadIn = true
  return current
}

/** A member that others follow. */
const UNFINISHED = /[;；]\s*(?:and|or|und|oder|et|ou|以及|或者?|和)?$/u

/** Bullets belong to the text before them, whether it is labelled or not; deeper ones to the item around them. */
function bulletParent(line: Line, current: OutlineNode): OutlineNode {
  const style = bulletStyle(line)
  for (let node: OutlineNode | undefined = current; node?.parent; node = node.parent) {
    if (node.label?.candidate.style === style) return node.parent
    if (node.headingDepth !== undefined || node.label?.candidate.row.rank === 'section') break
    if (isPlainText(node) && node.line?.itemDepth === 0) break
  }
  return current.block && current.parent ? current.parent : current
}

/** A bold line that stands alone, titles what follows and is no list item. */
function isBoldHeading(line: Line, {next, isPreamble, index, sequence}: Cursor): boolean {
  return (
    line.start === 'block' &&
    !line.marker &&
    !line.block &&
    next !== undefined &&
    next.start !== 'soft' &&
    isBoldTitle(line.spans) &&
    !(/[:：]\s*$/.test(spansText(line.spans)) && sequence.candidates(index).length === 0) &&
    !isPreamble
  )
}

/** Index of the first division, where at most two bold lines stand before it: those are notices, not headings. */
function endOfPreamble(lines: readonly Line[], sequence: LabelSequence, titles: ReadonlySet<number>): number {
  let bold = 0
  for (const [index, line] of lines.entries()) {
    const isBold = isBoldTitle(line.spans)
    const isLabelled = line.marker?.type === 'ordered' || sequence.candidates(index).some(({row}) => row.rank !== 'bullet')
    const isSection = sequence.candidates(index).some(({row}) => row.rank === 'section' || row.rank === 'part')
    if (line.headingDepth !== undefined || titles.has(index) || isSection || (isBold && isLabelled)) return index
    if (isBold) bold += 1
    if (bold > 2) return 0
  }
  return 0
}

/** Whether the text before a mere line end could be finished there. */
function mayEnd(node: OutlineNode): boolean {
  const text = ownText(node)
  return text === '' || /[。．.；;：:，,、！!？?”"’'）)】》]$/.test(text) || text.length <= 30
}

/** The end of the own text, long enough to see how it ends and whether it is short. */
function ownText(node: OutlineNode): string {
  const spans = node.spans.length > 0 ? node.spans : node.headingSpans
  let text = ''
  for (let index = spans.length - 1; index >= 0 && text.length <= 60; index -= 1) text = (spans[index]?.value ?? '').slice(-200) + text
  return text.trimEnd()
}
