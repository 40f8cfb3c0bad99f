import {areComparable, type Matching, pair} from './matching.ts'

/** Pairs units that have no partner by what stands below them: most of their children, those that went to the partner of another parent aside, have one parent on the other side. */
export function matchContainers(matching: Matching): void {
  const {a, b, toB, toA} = matching
  for (let index = a.length - 1; index >= 0; index -= 1) {
    const unit = a[index]
    if (!unit || toB[index] !== -1 || unit.end === index + 1) continue
    const votes = new Map<number, number>()
    let all = 0
    for (let child = index + 1; child < unit.end; child = a[child]?.end ?? unit.end) {
      const partner = toB[child] ?? -1
      const parent = b[partner]?.parent ?? -1
      if (partner < 0 || (parent >= 0 && toA[parent] !== -1)) continue
      const weight = weightBelow(a, child)
      all += weight
      if (parent >= 0) votes.set(parent, (votes.get(parent) ?? 0) + weight)
    }
    const [best, weight] = [...votes].sort((x, y) => y[1] - x[1] || x[0] - y[0])[0] ?? [-1, 0]
    const other = b[best]
    if (
      other &&
      toA[best] === -1 &&
      areComparable(unit, other) &&
      unit.clause.kind === other.clause.kind &&
      ((weight * 2 > all && isOwn(matching, best, weight)) || areBetweenPartners(matching, index, best))
    )
      pair(matching, index, best)
  }
}

/** Whether two units stand between siblings that are each other's partners: then some children in common are enough. */
function areBetweenPartners({a, b, toB}: Matching, index: number, other: number): boolean {
  const [before, after] = neighbours(a, index)
  const [beforeOther, afterOther] = neighbours(b, other)
  const isPair = (left: number, right: number) => (left < 0 || right < 0 ? left === right : toB[left] === right)
  return isPair(before, beforeOther) && isPair(after, afterOther)
}

/** Siblings before and after a unit; -1 where there is none. */
function neighbours(units: Matching['a'], index: number): readonly [number, number] {
  const unit = units[index]
  const parent = unit?.parent ?? -1
  const end = parent < 0 ? units.length : (units[parent]?.end ?? units.length)
  let before = -1
  for (let at = parent + 1; at < index; at = units[at]?.end ?? index) before = at
  const after = unit?.end ?? end
  return [before, after < end ? after : -1]
}

/** Whether the children that vote are most of what came below the other unit from parents without a partner. */
function isOwn({a, b, toB, toA}: Matching, index: number, weight: number): boolean {
  let all = 0
  const end = b[index]?.end ?? index
  for (let child = index + 1; child < end; child = b[child]?.end ?? end) {
    const parent = a[toA[child] ?? -1]?.parent ?? -1
    if (toA[child] !== -1 && (parent < 0 || toB[parent] === -1)) all += weightBelow(b, child)
  }
  return weight * 2 > all
}

function weightBelow(units: Matching['a'], index: number): number {
  let sum = 1
  const end = units[index]?.end ?? index + 1
  for (let at = index; at < end; at += 1) sum += units[at]?.weight ?? 0
  return sum
}
