/** A possible match of position `a` in one list with position `b` in the other. */
export interface Candidate {
  readonly a: number
  readonly b: number
  /** How much speaks for it; positive. */
  readonly weight: number
}

/** The candidates that can stand together in order and weigh the most. */
export function heaviestIncreasing<T extends Candidate>(candidates: readonly T[]): T[] {
  const sorted = [...candidates].sort((x, y) => x.a - y.a || y.b - x.b)
  if (sorted.every(({b}, index) => index === 0 || b > (sorted[index - 1]?.b ?? 0))) return sorted
  const chain = chainFinder()(
    sorted.map(({b}) => b),
    sorted.map(({weight}) => weight),
    sorted.length,
  )
  return chain.flatMap((index) => sorted[index] ?? [])
}

/** So many whole numbers with their weights → their heaviest strictly increasing subsequence, as indices; of as heavy ones that which ends first. */
export type FindChain = (numbers: ArrayLike<number>, weights: ArrayLike<number>, length: number) => number[]

/** Finds chains in O(n log n): Fredman (1975) with a Fenwick tree of maxima over the numbers. What one search needs serves the next. */
export function chainFinder(): FindChain {
  /** By number: the element with the heaviest chain that ends there, plus one. */
  let tree = new Int32Array(0)
  /** By element: weight of its chain, and the element before it. */
  let [best, before] = [new Float64Array(0), new Int32Array(0)]

  return (numbers, weights, length) => {
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (let index = 0; index < length; index += 1) {
      const number = numbers[index] ?? 0
      if (number < least) least = number
      if (number > most) most = number
    }
    const size = length === 0 ? 0 : most - least + 1
    if (tree.length <= size) tree = new Int32Array(size * 2)
    else tree.fill(0, 0, size + 1)
    if (best.length < length) [best, before] = [new Float64Array(length * 2), new Int32Array(length * 2)]
    let last = -1
    for (let index = 0; index < length; index += 1) {
      const rank = (numbers[index] ?? 0) - least + 1
      let previous = -1
      let sum = 0
      for (let at = rank - 1; at > 0; at -= at & -at) {
        const other = (tree[at] ?? 0) - 1
        if (other >= 0 && (previous < 0 || (best[other] ?? 0) > sum)) {
          previous = other
          sum = best[other] ?? 0
        }
      }
      sum += weights[index] ?? 0
      before[index] = previous
      best[index] = sum
      for (let at = rank; at <= size; at += at & -at) {
        const other = (tree[at] ?? 0) - 1
        if (other < 0 || sum > (best[other] ?? 0)) tree[at] = index + 1
      }
      if (last < 0 || sum > (best[last] ?? 0)) last = index
    }
    const chosen: number[] = []
    for (let index = last; index >= 0; index = before[index] ?? -1) chosen.push(index)
    return chosen.reverse()
  }
}
