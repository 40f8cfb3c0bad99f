/** A possible match of position `a` in one list with position `b` in the other. */
export interface Candidate {
  readonly a: number
  readonly b: number
  /** How much speaks for it; positive. */
  readonly weight: number
}

/**
 * The candidates that can stand together in order and weigh the most: heaviest strictly increasing subsequence, O(n log n).
 * Fredman (1975) with a Fenwick tree of maxima over `b`.
 */
export function heaviestIncreasing<T extends Candidate>(candidates: readonly T[]): T[] {
  if (candidates.length <= 1) return [...candidates]
  const sorted = [...candidates].sort((x, y) => x.a - y.a || y.b - x.b)
  const places = new Map([...new Set(sorted.map(({b}) => b))].sort((x, y) => x - y).map((b, rank) => [b, rank + 1]))
  const tree = new Int32Array(places.size + 1).fill(-1)
  const best = new Float64Array(sorted.length)
  const before = new Int32Array(sorted.length)
  let last = -1
  sorted.forEach(({b, weight}, index) => {
    const rank = places.get(b) ?? 0
    let previous = -1
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const other = tree[at] ?? -1
      if (other >= 0 && (previous < 0 || (best[other] ?? 0) > (best[previous] ?? 0))) previous = other
    }
    before[index] = previous
    best[index] = weight + (previous < 0 ? 0 : (best[previous] ?? 0))
    for (let at = rank; at <= places.size; at += at & -at) {
      const other = tree[at] ?? -1
      if (other < 0 || (best[index] ?? 0) > (best[other] ?? 0)) tree[at] = index
    }
    if (last < 0 || (best[index] ?? 0) > (best[last] ?? 0)) last = index
  })
  const chosen: T[] = []
  for (let index = last; index >= 0; index = before[index] ?? -1) {
    const candidate = sorted[index]
    if (candidate) chosen.push(candidate)
  }
  return chosen.reverse()
}
