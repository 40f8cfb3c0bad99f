import type {LabelCandidate} from './label-grammar.ts'
import type {LabelSequence} from './label-sequence.ts'
import {endsWithColon, isPlainText, type OutlineNode} from './outline-node.ts'

/** A line that may begin with a label, and what surrounds it. */
export interface LabelPlace {
  readonly index: number
  readonly sequence: LabelSequence
  /** The last node in reading order: its ancestors are the open levels. */
  readonly current: OutlineNode
  readonly headingDepth: number | undefined
  /** The label was made by Markdown itself: it needs no proof. */
  readonly fromList: boolean
  readonly itemDepth: number
  /** The only item of its Markdown list, or no item. */
  readonly isAlone: boolean
  /** Last value of each style, in the whole text. */
  readonly lastValues: ReadonlyMap<string, number>
  /** Begins after a mere line end, where wrapped text can look like a label. */
  readonly isSoft: boolean
  /** Could be a title. */
  readonly isTitle: boolean
  /** Is one: bold, or an unmarked line that titles a division. */
  readonly isTitleLine: boolean
}

/** Where a label puts its line. */
export interface Placement {
  readonly candidate: LabelCandidate
  readonly parent: OutlineNode
}

interface Scored extends Placement {
  readonly score: number
}

/**
 * Decides whether one of the readings is a label, and under which open level it belongs: a label continues the innermost open sequence of
 * its style, begins a new one, or repeats the number of an open level (`4.2` → `4.2.1`). Without such support it is text.
 */
export function placeLabel(candidates: readonly LabelCandidate[], place: LabelPlace): Placement | undefined {
  let best: Scored | undefined
  for (const candidate of candidates) {
    const scored =
      candidate.row.rank === 'bullet'
        ? placeBullet(candidate, place)
        : candidate.values.length > 1
          ? placeDecimal(candidate, place)
          : placeSingle(candidate, place)
    if (scored && (!best || scored.score > best.score)) best = scored
  }
  return best
}

function placeDecimal(candidate: LabelCandidate, place: LabelPlace): Scored | undefined {
  const outer = candidate.names.slice(0, -1)
  const last = candidate.values.at(-1) ?? 0
  const isSure = place.headingDepth !== undefined || place.isTitleLine
  for (const node of openNodes(place.current)) {
    const number = node.number
    if (!number) continue
    if (number.length === candidate.names.length && startsWith(number, outer) && node.parent) {
      const step = last - (node.label?.candidate.values.at(-1) ?? 0)
      if (step === 1) return {candidate, parent: node.parent, score: 110}
      if (place.isSoft && step <= 0) return undefined
      if (step > MAX_GAP && !isSure && !successor(candidate, place)) return undefined
      return {candidate, parent: node.parent, score: step > 0 ? 70 : 30}
    }
    if (number.length < candidate.names.length && startsWith(candidate.names, number)) {
      const isNext = number.length === candidate.names.length - 1 && last === 1
      const believed = isNext || isSure || successor(candidate, place)
      return believed ? {candidate, parent: node, score: isNext ? 105 : 65} : undefined
    }
  }
  const opensText = last === 1 && !place.isSoft && candidate.row.proof === 'nothing' && place.isTitle
  const isProven = successor(candidate, place) && (last === 1 || !hasNumber(place.current))
  if (!isSure && !isProven && !opensText) return undefined
  const parent = place.headingDepth === undefined ? ownerForList(place) : headingParent(place.current, place.headingDepth)
  return {candidate, parent, score: 50}
}

/** Whether an open level has a number that decimals repeat: one that repeats none of them goes on with nothing. */
function hasNumber(current: OutlineNode): boolean {
  for (const node of openNodes(current)) if (node.number) return true
  return false
}

function placeSingle(candidate: LabelCandidate, place: LabelPlace): Scored | undefined {
  const value = candidate.values[0] ?? 0
  return continued(candidate, value, place) ?? started(candidate, value, place)
}

/** The label goes on with an open sequence, or leaves a gap in one. */
function continued(candidate: LabelCandidate, value: number, place: LabelPlace): Scored | undefined {
  const {row} = candidate
  const isHeading = place.headingDepth !== undefined
  let distance = 0
  let gap: Scored | undefined
  for (const node of openNodes(place.current)) {
    distance += 1
    const label = node.label?.candidate
    if (!label || label.style !== candidate.style || label.values.length !== 1 || !node.parent) continue
    if ((node.headingDepth !== undefined) !== isHeading && !node.boldTitle && !place.isTitle) continue
    const previous = label.values[0] ?? 0
    if (isNextValue(previous, value)) {
      return {candidate, parent: node.parent, score: 100 - Math.min(distance, 20) + (isRomanBeforeLetter(candidate, place) ? -60 : 0)}
    }
    const isStrong = isHeading || (place.fromList && !place.isAlone) || (row.proof === 'nothing' && !place.isSoft)
    if (!gap && value > previous && (isHeading || value - previous <= MAX_GAP) && isStrong && row.proof !== 'predecessor')
      gap = {candidate, parent: node.parent, score: 45}
    if (!gap && isHeading && value > 1 && value <= previous && row.proof !== 'predecessor')
      gap = {candidate, parent: node.parent, score: 25}
  }
  return value < 2 && isBelieved(candidate, place) ? undefined : gap
}

/** The label begins a sequence, or goes on with one that runs through the divisions. */
function started(candidate: LabelCandidate, value: number, place: LabelPlace): Scored | undefined {
  const {row} = candidate
  const isHeading = place.headingDepth !== undefined
  if (value > 0 && value < 2 && isBelieved(candidate, place)) {
    const parent = isHeading ? undefined : restartParent(candidate, place)
    return {candidate, parent: parent ?? startParent(candidate, place), score: 60}
  }
  if (row.proof === 'predecessor' || value < 1) return undefined
  const isDivision = row.rank === 'section' || row.rank === 'part'
  if (isDivision && !place.isSoft && isNextValue(place.lastValues.get(candidate.style) ?? 0, value))
    return {candidate, parent: startParent(candidate, place), score: 95}
  const isProven = row.proof === 'nothing' || successor(candidate, place)
  const believed = isHeading
    ? isProven
    : place.fromList
      ? !place.isAlone
      : !place.isSoft && row.proof === 'nothing' && successor(candidate, place)
  return believed ? {candidate, parent: startParent(candidate, place), score: 20} : undefined
}

/**
 * Parent of a first member whose style is open already: it begins the sequence anew beside the open one, unless something else stands
 * between (`1.` in `(a)` in `1.`) or it is a deeper Markdown item. No style nests in itself more than once.
 */
function restartParent(candidate: LabelCandidate, place: LabelPlace): OutlineNode | undefined {
  let innermost: OutlineNode | undefined
  let isBetween = false
  for (const node of openNodes(place.current)) {
    const label = node.label?.candidate
    if (node.headingDepth !== undefined) break
    if (label?.style === candidate.style && label.values.length === 1) {
      const isTitle = node.boldTitle || node.isTitleLine
      if (isTitle || place.isTitleLine) {
        if (isTitle && place.isTitleLine) return node.parent
      } else {
        if (innermost) return innermost.parent
        const isDeeper = place.fromList && place.itemDepth > (node.line?.itemDepth ?? 0)
        if (!isDeeper && !isBetween && !(endsWithColon(node) && node.children.length === 0)) return node.parent
        innermost = node
      }
    } else if (label && label.row.rank !== 'bullet') isBetween = true
  }
  return undefined
}

function placeBullet(candidate: LabelCandidate, place: LabelPlace): Scored | undefined {
  for (const node of openNodes(place.current)) {
    if (node.label?.candidate.style === candidate.style && node.parent && node.label.origin === 'typed')
      return {candidate, parent: node.parent, score: 15}
    if (node.headingDepth !== undefined) break
  }
  return place.isSoft &&
    candidate.style === 'bullet-dash' &&
    !place.sequence.candidates(place.index + 1).some((next) => next.style === candidate.style)
    ? undefined
    : {candidate, parent: place.current, score: 10}
}

function isBelieved(candidate: LabelCandidate, place: LabelPlace): boolean {
  if (place.fromList) return true
  switch (candidate.row.proof) {
    case 'nothing':
      return place.headingDepth !== undefined || !place.isSoft || successor(candidate, place)
    case 'successor':
      return successor(candidate, place)
    case 'title':
      return place.isTitle || (candidate.text !== candidate.text.replace(/[.:)\-–—]$/, '') && successor(candidate, place))
    case 'predecessor':
      return false
  }
}

function successor(candidate: LabelCandidate, place: LabelPlace): boolean {
  const values = [...candidate.values]
  values[values.length - 1] = Math.floor(values.at(-1) ?? 0) + 1
  return place.sequence.hasLater(place.index, candidate.style, values)
}

/** `(i)` after `(h)` is the letter, unless `(ii)` comes before `(j)`. */
function isRomanBeforeLetter(candidate: LabelCandidate, place: LabelPlace): boolean {
  if (candidate.text.replace(/[^a-z]/gi, '').toLowerCase() !== 'i' || !candidate.style.toLowerCase().startsWith('a')) return false
  const roman = candidate.style.replace(/^a/, 'i').replace(/^A/, 'I')
  return place.sequence.hasLater(place.index, roman, [2]) && !place.sequence.hasLater(place.index, candidate.style, [10])
}

/** Most numbers that may be missing between two labels of one sequence. */
const MAX_GAP = 4

function isNextValue(previous: number, value: number): boolean {
  return (
    value === previous + 1 ||
    (value > previous && value < Math.floor(previous) + 1) ||
    (value === Math.floor(previous) + 1 && value > previous)
  )
}

/** Parent of the first member of a new sequence. */
function startParent(candidate: LabelCandidate, place: LabelPlace): OutlineNode {
  if (place.headingDepth !== undefined) return annexParent(candidate, place) ?? headingParent(place.current, place.headingDepth)
  if (candidate.row.rank === 'annex') return rootOf(place.current)
  if (candidate.row.rank === 'part' || candidate.row.rank === 'section') return divisionParent(candidate, place.current)
  return ownerForList(place)
}

/** Labelled members of a list that an unlabelled paragraph leads in are its siblings. */
function ownerForList({current, fromList, itemDepth}: LabelPlace): OutlineNode {
  let owner = current
  while (isPlainText(owner) && owner.parent && !(fromList && itemDepth > 1 && owner.line?.item)) owner = owner.parent
  while (owner.label?.candidate.row.rank === 'bullet' && owner.parent && !endsWithColon(owner)) owner = owner.parent
  while (isPlainText(owner) && owner.parent) owner = owner.parent
  return owner
}

/** Sections of an annex that are set on its own level and begin anew. */
function annexParent(candidate: LabelCandidate, place: LabelPlace): OutlineNode | undefined {
  if (candidate.row.rank === 'annex' || candidate.row.rank === 'part') return undefined
  for (const node of openNodes(place.current))
    if (node.label?.candidate.row.rank === 'annex') return node.headingDepth === place.headingDepth ? node : undefined
  return undefined
}

function divisionParent(candidate: LabelCandidate, current: OutlineNode): OutlineNode {
  for (const node of openNodes(current)) {
    const {rank, style} = node.label?.candidate.row ?? {}
    if (node.headingDepth !== undefined && node.headingDepth < 7 && rank !== 'section') return node
    if (rank === 'part' && (candidate.row.rank === 'section' || style !== candidate.style)) return node
  }
  return rootOf(current)
}

/** The innermost open heading above `depth`. */
export function headingParent(current: OutlineNode, depth: number): OutlineNode {
  for (const node of openNodes(current)) if (node.headingDepth !== undefined && node.headingDepth < depth) return node
  return rootOf(current)
}

function rootOf(node: OutlineNode): OutlineNode {
  let root = node
  while (root.parent) root = root.parent
  return root
}

function* openNodes(current: OutlineNode): Generator<OutlineNode> {
  for (let node: OutlineNode | undefined = current; node?.parent; node = node.parent) yield node
}

function startsWith(names: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((name, index) => names[index] === name)
}
