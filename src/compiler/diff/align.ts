import {findMerges, findSplits, type Split} from './find-splits.ts'
import {type Candidate, heaviestIncreasing} from './increasing.ts'
import {matchContainers} from './match-containers.ts'
import {matchEqual} from './match-equal.ts'
import {matchEqualAnywhere, matchMoved} from './match-moved.ts'
import {matchSimilar} from './match-similar.ts'
import {emptyMatching, gapsBetween, type Matching} from './matching.ts'
import {type PlaceChanges, placeChanges} from './order.ts'
import type {Unit} from './unit.ts'

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
  inOrder = inOrderPairs(matching, inOrder)
  for (const gap of gapsBetween(matching, inOrder)) matchSimilar(matching, gap)
  const merges = findMerges(matching, new Set())
  const splits = findSplits(matching, new Set(merges.flatMap(({parts}) => parts)))
  const reserved = {a: new Set(merges.flatMap(({parts}) => parts)), b: new Set(splits.flatMap(({parts}) => parts))}
  matchMoved(matching, reserved)
  matchContainers(matching)
  return {matching, splits, merges, ...placeChanges(matching)}
}

/** Pairs found so far that keep their order, those of containers among them. */
function inOrderPairs({a, toB}: Matching, known: readonly Candidate[]): Candidate[] {
  const pairs = a.flatMap((unit) => {
    const b = toB[unit.index] ?? -1
    return b < 0 ? [] : [{a: unit.index, b, weight: unit.weight + 1}]
  })
  return pairs.length === known.length ? [...known] : heaviestIncreasing(pairs)
}
