import type {LabelCandidate} from './label-grammar.ts'
import type {LabelSequence} from './label-sequence.ts'
import {isPlainText, type OutlineNode} from './outline-node.ts'

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
  /** Begins after a mere line end, where wrapped text can look like a label. */
  readonly isSoft: boolean
  readonly isTitle: boolean
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
  for (const node of openNodes(place.current)) {
    const number = node.number
    if (!number) continue
    if (number.length === candidate.names.length && startsWith(number, outer) && node.parent) {
      const previous = node.label?.candidate.values.at(-1) ?? 0
      if (last === previous + 1) return {candidate, parent: node.parent, score: 110}
      if (place.isSoft && last <= previous) return undefined
      return last > previous ? {candidate, parent: node.parent, score: 70} : {candidate, parent: node.parent, score: 30}
    }
    if (number.length < candidate.names.length && startsWith(candidate.names, number)) {
      const isNext = number.length === candidate.names.length - 1 && last === 1
      const believed = isNext || place.headingDepth !== undefined || !place.isSoft || successor(candidate, place)
      return believed ? {candidate, parent: node, score: isNext ? 105 : 65} : undefined
    }
  }
  const believed =
    place.headingDepth !== undefined ||
    successor(candidate, place) ||
    (last === 1 && !place.isSoft && candidate.row.proof === 'nothing' && place.isTitle)
  if (!believed) return undefined
  return {
    candidate,
    parent: place.headingDepth === undefined ? ownerForList(place) : headingParent(place.current, place.headingDepth),
    score: 50,
  }
}

function placeSingle(candidate: LabelCandidate, place: LabelPlace): Scored | undefined {
  const value = candidate.values[0] ?? 0
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
      if (place.fromList && node.line && node.line.itemDepth > place.itemDepth && place.itemDepth > 0 && value === 1) continue
      return {candidate, parent: node.parent, score: 100 - Math.min(distance, 20) + (isRomanBeforeLetter(candidate, place) ? -60 : 0)}
    }
    const isStrong = isHeading || place.fromList || (row.proof === 'nothing' && !place.isSoft)
    if (!gap && value > previous && (isHeading || value - previous <= 4) && isStrong && row.proof !== 'predecessor')
      gap = {candidate, parent: node.parent, score: 45}
    if (!gap && isHeading && value > 1 && value <= previous && row.proof !== 'predecessor')
      gap = {candidate, parent: node.parent, score: 25}
  }
  if (value > 0 && value < 2 && isBelieved(candidate, place)) return {candidate, parent: startParent(candidate, place), score: 60}
  if (gap) return gap
  const believed = isHeading
    ? row.proof !== 'predecessor' && (row.proof === 'nothing' || successor(candidate, place))
    : place.fromList || (!place.isSoft && row.proof === 'nothing' && successor(candidate, place))
  return believed ? {candidate, parent: startParent(candidate, place), score: 20} : undefined
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

function isNextValue(previous: number, value: number): boolean {
  return (
    value === previous + 1 ||
    (value > previous && value < Math.floor(previous) + 1) ||
    (value === Math.floor(previous) + 1 && value > previous)
  )
}

/** Parent of the first member of a new sequence. */
function startParent(candidate: LabelCandidate, place: LabelPlace): OutlineNode {
  if (place.headingDepth !== undefined) return headingParent(place.current, place.headingDepth)
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

/** Whether the own text ends like a lead-in. */
export function endsWithColon(node: OutlineNode): boolean {
  const last = node.spans.findLast((span) => span.value.trim() !== '')
  return last !== undefined && /[:：]\s*$/.test(last.value)
}
