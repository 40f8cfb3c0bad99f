import type {LabelCandidate} from '../labels/label-grammar.ts'
import {hasSuccessor, type LabelPlace, MAX_GAP, type ScoredPlacement} from './label-place.ts'
import {openNodes, startParent} from './open-levels.ts'
import {endsWithColon, type OutlineNode} from './outline-node.ts'

/** Places a label of one value: it goes on with a sequence of its style, or begins one. */
export function placeSingle(candidate: LabelCandidate, place: LabelPlace): ScoredPlacement | undefined {
  const value = candidate.values[0] ?? 0
  return continued(candidate, value, place) ?? started(candidate, value, place)
}

/** The label goes on with an open sequence, or leaves a gap in one. */
function continued(candidate: LabelCandidate, value: number, place: LabelPlace): ScoredPlacement | undefined {
  const {row} = candidate
  const isHeading = place.headingDepth !== undefined
  let distance = 0
  let gap: ScoredPlacement | undefined
  let onOtherLevel: ScoredPlacement | undefined
  for (let parent: OutlineNode | undefined = place.current; parent; parent = parent.parent) {
    const node = parent.lastOfStyle?.get(candidate.style)
    const label = node?.label?.candidate
    distance += 1
    if (!node || label?.values.length !== 1) continue
    if ((node.headingDepth !== undefined) !== isHeading && !node.boldTitle && !place.isTitle) continue
    const previous = label.values[0] ?? 0
    if (isNextValue(previous, value)) {
      const score = 100 - Math.min(distance, 20) + (isRomanBeforeLetter(candidate, place) ? -60 : 0)
      if (!isHeading || node.headingDepth === place.headingDepth) return {candidate, parent, score}
      onOtherLevel ??= {candidate, parent, score}
    }
    const isStrong = isHeading || (place.fromList && !place.isAlone) || (row.proof === 'nothing' && !place.isSoft)
    if (!gap && value > previous && (isHeading || value - previous <= MAX_GAP) && isStrong && row.proof !== 'predecessor')
      gap = {candidate, parent, score: 45}
    if (!gap && isHeading && value > 1 && value <= previous && row.proof !== 'predecessor') gap = {candidate, parent, score: 25}
  }
  return onOtherLevel ?? (value < 2 && isBelieved(candidate, place) ? undefined : gap)
}

/** The label begins a sequence, or goes on with one that runs through the divisions. */
function started(candidate: LabelCandidate, value: number, place: LabelPlace): ScoredPlacement | undefined {
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
  const isProven = row.proof === 'nothing' || hasSuccessor(candidate, place)
  const believed = isHeading
    ? isProven
    : place.fromList
      ? !place.isAlone || place.isTitleLine
      : !place.isSoft && row.proof === 'nothing' && hasSuccessor(candidate, place)
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

function isBelieved(candidate: LabelCandidate, place: LabelPlace): boolean {
  if (place.fromList) return true
  switch (candidate.row.proof) {
    case 'nothing':
      return place.headingDepth !== undefined || !place.isSoft || hasSuccessor(candidate, place)
    case 'successor':
      return hasSuccessor(candidate, place)
    case 'title':
      return place.isTitle || (candidate.text !== candidate.text.replace(/[.:)\-–—]$/, '') && hasSuccessor(candidate, place))
    case 'predecessor':
      return false
  }
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
