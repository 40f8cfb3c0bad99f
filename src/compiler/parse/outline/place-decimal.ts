import type {LabelCandidate} from '../labels/label-grammar.ts'
import {hasSuccessor, type LabelPlace, MAX_GAP, type ScoredPlacement} from './label-place.ts'
import {headingParent, listParent, openNodes} from './open-levels.ts'
import type {OutlineNode} from './outline-node.ts'

/** Places a label of several numbers: it goes on with an open one (`4.2` → `4.3`) or repeats the number of an open level (`4.2` → `4.2.1`). */
export function placeDecimal(candidate: LabelCandidate, place: LabelPlace): ScoredPlacement | undefined {
  const outer = candidate.names.slice(0, -1)
  const last = candidate.values.at(-1) ?? 0
  const needsPredecessor = candidate.row.proof === 'predecessor'
  const isSure = place.headingDepth !== undefined || place.isTitleLine
  for (const node of openNodes(place.current)) {
    const number = node.number
    if (!number) continue
    if (number.length === candidate.names.length && startsWith(number, outer) && node.parent) {
      const step = last - (node.label?.candidate.values.at(-1) ?? 0)
      if (step === 1 && !(needsPredecessor && place.isSoft)) return {candidate, parent: node.parent, score: 110}
      if (needsPredecessor) return undefined
      if (place.isSoft && step <= 0) return undefined
      if (step > MAX_GAP && !isSure && !hasSuccessor(candidate, place)) return undefined
      return {candidate, parent: node.parent, score: step > 0 ? 70 : 30}
    }
    if (number.length < candidate.names.length && startsWith(candidate.names, number)) {
      if (needsPredecessor && !isResumed(candidate, node)) return undefined
      const isBelow = number.length === candidate.names.length - 1
      const isNext = (isBelow && last === 1) || isResumed(candidate, node)
      const skipsFirst = isBelow && number.length > 1 && last <= MAX_GAP && !place.isSoft
      const believed = isNext || isSure || skipsFirst || hasSuccessor(candidate, place)
      return believed ? {candidate, parent: node, score: isNext ? 105 : 65} : undefined
    }
  }
  for (let node: OutlineNode | undefined = place.current; node; node = node.parent)
    if (!place.isSoft && isResumed(candidate, node)) return {candidate, parent: node, score: 95}
  if (needsPredecessor) return undefined
  const isFirst = candidate.values.every((value) => value === 1)
  const opensText = last === 1 && !place.isSoft && candidate.row.proof === 'nothing' && (place.isTitle || isFirst)
  const isProven = hasSuccessor(candidate, place) && (last === 1 || !hasNumber(place.current))
  if (!isSure && !isProven && !opensText) return undefined
  const parent = place.headingDepth === undefined ? listParent(place) : headingParent(place.current, place.headingDepth)
  return {candidate, parent, score: 50}
}

/** Whether a decimal goes on with the last one below a node, though a text stands between. */
function isResumed({style, values}: LabelCandidate, node: OutlineNode): boolean {
  const last = node.lastOfStyle?.get(style)?.label?.candidate.values
  return (
    last !== undefined &&
    last.length === values.length &&
    last.every((value, index) => value + (index === last.length - 1 ? 1 : 0) === values[index])
  )
}

/** Whether an open level has a number that decimals repeat: one that repeats none of them goes on with nothing. */
function hasNumber(current: OutlineNode): boolean {
  for (const node of openNodes(current)) if (node.number) return true
  return false
}

function startsWith(names: readonly string[], prefix: readonly string[]): boolean {
  return prefix.every((name, index) => names[index] === name)
}
