import {haveSameParent, type Matching, pair, type Reserved, unpair} from './matching.ts'
import {saysTheSame} from './unit.ts'

/**
 * Exchanges partners among units that say the same, where others fit their surroundings better: one that holds clauses goes with these,
 * one that went below another parent than its own comes back. A paragraph that every section repeats stays with its section, even if the section moved.
 */
export function untangleRepeated(matching: Matching, reserved: Reserved): void {
  for (const unit of matching.a) {
    const found = unit.end > unit.index + 1 ? parentOfMostChildren(matching, unit.index) : -1
    const partner = matching.toB[unit.index] ?? -1
    if (found >= 0 && partner >= 0 && found !== partner && isSame(matching, unit.index, partner) && isSame(matching, unit.index, found))
      exchange(matching, unit.index, found)
  }
  for (const {a, b} of strayGroups(matching, reserved)) {
    const home = new Map<number, number[]>()
    for (const j of b) {
      const parent = matching.b[j]?.parent ?? -1
      const known = home.get(parent)
      if (known) known.push(j)
      else home.set(parent, [j])
    }
    for (const i of a) {
      const parent = matching.a[i]?.parent ?? -1
      const j = home.get(parent < 0 ? -1 : (matching.toB[parent] ?? -1))?.shift()
      if (j !== undefined && isSame(matching, i, j)) exchange(matching, i, j)
    }
  }
}

/** The unit below which the partners of most children of a unit stand; -1 where no such unit holds more than half. */
function parentOfMostChildren({a, b, toB}: Matching, index: number): number {
  const votes = new Map<number, number>()
  const end = a[index]?.end ?? index
  let all = 0
  for (let child = index + 1; child < end; child = a[child]?.end ?? end) {
    const parent = b[toB[child] ?? -1]?.parent ?? -1
    if (parent < 0) continue
    all += 1
    votes.set(parent, (votes.get(parent) ?? 0) + 1)
  }
  for (const [parent, count] of votes) if (count * 2 > all) return parent
  return -1
}

/** Makes two units a pair, and their former partners, if both had one. */
function exchange(matching: Matching, i: number, j: number): void {
  const [oldB, oldA] = [matching.toB[i] ?? -1, matching.toA[j] ?? -1]
  if (oldB === j) return
  unpair(matching, i)
  if (oldA >= 0) unpair(matching, oldA)
  pair(matching, i, j)
  if (oldA >= 0 && oldB >= 0) pair(matching, oldA, oldB)
}

/** Units that say the same and have no partner or one below another parent, those of both versions; as far as one of them went there unchanged. */
function strayGroups(matching: Matching, reserved: Reserved): {readonly a: number[]; readonly b: number[]}[] {
  const {a, b, toA, toB} = matching
  const groups = new Map<number, {a: number[]; b: number[]}>()
  for (const {index, hash} of a) {
    const partner = toB[index] ?? -1
    if (partner >= 0 && hash !== 0 && b[partner]?.hash === hash && !haveSameParent(matching, index, partner))
      groups.set(hash, {a: [], b: []})
  }
  if (groups.size === 0) return []
  for (const {index, hash} of a) {
    const partner = toB[index] ?? -1
    if (partner < 0 ? !reserved.a.has(index) : !haveSameParent(matching, index, partner)) groups.get(hash)?.a.push(index)
  }
  for (const {index, hash} of b) {
    const partner = toA[index] ?? -1
    if (partner < 0 ? !reserved.b.has(index) : !haveSameParent(matching, partner, index)) groups.get(hash)?.b.push(index)
  }
  return [...groups.values()].filter((group) => group.a.length > 1 || group.b.length > 1)
}

function isSame({a, b}: Matching, i: number, j: number): boolean {
  const [left, right] = [a[i], b[j]]
  return left !== undefined && right !== undefined && saysTheSame(left, right)
}
