import type {LabelCandidate} from '../labels/label-grammar.ts'
import type {LabelPlace, Placement, ScoredPlacement} from './label-place.ts'
import {openNodes} from './open-levels.ts'
import {placeDecimal} from './place-decimal.ts'
import {placeSingle} from './place-single.ts'

/**
 * Decides whether one of the readings is a label, and under which open level it belongs: a label continues the innermost open sequence of
 * its style, begins a new one, or repeats the number of an open level (`4.2` → `4.2.1`). Without such support it is text.
 */
export function placeLabel(candidates: readonly LabelCandidate[], place: LabelPlace): Placement | undefined {
  let best: ScoredPlacement | undefined
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

function placeBullet(candidate: LabelCandidate, place: LabelPlace): ScoredPlacement | undefined {
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
