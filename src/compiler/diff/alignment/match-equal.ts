import {type Candidate, heaviestIncreasing} from './increasing.ts'
import {areComparable, type Gap, gapsBetween, type Matching, pair, wholeOf} from './matching.ts'
import {saysTheSame, type Unit} from './unit.ts'

/**
 * Pairs units that say the same: those that occur once on both sides first, then, between them, those that occur once there,
 * at last repeated ones in order. Pairs that cross heavier ones are left to the search for moves.
 */
export function matchEqual(matching: Matching): Candidate[] {
  const whole = wholeOf(matching)
  const inOrder = heaviestIncreasing(uniqueCandidates(matching, whole))
  const found = [...inOrder]
  for (const {a, b} of inOrder) pair(matching, a, b)
  for (const gap of gapsBetween(inOrder, whole)) matchGap(matching, gap, found, MAX_DEPTH)
  return found.sort((x, y) => x.a - y.a)
}

/** Levels of recursion into gaps. */
const MAX_DEPTH = 6
/** Equal pairs of repeated units that are weighed against each other in one gap. */
const MAX_REPEATED = 20_000

function matchGap(matching: Matching, gap: Gap, found: Candidate[], depth: number): void {
  let [a0, a1] = gap.a
  let [b0, b1] = gap.b
  const take = (a: number, b: number) => {
    if (pair(matching, a, b)) found.push({a, b, weight: weightOf(matching.a[a])})
  }
  while (a0 < a1 && b0 < b1 && isSame(matching, a0, b0)) take(a0++, b0++)
  while (a0 < a1 && b0 < b1 && isSame(matching, a1 - 1, b1 - 1)) take(--a1, --b1)
  if (a0 >= a1 || b0 >= b1) return
  const rest: Gap = {a: [a0, a1], b: [b0, b1]}
  const unique = depth > 0 ? heaviestIncreasing(uniqueCandidates(matching, rest)) : []
  const anchors = unique.length > 0 ? unique : heaviestIncreasing(repeatedCandidates(matching, rest))
  for (const {a, b} of anchors) take(a, b)
  if (anchors.length === 0) return
  let [a, b] = [a0, b0]
  for (const next of [...anchors, {a: a1, b: b1}]) {
    if (next.a > a && next.b > b) matchGap(matching, {a: [a, next.a], b: [b, next.b]}, found, depth - 1)
    a = next.a + 1
    b = next.b + 1
  }
}

/** Units that occur once on each side of a gap. */
function uniqueCandidates(matching: Matching, {a: [a0, a1], b: [b0, b1]}: Gap): Candidate[] {
  const inA = onlyPlaces(matching.a, a0, a1)
  const inB = onlyPlaces(matching.b, b0, b1)
  const candidates: Candidate[] = []
  for (const [hash, a] of inA) {
    const b = inB.get(hash)
    if (a >= 0 && b !== undefined && b >= 0 && isSame(matching, a, b)) candidates.push({a, b, weight: weightOf(matching.a[a])})
  }
  return candidates
}

/** Place of each content in a stretch; -1 where it occurs again. */
function onlyPlaces(units: readonly Unit[], from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let index = from; index < to; index += 1) {
    const hash = units[index]?.hash ?? 0
    if (hash !== 0) places.set(hash, places.has(hash) ? -1 : index)
  }
  return places
}

/** All equal pairs of a gap, as far as there are not too many; those in like surroundings weigh a little more. */
function repeatedCandidates(matching: Matching, {a: [a0, a1], b: [b0, b1]}: Gap): Candidate[] {
  const places = new Map<number, number[]>()
  for (let b = b0; b < b1; b += 1) {
    const hash = matching.b[b]?.hash ?? 0
    if (hash === 0) continue
    const known = places.get(hash)
    if (known) known.push(b)
    else places.set(hash, [b])
  }
  const candidates: Candidate[] = []
  for (let a = a0; a < a1; a += 1) {
    for (const b of places.get(matching.a[a]?.hash ?? 0) ?? []) {
      if (candidates.length >= MAX_REPEATED) return candidates
      if (isSame(matching, a, b)) candidates.push({a, b, weight: weightOf(matching.a[a]) + surroundings(matching, a, b)})
    }
  }
  return candidates
}

/** A bonus for a matched parent, equal neighbours and an equal label, small against the weight of any text. */
function surroundings({a, b, toB}: Matching, i: number, j: number): number {
  const [left, right] = [a[i], b[j]]
  if (!left || !right) return 0
  let bonus = 0
  if (left.parent >= 0 && toB[left.parent] === right.parent) bonus += 0.4
  if (a[i - 1]?.hash === b[j - 1]?.hash) bonus += 0.2
  if (a[i + 1]?.hash === b[j + 1]?.hash) bonus += 0.2
  if (left.clause.label?.text === right.clause.label?.text) bonus += 0.1
  return bonus
}

function isSame({a, b, toB, toA}: Matching, i: number, j: number): boolean {
  const [left, right] = [a[i], b[j]]
  return (
    left !== undefined &&
    right !== undefined &&
    left.hash !== 0 &&
    toB[i] === -1 &&
    toA[j] === -1 &&
    areComparable(left, right) &&
    saysTheSame(left, right)
  )
}

function weightOf(unit: Unit | undefined): number {
  return (unit?.weight ?? 0) + 1
}
