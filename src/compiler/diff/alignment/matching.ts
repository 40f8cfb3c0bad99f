import {type Features, featureIndex} from './features.ts'
import type {Unit} from './unit.ts'

/** Two sequences of units and which of them were found to be the same clause. */
export interface Matching {
  readonly a: readonly Unit[]
  readonly b: readonly Unit[]
  /** Partner of each unit of `a` in `b`, -1 where there is none. */
  readonly toB: Int32Array
  readonly toA: Int32Array
  readonly featuresA: (index: number) => Features
  readonly featuresB: (index: number) => Features
}

/** A matching without pairs. */
export function emptyMatching(a: readonly Unit[], b: readonly Unit[]): Matching {
  return {
    a,
    b,
    toB: new Int32Array(a.length).fill(-1),
    toA: new Int32Array(b.length).fill(-1),
    featuresA: featureIndex(a),
    featuresB: featureIndex(b),
  }
}

/** Makes two units a pair, unless one of them has a partner already. */
export function pair({toB, toA}: Matching, a: number, b: number): boolean {
  if (toB[a] !== -1 || toA[b] !== -1) return false
  toB[a] = b
  toA[b] = a
  return true
}

/** Units that are parts of a split or a merge already. */
export interface Reserved {
  readonly a: ReadonlySet<number>
  readonly b: ReadonlySet<number>
}

/** Undoes a pair. */
export function unpair({toB, toA}: Matching, a: number): void {
  const b = toB[a] ?? -1
  if (b >= 0) toA[b] = -1
  toB[a] = -1
}

/** A stretch of both sequences between two pairs that stand in order; ends excluded. */
export interface Gap {
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

/** All units of both sequences. */
export function wholeOf({a, b}: Matching): Gap {
  return {a: [0, a.length], b: [0, b.length]}
}

/** The gaps of a stretch that unmatched units stand in, between the pairs that keep their order. */
export function gapsBetween(inOrder: readonly {readonly a: number; readonly b: number}[], within: Gap): Gap[] {
  const gaps: Gap[] = []
  let [[a, endA], [b, endB]] = [within.a, within.b]
  for (const next of [...inOrder, {a: endA, b: endB}]) {
    if (next.a > a || next.b > b) gaps.push({a: [a, next.a], b: [b, next.b]})
    a = next.a + 1
    b = next.b + 1
  }
  return gaps
}

/** Whether two units can be one clause in two versions: a table is no text, and what has text is no title of the agreement. */
export function areComparable(a: Unit, b: Unit): boolean {
  return a.isTable === b.isTable && (a.isTitle === b.isTitle || (a.text === '' && b.text === ''))
}

/** Whether two units stand at the top of their version, or below units that are partners. */
export function haveSameParent({a, b, toB}: Matching, i: number, j: number): boolean {
  const [parent, other] = [a[i]?.parent ?? -1, b[j]?.parent ?? -1]
  return parent < 0 ? other < 0 : other >= 0 && toB[parent] === other
}
