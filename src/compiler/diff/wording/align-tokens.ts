import {diffArrays} from 'diff'
import {chainFinder, heaviestIncreasing} from '../alignment/increasing.ts'
import type {TokenNumbers} from './token-numbers.ts'

/**
 * A stretch of one sequence that stands for a stretch of the other; ends excluded, at least one of the two not empty.
 * Belongs to who asked for it: it is changed in place on its way from tokens to text, since a rewritten agreement has a hundred thousand of them.
 */
export interface Hunk {
  startFrom: number
  endFrom: number
  startTo: number
  endTo: number
}

/** Tokens by their numbers, as many as `length` says. */
export interface Tokens {
  readonly numbers: Int32Array
  readonly length: number
}

/** Two sequences of tokens → the hunks in which they differ, in order, with something equal between any two. */
export type AlignTokens = (from: Tokens, to: Tokens) => Hunk[]

/** Tokens that are inserted or deleted at most until a text counts as rewritten; bounds the work, so that no clock decides. */
const MAX_EDITS = 400
/** Edits that are looked for without anchors first: light changes get the shortest account. */
const FEW_EDITS = 8
/** Equal pairs of tokens up to which all are weighed against each other. */
const MAX_PAIRS = 4000
/** Levels of recursion into the stretches between anchors. */
const MAX_DEPTH = 8

/**
 * Aligns numbered tokens: the shortest account where little changed; else the equal tokens that weigh the most and keep their order.
 * Where there are too many of these to weigh all, tokens that occur once on both sides are anchors, and what is between them is aligned.
 * Tokens that weigh nothing, such as blanks, are equal only beside others.
 */
export function tokenAligner({weightOf, limit}: TokenNumbers): AlignTokens {
  /** By token: how often it occurs in the first sequence; its latest place in the second one, or how often it was seen there, plus one. Zero between uses. */
  let [counts, last] = [new Int32Array(0), new Int32Array(0)]
  const findChain = chainFinder()
  const pairsOfTokens = {from: new Int32Array(MAX_PAIRS), to: new Int32Array(MAX_PAIRS), weights: new Int32Array(MAX_PAIRS)}
  let from: Int32Array = new Int32Array(0)
  let to: Int32Array = from
  /** For each token of the second sequence the place of the equal one before it, plus one. */
  let before = new Int32Array(0)
  let hunks: Hunk[] = []

  return (old, now) => {
    if (counts.length < limit()) [counts, last] = [new Int32Array(limit() * 2), new Int32Array(limit() * 2)]
    ;[from, to, hunks] = [old.numbers, now.numbers, []]
    alignRange({startFrom: 0, endFrom: old.length, startTo: 0, endTo: now.length}, MAX_DEPTH)
    return hunks
  }

  function emit(startFrom: number, endFrom: number, startTo: number, endTo: number): void {
    if (startFrom === endFrom && startTo === endTo) return
    const previous = hunks.at(-1)
    if (previous && previous.endFrom === startFrom && previous.endTo === startTo) {
      previous.endFrom = endFrom
      previous.endTo = endTo
    } else hunks.push({startFrom, endFrom, startTo, endTo})
  }

  function withoutEqualEnds(range: Hunk): Hunk {
    let {startFrom, endFrom, startTo, endTo} = range
    while (startFrom < endFrom && startTo < endTo && from[startFrom] === to[startTo]) {
      startFrom += 1
      startTo += 1
    }
    while (endFrom > startFrom && endTo > startTo && from[endFrom - 1] === to[endTo - 1]) {
      endFrom -= 1
      endTo -= 1
    }
    return {startFrom, endFrom, startTo, endTo}
  }

  function alignRange(range: Hunk, depth: number): void {
    const middle = withoutEqualEnds(range)
    const {startFrom, endFrom, startTo, endTo} = middle
    if (startFrom === endFrom || startTo === endTo) return emit(startFrom, endFrom, startTo, endTo)
    const {common, pairs} = commonTokens(middle)
    if (common === 0) return emit(startFrom, endFrom, startTo, endTo)
    const leastEdits = endFrom - startFrom + endTo - startTo - 2 * common
    if (leastEdits <= FEW_EDITS && emitShortest(middle, FEW_EDITS)) return
    if (pairs <= MAX_PAIRS) return alignBetween(middle, equalTokens(middle), 0)
    const anchors = depth > 0 ? uniqueTokens(middle) : NO_ANCHORS
    if (anchors.from.length > 0) alignBetween(middle, anchors, depth - 1)
    else if (!emitShortest(middle, MAX_EDITS)) emit(startFrom, endFrom, startTo, endTo)
  }

  /** Number of tokens that both have, in whatever order, and of equal pairs of those that weigh something. */
  function commonTokens({startFrom, endFrom, startTo, endTo}: Hunk): {readonly common: number; readonly pairs: number} {
    for (let i = startFrom; i < endFrom; i += 1) counts[from[i] ?? 0] = (counts[from[i] ?? 0] ?? 0) + 1
    let [common, pairs] = [0, 0]
    for (let j = startTo; j < endTo; j += 1) {
      const token = to[j] ?? 0
      const count = counts[token] ?? 0
      if (count === 0) continue
      const seen = last[token] ?? 0
      if (seen < count) common += 1
      last[token] = seen + 1
      if (weightOf(token) > 0) pairs += count
    }
    for (let i = startFrom; i < endFrom; i += 1) counts[from[i] ?? 0] = 0
    for (let j = startTo; j < endTo; j += 1) last[to[j] ?? 0] = 0
    return {common, pairs}
  }

  /** The equal tokens that weigh the most and keep their order. */
  function equalTokens({startFrom, endFrom, startTo, endTo}: Hunk): Anchors {
    if (before.length < endTo - startTo) before = new Int32Array((endTo - startTo) * 2)
    for (let j = startTo; j < endTo; j += 1) {
      const token = to[j] ?? 0
      if (weightOf(token) === 0) continue
      before[j - startTo] = last[token] ?? 0
      last[token] = j + 1
    }
    const places = pairsOfTokens
    let count = 0
    for (let i = startFrom; i < endFrom; i += 1) {
      const token = from[i] ?? 0
      for (let j = (last[token] ?? 0) - 1; j >= 0; j = (before[j - startTo] ?? 0) - 1) {
        places.from[count] = i
        places.to[count] = j
        places.weights[count] = weightOf(token)
        count += 1
      }
    }
    for (let j = startTo; j < endTo; j += 1) last[to[j] ?? 0] = 0
    const chain = findChain(places.to, places.weights, count)
    return {from: chain.map((index) => places.from[index] ?? 0), to: chain.map((index) => places.to[index] ?? 0), areAll: true}
  }

  /** Those of them that occur once on both sides. */
  function uniqueTokens({startFrom, endFrom, startTo, endTo}: Hunk): Anchors {
    const [placesFrom, placesTo] = [onlyPlaces(from, startFrom, endFrom), onlyPlaces(to, startTo, endTo)]
    const candidates = [...placesFrom].flatMap(([token, a]) => {
      const b = placesTo.get(token) ?? -1
      return a >= 0 && b >= 0 && weightOf(token) > 0 ? [{a, b, weight: weightOf(token)}] : []
    })
    const chosen = heaviestIncreasing(candidates)
    return {from: chosen.map(({a}) => a), to: chosen.map(({b}) => b), areAll: false}
  }

  /** Aligns what lies between anchors; where these are all that is equal, only blanks beside them are left to find. */
  function alignBetween(range: Hunk, anchors: Anchors, depth: number): void {
    let [i, j] = [range.startFrom, range.startTo]
    for (let index = 0; index <= anchors.from.length; index += 1) {
      const [endI, endJ] = [anchors.from[index] ?? range.endFrom, anchors.to[index] ?? range.endTo]
      if (endI > i || endJ > j) {
        const between = {startFrom: i, endFrom: endI, startTo: j, endTo: endJ}
        if (anchors.areAll) emitTrimmed(between)
        else alignRange(between, depth)
      }
      i = endI + 1
      j = endJ + 1
    }
  }

  function emitTrimmed(range: Hunk): void {
    const {startFrom, endFrom, startTo, endTo} = withoutEqualEnds(range)
    emit(startFrom, endFrom, startTo, endTo)
  }

  /** The account with the fewest insertions and deletions; `false` where there are more than so many. */
  function emitShortest({startFrom, endFrom, startTo, endTo}: Hunk, maxEditLength: number): boolean {
    const changes = diffArrays([...from.subarray(startFrom, endFrom)], [...to.subarray(startTo, endTo)], {maxEditLength})
    if (!changes) return false
    let [i, j] = [startFrom, startTo]
    for (const {added, removed, count} of changes) {
      const [endI, endJ] = [added ? i : i + count, removed ? j : j + count]
      if (added || removed) emit(i, endI, j, endJ)
      ;[i, j] = [endI, endJ]
    }
    return true
  }
}

/** Places of equal tokens that keep their order. */
interface Anchors {
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Whether between them nothing is equal that weighs anything. */
  readonly areAll: boolean
}

const NO_ANCHORS: Anchors = {from: [], to: [], areAll: false}

/** Place of each number in a stretch; -1 where it occurs again. */
function onlyPlaces(tokens: Int32Array, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let index = start; index < end; index += 1) {
    const token = tokens[index] ?? 0
    places.set(token, places.has(token) ? -1 : index)
  }
  return places
}
