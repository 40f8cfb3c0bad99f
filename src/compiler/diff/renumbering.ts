import type {Change, Place} from './change.ts'

/** A clause whose label alone changed. */
export interface Relabelled {
  readonly from: Place
  readonly to: Place
  /** Values of the labels, from outer to inner. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Clauses of one list share it. */
  readonly list: string
  /** Position among the clauses of the new version. */
  readonly order: number
  /** Position among those of the old one. */
  readonly oldOrder: number
}

/** Joins clauses of one series whose numbers shift alike, and that kept their order, into ranges: 第12–45条 → 第13–46条. */
export function renumberings(relabelled: readonly Relabelled[]): Change[] {
  const open = new Map<string, Relabelled[]>()
  const ranges: Relabelled[][] = []
  for (const clause of [...relabelled].sort((x, y) => x.order - y.order)) {
    const key = shiftOf(clause)
    const range = open.get(key)
    if (range && (range.at(-1)?.oldOrder ?? 0) < clause.oldOrder) range.push(clause)
    else {
      const fresh = [clause]
      open.set(key, fresh)
      ranges.push(fresh)
    }
  }
  return ranges.map((range) => ({
    kind: 'renumbered',
    aspects: ['label'],
    from: range.map(({from}) => from),
    to: range.map(({to}) => to),
    effects: [],
    materiality: 'editorial',
    reason: 'only the number changed',
  }))
}

/** Which list a number belongs to and by how much it moved: `13.2` for `12.2` moved as the twelfth of the outer list did. */
function shiftOf({before, after, list, to}: Relabelled): string {
  const series = to.path.replace(/[\d.].*$/, '')
  const level = after.findIndex((value, index) => value !== before[index])
  if (before.length !== after.length || level < 0) return `${series} ${list} ${before.length}→${after.length}`
  const outer = after.length === 1 ? list : after.slice(0, level).join('.')
  return `${series} ${outer} ${(after[level] ?? 0) - (before[level] ?? 0)}`
}
