import {type Candidate, heaviestIncreasing} from './increasing.ts'
import {haveSameParent, type Matching} from './matching.ts'
import type {Unit} from './unit.ts'

/** How the place of a matched unit differs. */
export interface PlaceChanges {
  /** Units of `a` that stand elsewhere among what kept its order, or below another parent. What moved with its parent is not in it. */
  readonly moved: ReadonlySet<number>
  /** Units of `a` whose level changed in place. */
  readonly releveled: ReadonlySet<number>
}

/** Tells what moved: among siblings, and from one parent to another. The fewest moves that explain the order, and of as few the lightest. */
export function placeChanges(matching: Matching): PlaceChanges {
  const {a, b, toB, toA} = matching
  const moved = new Set<number>()
  const releveled = new Set<number>()
  const siblings = new Map<number, Candidate[]>()
  const strays: number[] = []
  for (const unit of a) {
    const partner = toB[unit.index] ?? -1
    if (partner < 0) continue
    if (haveSameParent(matching, unit.index, partner)) {
      const group = siblings.get(unit.parent) ?? []
      group.push({a: unit.index, b: partner, weight: ONE_MORE + weightBelow(a, unit)})
      siblings.set(unit.parent, group)
    } else strays.push(unit.index)
  }
  for (const group of siblings.values()) {
    if (isIncreasing(group)) continue
    const kept = new Set(heaviestIncreasing(group).map((candidate) => candidate.a))
    for (const candidate of group) if (!kept.has(candidate.a)) moved.add(candidate.a)
  }
  if (strays.length === 0) return {moved, releveled}
  const inOrder = new Set(
    heaviestIncreasing(
      a.flatMap((unit) => {
        const partner = toB[unit.index] ?? -1
        return partner < 0 ? [] : [{a: unit.index, b: partner, weight: unit.weight + 1}]
      }),
    ).map((candidate) => candidate.a),
  )
  for (const index of strays) {
    const unit = a[index]
    const other = b[toB[index] ?? -1]
    if (!unit || !other) continue
    const isNewParent = other.parent >= 0 && isMissing(a[toA[other.parent] ?? -1])
    const isLostParent = unit.parent >= 0 && isMissing(b[toB[unit.parent] ?? -1])
    const isExplained =
      isNewParent === isLostParent ? isNewParent : isNewParent ? keepsMost(b, toA, other.parent) : keepsMost(a, toB, unit.parent)
    const [top, otherTop] = [topOf(a, unit), topOf(b, other)]
    const hasNewLevel = unit.depth !== other.depth && (toB[top] === otherTop || isStep(matching, unit, other))
    if (!inOrder.has(index) || !(isExplained || hasNewLevel)) moved.add(index)
    else if (!isExplained) releveled.add(index)
  }
  return {moved, releveled}
}

/** Outweighs any text: one clause that moved explains an order better than two that did. */
const ONE_MORE = 1e9

/** Whether a unit that kept its place in the order went one level up, to the parent of its parent, or one level down, below a sibling. */
function isStep({a, b, toB}: Matching, unit: Unit, other: Unit): boolean {
  const arePartners = (parent: number, otherParent: number) => (parent < 0 ? otherParent < 0 : toB[parent] === otherParent)
  const [above, otherAbove] = [a[unit.parent], b[other.parent]]
  return (
    (above !== undefined && arePartners(above.parent, other.parent)) ||
    (otherAbove !== undefined && arePartners(unit.parent, otherAbove.parent))
  )
}

/** Whether a parent has no partner that could hold clauses: it came, went, or became the title of the agreement. */
function isMissing(partner: Unit | undefined): boolean {
  return partner === undefined || partner.isTitle
}

/** Whether more than half of the units directly below a parent have a partner: then that the parent came or went tells enough of them. */
function keepsMost(units: readonly Unit[], partners: Int32Array, parent: number): boolean {
  const end = units[parent]?.end ?? parent
  let [kept, all] = [0, 0]
  for (let child = parent + 1; child < end; child = units[child]?.end ?? end) {
    all += 1
    if (partners[child] !== -1) kept += 1
  }
  return kept * 2 > all
}

function topOf(units: readonly Unit[], unit: Unit): number {
  let top = unit
  for (let parent = units[top.parent]; parent; parent = units[top.parent]) top = parent
  return top.index
}

function isIncreasing(group: readonly Candidate[]): boolean {
  return group.every(({b}, index) => index === 0 || b > (group[index - 1]?.b ?? -1))
}

function weightBelow(units: readonly Unit[], unit: Unit): number {
  let sum = 1
  for (let at = unit.index; at < unit.end; at += 1) sum += units[at]?.weight ?? 0
  return sum
}
