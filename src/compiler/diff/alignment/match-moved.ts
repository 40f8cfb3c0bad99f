import type {Candidate} from './increasing.ts'
import {contentLikeness, rareCandidates} from './match-similar.ts'
import {areComparable, haveSameParent, type Matching, pair, type Reserved, unpair} from './matching.ts'
import {saysTheSame, type Unit} from './unit.ts'

/** Pairs what is left over anywhere: clauses that moved, and clauses that moved and were edited. Short and repeated ones are left alone. */
export function matchMoved(matching: Matching, reserved: Reserved): void {
  matchEqualAnywhere(matching, reserved)
  const a = leftovers(matching.a, matching.toB, reserved.a).filter((index) => isLong(matching.a[index], LEAST_SIMILAR))
  const b = leftovers(matching.b, matching.toA, reserved.b).filter((index) => isLong(matching.b[index], LEAST_SIMILAR))
  const candidates = rareCandidates(matching, a, b, ALIKE)
    .filter((candidate) => contentLikeness(matching, candidate.a, candidate.b, ALIKE) >= ALIKE)
    .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)
  for (const candidate of candidates) pair(matching, candidate.a, candidate.b)
}

/**
 * Parts pairs of units that are hardly alike where one of the two is far more like one without a partner elsewhere, or half alike where it says the same:
 * then this one moved. Tells whether there were any.
 */
export function reclaimMoved(matching: Matching, pairs: readonly Candidate[], reserved: Reserved): boolean {
  const {a, b, toA, toB} = matching
  const freeA = leftovers(a, toB, reserved.a).filter((index) => isLong(a[index], LEAST_SIMILAR))
  const freeB = leftovers(b, toA, reserved.b).filter((index) => isLong(b[index], LEAST_SIMILAR))
  if (freeA.length === 0 && freeB.length === 0) return false
  const [equalA, equalB] = [byHash(a, freeA), byHash(b, freeB)]
  let isReclaimed = false
  const reclaim = (i: number, j: number) => {
    if (toA[j] !== -1) unpair(matching, toA[j] ?? -1)
    unpair(matching, i)
    isReclaimed = pair(matching, i, j) || isReclaimed
  }
  for (const {a: i, b: j} of pairs) {
    const [from, to] = [equalA.get(b[j]?.hash ?? 0)?.[0], equalB.get(a[i]?.hash ?? 0)?.[0]]
    if ((from === undefined && to === undefined) || toB[i] !== j || contentLikeness(matching, i, j, HALF) >= HALF) continue
    if (from !== undefined && toB[from] === -1 && areSame(a[from], b[j])) reclaim(from, j)
    else if (to !== undefined && toA[to] === -1 && areSame(a[i], b[to])) reclaim(i, to)
  }
  const weak = pairs.filter(({a: i, b: j}) => toB[i] === j && contentLikeness(matching, i, j, WEAK) < WEAK)
  if (weak.length > MOST_WEAK) return isReclaimed
  const [weakA, weakB] = [weak.map((candidate) => candidate.a), weak.map((candidate) => candidate.b)]
  const candidates = [...rareCandidates(matching, freeA, weakB, SURE), ...rareCandidates(matching, weakA, freeB, SURE)]
  for (const {a: i, b: j} of candidates.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b))
    if ((toA[j] === -1) !== (toB[i] === -1) && contentLikeness(matching, i, j, SURE) >= SURE) reclaim(i, j)
  return isReclaimed
}

/** Likeness up to which a pair in a gap yields to a clause elsewhere that is surely the same. */
const WEAK = 0.4
/** Such pairs up to which they are looked at; a text with more was written anew. */
const MOST_WEAK = 1000
/** Likeness that such a clause must have. */
const SURE = 0.65
/** Likeness up to which it yields to a clause elsewhere that says the same. */
const HALF = 0.75

const NOTHING: Reserved = {a: new Set(), b: new Set()}

/** Likeness from which an edited clause elsewhere is the same one. */
const ALIKE = 0.5
/** Words or Han characters that an equal clause needs to be told from a common phrase. */
const LEAST_EQUAL = 6
/** The same for a clause that was edited, too. */
const LEAST_SIMILAR = 7

/** Pairs what says the same and has no partner, wherever it stands: below the same parent, or where nothing else says it. */
export function matchEqualAnywhere(matching: Matching, reserved: Reserved = NOTHING): void {
  const {a, b, toB, toA} = matching
  const placesA = byHash(a, leftovers(a, toB, reserved.a))
  const placesB = byHash(b, leftovers(b, toA, reserved.b))
  for (const [hash, left] of placesA) {
    const right = placesB.get(hash)
    if (!right) continue
    for (const i of left)
      for (const j of right)
        if (toB[i] === -1 && toA[j] === -1 && haveSameParent(matching, i, j) && areSame(a[i], b[j])) pair(matching, i, j)
    const [i, ...moreA] = left.filter((index) => toB[index] === -1)
    const [j, ...moreB] = right.filter((index) => toA[index] === -1)
    if (i !== undefined && j !== undefined && moreA.length === 0 && moreB.length === 0 && isLong(a[i], LEAST_EQUAL) && areSame(a[i], b[j]))
      pair(matching, i, j)
  }
}

function areSame(left: Unit | undefined, right: Unit | undefined): boolean {
  return left !== undefined && right !== undefined && areComparable(left, right) && saysTheSame(left, right)
}

function leftovers(units: readonly Unit[], partners: Int32Array, reserved: ReadonlySet<number>): number[] {
  return units.flatMap(({index}) => (partners[index] === -1 && !reserved.has(index) ? [index] : []))
}

function byHash(units: readonly Unit[], indices: readonly number[]): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const index of indices) {
    const hash = units[index]?.hash ?? 0
    if (hash === 0) continue
    const known = places.get(hash)
    if (known) known.push(index)
    else places.set(hash, [index])
  }
  return places
}

/** Length in words, a Han character counting as one. */
function isLong(unit: Unit | undefined, least: number): boolean {
  if (!unit) return false
  let count = 0
  for (const _ of `${unit.heading} ${unit.text}`.matchAll(
    /[\u3040-\u9fff\uac00-\ud7af]|(?:(?![\u3040-\u9fff\uac00-\ud7af])[\p{L}\p{N}])+/gu,
  )) {
    count += 1
    if (count >= least) return true
  }
  return false
}
