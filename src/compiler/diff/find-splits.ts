import {contained, dice, type Features, union, without} from './features.ts'
import {areComparable, type Matching, pair, unpair} from './matching.ts'
import type {Unit} from './unit.ts'

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

/** Clauses of `a` that were split. */
export function findSplits(matching: Matching, taken: Taken): Split[] {
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
    (whole, part) => {
      unpair(matching, whole)
      pair(matching, whole, part)
    },
  )
}

/** Clauses of `b` that several of `a` were merged into. */
export function findMerges(matching: Matching, taken: Taken): Split[] {
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
    (whole, part) => {
      const known = matching.toA[whole] ?? -1
      if (known >= 0) unpair(matching, known)
      pair(matching, part, whole)
    },
  )
}

/** Share of a part that must come from the whole. */
const CONTAINED = 0.72
/** Likeness of the parts together to the whole. */
const COMPLETE = 0.72
/** By how much all parts are more like the whole than the first pair. */
const GAIN = 0.05
/** Clauses that may stand between two parts, because they were inserted there or moved there; new titles are not counted. */
const SKIPPED = 1
/** Parts that one clause is looked for in. */
const MOST = 24

function search(side: Side, taken: Taken, keep: (whole: number, part: number) => void): Split[] {
  const splits: Split[] = []
  const used = new Set(taken.parts)
  for (const start of side.parts) {
    if (side.toWhole[start.index] !== -1 || used.has(start.index) || start.weight === 0) continue
    for (const whole of wholesNear(side, start.index)) {
      if (taken.wholes.has(whole)) continue
      const parts = grow(side, whole, start.index, used)
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
function grow(side: Side, whole: number, start: number, used: ReadonlySet<number>): readonly number[] | undefined {
  const known = side.toPart[whole] ?? -1
  const unit = side.wholes[whole]
  if (!unit || unit.weight === 0) return undefined
  const text = side.featuresOfWhole(whole)
  if (known >= 0 && side.wholes[whole]?.hash === side.parts[known]?.hash) return undefined
  const isPart = (index: number) => {
    const part = side.parts[index]
    if (!part || part.weight === 0 || (part.text === '') !== (unit.text === '') || used.has(index) || !areComparable(unit, part))
      return false
    if (index === known) return true
    return side.toWhole[index] === -1 && contained(side.featuresOfPart(index), text) >= CONTAINED
  }
  if (!isPart(start)) return undefined
  const isTitle = (index: number) => side.parts[index]?.text === '' && side.toWhole[index] === -1
  const members = [start]
  for (let at = start - 1, skipped = 0; members.length < MOST && skipped <= SKIPPED; at -= 1)
    if (isPart(at)) members.unshift(at)
    else if (!isTitle(at)) skipped += 1
  for (let at = start + 1, skipped = 0; members.length < MOST && skipped <= SKIPPED; at += 1)
    if (isPart(at)) members.push(at)
    else if (!isTitle(at)) skipped += 1
  if (known >= 0 && !members.includes(known)) return undefined
  if (members.length < 2) return undefined
  const rest = known < 0 ? text : without(text, side.featuresOfPart(known))
  const fresh = members.filter((index) => index !== known)
  if (known >= 0 && contained(union(fresh.map(side.featuresOfPart)), rest) < CONTAINED - 0.1) return undefined
  const together = dice(text, union(members.map(side.featuresOfPart)))
  const alone = known < 0 ? 0 : dice(text, side.featuresOfPart(known))
  return together >= COMPLETE && together >= alone + GAIN ? members : undefined
}

function longest({parts}: Side, members: readonly number[]): number {
  return members.reduce((best, index) => ((parts[index]?.weight ?? 0) > (parts[best]?.weight ?? 0) ? index : best))
}
