import {type AgreementDiff, heaviestIncreasing, type Unit} from '../../diff/index.ts'

/** One step through both versions at once. */
export type Step =
  | {readonly type: 'both'; readonly from: Unit; readonly to: Unit}
  /** Gone, or moved to where `to` stands. */
  | {readonly type: 'old'; readonly from: Unit; readonly to?: Unit}
  /** New, or moved from where `from` stood. */
  | {readonly type: 'new'; readonly to: Unit; readonly from?: Unit}
  /** Clauses that are one in the other version; what else came or went between them stands between them. */
  | {readonly type: 'split'; readonly whole: Unit; readonly parts: readonly (Step | Unit)[]}
  | {readonly type: 'merged'; readonly whole: Unit; readonly parts: readonly (Step | Unit)[]}

/**
 * Puts the clauses of two versions into one order: what stands in both is shown once, the rest where it stands in its version.
 * Left out what is new, the steps are the old version in its order; left out what is old, the new one.
 */
export function arrangeUnits(a: readonly Unit[], b: readonly Unit[], diff: AgreementDiff): Step[] {
  const groups = groupsOf(a, b, diff)
  const {toA, toB} = partners(a, b, diff, groups)
  const isDisplaced = displaced(a, b, diff)
  const pairs = a.flatMap(({index, weight}) => {
    const partner = toB.get(index)
    return partner === undefined || isDisplaced(index, partner) ? [] : [{a: index, b: partner, weight: weight + 1}]
  })
  const starts = groups
    .filter(({old, now}) => !isDisplaced(old[0] ?? 0, now[0] ?? 0))
    .map((group) => ({a: group.old[0] ?? 0, b: group.now[0] ?? 0, weight: 1e6, group}))
  const anchors = onlyWhole(heaviestIncreasing<Anchor>([...pairs, ...starts]))
  const steps: Step[] = []
  let [i, j] = [0, 0]
  const old = (index: number): Step[] => {
    const [from, to] = [a[index], b[toB.get(index) ?? -1]]
    return from ? [{type: 'old', from, ...(to ? {to} : {})}] : []
  }
  const fresh = (index: number): Step[] => {
    const [to, from] = [b[index], a[toA.get(index) ?? -1]]
    return to ? [{type: 'new', to, ...(from ? {from} : {})}] : []
  }
  /** Up to an anchor: of the two next ones the deeper stands first, as it belongs to what stands before it. */
  const advance = (endA: number, endB: number) => {
    while (i < endA || j < endB) {
      const takesOld = j >= endB || (i < endA && (a[i]?.depth ?? 0) >= (b[j]?.depth ?? 0))
      steps.push(...(takesOld ? old(i++) : fresh(j++)))
    }
  }
  for (const anchor of anchors) {
    advance(anchor.a, anchor.b)
    const [from, to] = [a[anchor.a], b[anchor.b]]
    if (!from || !to) continue
    if (anchor.group === undefined) steps.push({type: 'both', from, to})
    else if (anchor.group.type === 'split') {
      const parts = between(anchor.group.now, (index) => (anchor.group?.now.includes(index) ? b.slice(index, index + 1) : fresh(index)))
      steps.push({type: 'split', whole: from, parts})
    } else {
      const parts = between(anchor.group.old, (index) => (anchor.group?.old.includes(index) ? a.slice(index, index + 1) : old(index)))
      steps.push({type: 'merged', whole: to, parts})
    }
    i = (anchor.group?.old.at(-1) ?? anchor.a) + 1
    j = (anchor.group?.now.at(-1) ?? anchor.b) + 1
  }
  advance(a.length, b.length)
  return steps
}

interface Group {
  readonly type: 'split' | 'merged'
  readonly old: readonly number[]
  readonly now: readonly number[]
}

interface Anchor {
  readonly a: number
  readonly b: number
  readonly weight: number
  readonly group?: Group
}

function groupsOf(a: readonly Unit[], b: readonly Unit[], {changes}: AgreementDiff): Group[] {
  const [indexA, indexB] = [byPath(a), byPath(b)]
  return changes.flatMap(({kind, from, to}) => {
    if (kind !== 'split' && kind !== 'merged') return []
    const inOrder = (places: typeof from, index: ReadonlyMap<string, number>) =>
      places.flatMap(({path}) => index.get(path) ?? []).sort((x, y) => x - y)
    return [{type: kind, old: inOrder(from, indexA), now: inOrder(to, indexB)}]
  })
}

/** Partner by index; clauses of a split or a merge have none. */
function partners(a: readonly Unit[], b: readonly Unit[], {pairs}: AgreementDiff, groups: readonly Group[]) {
  const [indexA, indexB] = [byPath(a), byPath(b)]
  const grouped = {old: new Set(groups.flatMap(({old}) => old)), now: new Set(groups.flatMap(({now}) => now))}
  const toB = new Map<number, number>()
  const toA = new Map<number, number>()
  for (const {from, to} of pairs) {
    const [old, now] = [indexA.get(from), indexB.get(to)]
    if (old === undefined || now === undefined || grouped.old.has(old) || grouped.now.has(now)) continue
    toB.set(old, now)
    toA.set(now, old)
  }
  return {toA, toB}
}

/** Tells what moved, itself or with a clause around it. */
function displaced(a: readonly Unit[], b: readonly Unit[], {changes}: AgreementDiff): (old: number, now: number) => boolean {
  const moved = changes.filter(({kind}) => kind === 'moved')
  const below = (units: readonly Unit[], paths: readonly string[]) => {
    const inside = new Uint8Array(units.length)
    const index = byPath(units)
    for (const path of paths) {
      const unit = units[index.get(path) ?? -1]
      if (unit) inside.fill(1, unit.index, unit.end)
    }
    return inside
  }
  const old = below(
    a,
    moved.flatMap(({from}) => from.map(({path}) => path)),
  )
  const now = below(
    b,
    moved.flatMap(({to}) => to.map(({path}) => path)),
  )
  return (x, y) => old[x] === 1 || now[y] === 1
}

/** Leaves out the splits and merges that another clause stands in the middle of. */
function onlyWhole(anchors: readonly Anchor[]): Anchor[] {
  return anchors.filter(({group}, index) => {
    const next = anchors[index + 1]
    return group === undefined || next === undefined || (next.a > (group.old.at(-1) ?? 0) && next.b > (group.now.at(-1) ?? 0))
  })
}

function between(indices: readonly number[], stepsAt: (index: number) => readonly (Step | Unit)[]): (Step | Unit)[] {
  const [first = 0, last = -1] = [indices[0], indices.at(-1)]
  return Array.from({length: last - first + 1}, (_, offset) => stepsAt(first + offset)).flat()
}

function byPath(units: readonly Unit[]): Map<string, number> {
  return new Map(units.map(({clause, index}) => [clause.path, index]))
}
