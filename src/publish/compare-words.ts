import type {ClauseWords} from '../compiler/index.ts'

/** How the words of pages differ from those of an agreement. */
export interface WordComparison {
  readonly differences: readonly WordDifference[]
  /** What the pages say beside the agreement: before its titles, between titles and text, after its end. */
  readonly beside: readonly string[]
}

/** A clause whose words the pages do not show, or words that the agreement does not have. */
export interface WordDifference {
  /** Clause path; of added words the clause before which they stand. */
  readonly path: string
  readonly expected: string
  readonly actual: string
}

/** Looks for each clause's words in the pages, in order. Words between two clauses are an addition; beside the text they are listed. */
export function compareWords(expected: readonly ClauseWords[], printed: string): WordComparison {
  const differences: WordDifference[] = []
  const beside: string[] = []
  let cursor = 0
  let isFirst = true
  let mayGap = true
  for (const {path, words} of expected) {
    const at = printed.startsWith(words, cursor) ? cursor : printed.indexOf(words, cursor)
    if (at < 0) {
      differences.push({path, ...around(words, printed.slice(cursor, cursor + words.length + REACH))})
      mayGap = true
      continue
    }
    if (at > cursor) {
      const gap = printed.slice(cursor, at)
      if (isFirst || (mayGap && differences.length === 0)) beside.push(gap)
      else if (!mayGap) differences.push({path, expected: '', actual: gap.slice(0, EXCERPT)})
    }
    cursor = at + words.length
    isFirst = false
    mayGap = path === 'title'
  }
  if (cursor < printed.length) beside.push(printed.slice(cursor))
  return {differences, beside}
}

/** Both texts from shortly before the first character in which they differ. */
function around(expected: string, actual: string): {expected: string; actual: string} {
  let at = 0
  while (at < expected.length && expected[at] === actual[at]) at += 1
  const from = Math.max(0, at - 10)
  return {expected: expected.slice(from, from + EXCERPT), actual: actual.slice(from, from + EXCERPT)}
}

const EXCERPT = 60
const REACH = 20
