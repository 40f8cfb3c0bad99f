import {contained, dice, type Features, union, without} from './features.ts'
import {foldText} from './fold-text.ts'
import {areComparable, type Matching, pair, unpair} from './matching.ts'
import {type Unit, unitText} from './unit.ts'

/** A clause of one version that is several in the other; indices of units, the parts in reading order. */
export interface Split {
  readonly whole: number
  readonly parts: readonly number[]
}

/** Units that are in a split or a merge already. */
export interface Taken {
  readonly wholes: ReadonlySet<number>
  readonly parts: ReadonlySet<number>
}

/** What a search for splits sees: for merges the two sides are exchanged. */
interface Side {
  readonly wholes: readonly Unit[]
  readonly parts: readonly Unit[]
  readonly toPart: Int32Array
  readonly toWhole: Int32Array
  readonly featuresOfWhole: (index: number) => Features
  readonly featuresOfPart: (index: number) => Features
}

/** How much of its words a split must keep: nearly all, so that no other reading of the clauses is as good, or most. */
export type Certainty = 'sure' | 'likely'

/** Clauses of `a` that were split. */
export function findSplits(matching: Matching, taken: Taken, certainty: Certainty): Split[] {
  return search(
    {
      wholes: matching.a,
      parts: matching.b,
      toPart: matching.toB,
      toWhole: matching.toA,
      featuresOfWhole: matching.featuresA,
      featuresOfPart: matching.featuresB,
    },
    taken,
    LEAST[certainty],
    (whole, part) => {
      unpair(matching, whole)
      pair(matching, whole, part)
    },
  )
}

/** Clauses of `b` that several of `a` were merged into. */
export function findMerges(matching: Matching, taken: Taken, certainty: Certainty): Split[] {
  return search(
    {
      wholes: matching.b,
      parts: matching.a,
      toPart: matching.toA,
      toWhole: matching.toB,
      featuresOfWhole: matching.featuresB,
      featuresOfPart: matching.featuresA,
    },
    taken,
    LEAST[certainty],
    (whole, part) => {
      const known = matching.toA[whole] ?? -1
      if (known >= 0) unpair(matching, known)
      pair(matching, part, whole)
    },
  )
}

/** What a split must reach. */
interface Least {
  /** Share of a part that must come from the whole. */
  readonly contained: number
  /** Share of a part that must come from what the other parts leave of the whole. */
  readonly left: number
  /** Likeness of the parts together to the whole. */
  readonly complete: number
}

const LEAST: Readonly<Record<Certainty, Least>> = {
  sure: {contained: 0.85, left: 0.85, complete: 0.85},
  likely: {contained: 0.72, left: 0.62, complete: 0.72},
}
/** By how much all parts are more like the whole than its partner alone, unless the others stand in the whole word for word. */
const GAIN = 0.05
/** Clauses with all below them that may stand between two parts, because they were inserted there or moved there; new titles are not counted. */
const SKIPPED = 1
/** Parts that one clause is looked for in. */
const MOST = 24

function search(side: Side, taken: Taken, least: Least, keep: (whole: number, part: number) => void): Split[] {
  const splits: Split[] = []
  const used = new Set(taken.parts)
  for (const start of side.parts) {
    if (side.toWhole[start.index] !== -1 || used.has(start.index) || start.weight === 0) continue
    for (const whole of wholesNear(side, start.index)) {
      if (taken.wholes.has(whole)) continue
      const parts = grow(side, whole, start.index, used, least)
      if (!parts) continue
      for (const part of parts) used.add(part)
      const known = side.toPart[whole] ?? -1
      if (known < 0 || !parts.includes(known)) keep(whole, longest(side, parts))
      splits.push({whole, parts})
      break
    }
  }
  return splits
}

/** Wholes that a free part may come from: the partners of the units around it, and what is free between these. */
function wholesNear({parts, toWhole, toPart, wholes}: Side, part: number): number[] {
  const found = new Set<number>()
  for (let at = part - 1, steps = 0; at >= 0 && steps < MOST; at -= 1, steps += 1) {
    const partner = toWhole[at] ?? -1
    if (partner < 0) continue
    found.add(partner)
    for (let free = partner + 1; free < wholes.length && toPart[free] === -1 && free < partner + 4; free += 1) found.add(free)
    break
  }
  for (let at = part + 1, steps = 0; at < parts.length && steps < MOST; at += 1, steps += 1) {
    const partner = toWhole[at] ?? -1
    if (partner < 0) continue
    found.add(partner)
    for (let free = partner - 1; free >= 0 && toPart[free] === -1 && free > partner - 4; free -= 1) found.add(free)
    break
  }
  return [...found]
}

/** The stretch of parts around a free one that together are the whole. */
function grow(side: Side, whole: number, start: number, used: ReadonlySet<number>, least: Least): readonly number[] | undefined {
  const known = side.toPart[whole] ?? -1
  const unit = side.wholes[whole]
  if (!unit || unit.weight === 0) return undefined
  const text = side.featuresOfWhole(whole)
  if (known >= 0 && unit.hash === side.parts[known]?.hash) return undefined
  let rest: Features | undefined
  const take = (index: number) => {
    const part = side.parts[index]
    if (!part || part.weight === 0 || (part.text === '') !== (unit.text === '') || used.has(index) || !areComparable(unit, part))
      return false
    if (index === known) return true
    if (side.toWhole[index] !== -1) return false
    const features = side.featuresOfPart(index)
    if (contained(features, text, least.contained) < least.contained) return false
    rest ??= known < 0 ? text : without(text, side.featuresOfPart(known))
    if (contained(features, rest, least.left) < least.left) return false
    rest = without(rest, features)
    return true
  }
  if (!take(start)) return undefined
  const isTitle = (index: number) => side.parts[index]?.text === '' && side.toWhole[index] === -1
  const members = [start]
  for (let at = start - 1, skipped = 0; members.length < MOST && skipped <= SKIPPED; at -= 1)
    if (take(at)) members.unshift(at)
    else if (!isTitle(at)) {
      skipped += 1
      at = outermost(side.parts, at, side.parts[start]?.parent ?? -1)
    }
  for (let at = start + 1, skipped = 0; members.length < MOST && skipped <= SKIPPED; at += 1)
    if (take(at)) members.push(at)
    else if (!isTitle(at)) {
      skipped += 1
      at = (side.parts[at]?.end ?? at + 1) - 1
    }
  if (known >= 0 && !members.includes(known)) return undefined
  if (members.length < 2) return undefined
  const together = dice(text, union(members.map(side.featuresOfPart)))
  const alone = dice(text, side.featuresOfPart(known < 0 ? longest(side, members) : known))
  if (together < least.complete || together <= alone) return undefined
  if (known < 0 || together >= alone + GAIN) return members
  const fresh = members.flatMap((index) => (index === known ? [] : (side.parts[index] ?? [])))
  return areVerbatim(unit, fresh) ? members : undefined
}

/** The unit that holds another one and itself stands directly below a parent. */
function outermost(units: readonly Unit[], index: number, parent: number): number {
  let top = index
  for (let above = units[top]?.parent ?? -1; above > parent; above = units[top]?.parent ?? -1) top = above
  return top
}

/** Whether a whole holds all of some parts, word for word. */
function areVerbatim(whole: Unit, parts: readonly Unit[]): boolean {
  const text = foldText(unitText(whole))
  return parts.every((part) => text.includes(foldText(unitText(part))))
}

function longest({parts}: Side, members: readonly number[]): number {
  return members.reduce((best, index) => ((parts[index]?.weight ?? 0) > (parts[best]?.weight ?? 0) ? index : best))
}
