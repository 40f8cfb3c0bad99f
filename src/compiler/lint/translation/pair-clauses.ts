import type {Clause} from '../../clause-tree/index.ts'

/** A clause in two languages; one of them is absent where the other text has nothing at its place. */
export interface ClausePair {
  readonly authoritative?: Clause
  readonly translation?: Clause
}

/** How much speaks for two clauses to be the same one; in another language, so not by words. */
export type Likeness = (authoritative: Clause, translation: Clause) => number

/** Pairs the clauses of a text with those of its translation, level by level and in order, so that the pairs are as alike as they can be. */
export function pairClauses(authoritative: readonly Clause[], translation: readonly Clause[], likeness: Likeness): ClausePair[] {
  return alignSiblings(authoritative, translation, likeness).flatMap((pair) =>
    pair.authoritative && pair.translation
      ? [pair, ...pairClauses(pair.authoritative.children, pair.translation.children, likeness)]
      : [pair],
  )
}

/** Needleman and Wunsch (1970) over two lists of siblings; a gap costs nothing, an unlikely pair does. */
function alignSiblings(left: readonly Clause[], right: readonly Clause[], likeness: Likeness): ClausePair[] {
  const width = right.length + 1
  const best = new Float64Array((left.length + 1) * width)
  const alike = left.map((clause) => right.map((other) => likeness(clause, other)))
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(
        (alike[i]?.[j] ?? 0) + (best[(i + 1) * width + j + 1] ?? 0),
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
      )
  const pairs: ClausePair[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    const [authoritative, translation] = [left[i], right[j]]
    const here = best[i * width + j] ?? 0
    const score = alike[i]?.[j] ?? 0
    if (authoritative && translation && score > 0 && here === score + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push({authoritative, translation})
      i += 1
      j += 1
    } else if (authoritative && (!translation || here === (best[(i + 1) * width + j] ?? 0))) {
      pairs.push({authoritative})
      i += 1
    } else if (translation) {
      pairs.push({translation})
      j += 1
    }
  }
  return pairs
}
