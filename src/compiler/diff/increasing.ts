/** A possible match of position `a` in one list with position `b` in the other. */
export interface Candidate {
  readonly a: number
  readonly b: number
  /** How much speaks for it; positive. */
  readonly weight: number
}

/** The candidates that can stand together in order and weigh the most. */
export function heaviestIncreasing<T extends Candidate>(candidates: readonly T[]): T[] {
  if (candidates.length <= 1) return [...candidates]
  const sorted = [...candidates].sort((x, y) => x.a - y.a || y.b - x.b)
  const chosen = heaviestChain(
    sorted.map(({b}) => b),
    sorted.map(({weight}) => weight),
  )
  return chosen.flatMap((index) => sorted[index] ?? [])
}

/**
 * Heaviest strictly increasing subsequence of whole numbers, as indices, O(n log n); of as heavy ones that which ends first.
 * Fredman (1975) with a Fenwick tree of maxima over the numbers.
 */
export function heaviestChain(numbers: readonly number[], weights: readonly number[]): number[] {
  if (isIncreasing(numbers)) return numbers.map((_, index) => index)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const number of numbers) {
    if (number < least) least = number
    if (number > most) most = number
  }
  const size = most - least + 1
  const tree: number[] = new Array(size + 1).fill(-1)
  const best: number[] = new Array(numbers.length).fill(0)
  const before: number[] = new Array(numbers.length).fill(-1)
  let last = -1
  for (let index = 0; index < numbers.length; index += 1) {
    const rank = (numbers[index] ?? 0) - least + 1
    let previous = -1
    for (let at = rank - 1; at > 0; at -= at & -at) {
      const other = tree[at] ?? -1
      if (other >= 0 && (previous < 0 || (best[other] ?? 0) > (best[previous] ?? 0))) previous = other
    }
    const sum = (weights[index] ?? 0) + (previous < 0 ? 0 : (best[previous] ?? 0))
    before[index] = previous
    best[index] = sum
    for (let at = rank; at <= size; at += at & -at) {
      const other = tree[at] ?? -1
      if (other < 0 || sum > (best[other] ?? 0)) tree[at] = index
    }
    if (last < 0 || sum > (best[last] ?? 0)) last = index
  }
  const chosen: number[] = []
  for (let index = last; index >= 0; index = before[index] ?? -1) chosen.push(index)
  return chosen.reverse()
}

function isIncreasing(numbers: readonly number[]): boolean {
  for (let index = 1; index < numbers.length; index += 1) if ((numbers[index] ?? 0) <= (numbers[index - 1] ?? 0)) return false
  return true
}
