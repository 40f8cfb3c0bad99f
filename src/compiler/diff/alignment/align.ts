import {type Certainty, findMerges, findSplits, type Split} from './find-splits.ts'
import {type Candidate, heaviestIncreasing} from './increasing.ts'
import {matchContainers} from './match-containers.ts'
import {matchEqual} from './match-equal.ts'
import {matchEqualAnywhere, matchMoved, reclaimMoved} from './match-moved.ts'
import {matchSimilar} from './match-similar.ts'
import {emptyMatching, type Gap, gapsBetween, type Matching, wholeOf} from './matching.ts'
import {type PlaceChanges, placeChanges} from './order.ts'
import type {Unit} from './unit.ts'
import {untangleRepeated} from './untangle-repeated.ts'

/** Which clause of one version is which of the other. */
export interface Alignment extends PlaceChanges {
  readonly matching: Matching
  /** Clauses of the old version that are several in the new one. */
  readonly splits: readonly Split[]
  /** Clauses of the new version that were several in the old one. */
  readonly merges: readonly Split[]
}

/**
 * Aligns two versions. Equal contents first, then likeness inside the gaps between them, then what was split, merged or moved.
 * Labels never count as content. Work grows with what changed; no step compares all with all.
 */
export function align(a: readonly Unit[], b: readonly Unit[]): Alignment {
  const matching = emptyMatching(a, b)
  let inOrder = matchEqual(matching)
  matchEqualAnywhere(matching)
  matchContainers(matching)
  const parts: Parts = {splits: [], merges: [], ofA: new Set(), ofB: new Set()}
  findParts(matching, parts, 'sure')
  const reserved = {a: parts.ofA, b: parts.ofB}
  inOrder = inOrderPairs(matching, inOrder)
  const fillGaps = () => gapsBetween(inOrder, wholeOf(matching)).flatMap((gap) => matchSimilar(matching, gap, reserved))
  const similar = fillGaps()
  if (reclaimMoved(matching, similar, reserved)) fillGaps()
  matchContainers(matching)
  for (const gap of insideMoved(matching, inOrder)) matchSimilar(matching, gap, reserved)
  findParts(matching, parts, 'likely')
  matchMoved(matching, reserved)
  matchContainers(matching)
  findParts(matching, parts, 'likely')
  untangleRepeated(matching, reserved)
  return {matching, splits: parts.splits, merges: parts.merges, ...placeChanges(matching)}
}

/** Splits and merges found so far, and the units in them. */
interface Parts {
  readonly splits: Split[]
  readonly merges: Split[]
  readonly ofA: Set<number>
  readonly ofB: Set<number>
}

/** Looks for splits and merges among what has no partner; what is part of one already is left alone. */
function findParts(matching: Matching, {splits, merges, ofA, ofB}: Parts, certainty: Certainty): void {
  for (const merge of findMerges(matching, {wholes: ofB, parts: ofA}, certainty)) {
    merges.push(merge)
    ofB.add(merge.whole)
    for (const part of merge.parts) ofA.add(part)
  }
  for (const split of findSplits(matching, {wholes: ofA, parts: ofB}, certainty)) {
    splits.push(split)
    ofA.add(split.whole)
    for (const part of split.parts) ofB.add(part)
  }
}

/** The gaps inside units that are pairs but left the order of the rest, such as moved sections, as far as both sides hold something without a partner. */
function insideMoved(matching: Matching, inOrder: readonly Candidate[]): Gap[] {
  const {a, b, toB, toA} = matching
  const kept = new Set(inOrder.map((candidate) => candidate.a))
  const [freeA, freeB] = [freeBefore(toB), freeBefore(toA)]
  const hasFree = (free: Int32Array, [from, to]: readonly [number, number]) => (free[to] ?? 0) > (free[from] ?? 0)
  return a.flatMap((unit) => {
    const other = b[toB[unit.index] ?? -1]
    if (!other || kept.has(unit.index)) return []
    const inside: Gap = {a: [unit.index + 1, unit.end], b: [other.index + 1, other.end]}
    if (!hasFree(freeA, inside.a) || !hasFree(freeB, inside.b)) return []
    const pairs: Candidate[] = []
    for (let index = unit.index + 1; index < unit.end; index += 1) {
      const partner = toB[index] ?? -1
      if (partner > other.index && partner < other.end) pairs.push({a: index, b: partner, weight: (a[index]?.weight ?? 0) + 1})
    }
    return gapsBetween(heaviestIncreasing(pairs), inside)
  })
}

/** Number of units without a partner before each position. */
function freeBefore(partners: Int32Array): Int32Array {
  const counts = new Int32Array(partners.length + 1)
  for (let index = 0; index < partners.length; index += 1) counts[index + 1] = (counts[index] ?? 0) + (partners[index] === -1 ? 1 : 0)
  return counts
}

/** Pairs found so far that keep their order, those of containers among them. */
function inOrderPairs({a, toB}: Matching, known: readonly Candidate[]): Candidate[] {
  const pairs = a.flatMap((unit) => {
    const b = toB[unit.index] ?? -1
    return b < 0 ? [] : [{a: unit.index, b, weight: unit.weight + 1}]
  })
  return pairs.length === known.length ? [...known] : heaviestIncreasing(pairs)
}
