import {bodySpans, type Clause, type Mark} from '../clause-tree/index.ts'
import type {LimitationFact} from './facts.ts'

/**
 * How much of a part of the own text is bold, underlined or in capitals; label, white space and punctuation left out.
 * From {@link FULL} on it counts as all: a full stop outside the bold changes nothing. The weight of a heading above marks nothing.
 */
export function conspicuousness(clause: Clause, start: number, end: number): LimitationFact['conspicuous'] {
  if (
    !bodySpans(clause.body)
      .flat()
      .some(({value, marks}) => isSetOff(value, marks))
  )
    return 'none'
  let total = 0
  let marked = 0
  let offset = 0
  for (const spans of bodySpans(clause.body)) {
    for (const span of spans) {
      const from = Math.max(0, start - offset)
      const to = Math.min(span.value.length, end - offset)
      offset += span.value.length
      if (to <= from) continue
      const part = span.value.slice(from, to)
      const weight = part.match(/[\p{L}\p{N}]/gu)?.length ?? 0
      total += weight
      if (isSetOff(part, span.marks)) marked += weight
    }
    offset += 1
  }
  if (marked === 0 || total === 0) return 'none'
  return marked / total >= FULL ? 'full' : 'partial'
}

/** Share of the sentence that must be marked; the threshold is ours. */
const FULL = 0.8

function isSetOff(text: string, marks: readonly Mark[]): boolean {
  return marks.includes('bold') || marks.includes('underline') || isCapitals(text)
}

function isCapitals(text: string): boolean {
  if (!/\p{Lu}{2}/u.test(text)) return false
  const words = text.match(/\p{Script=Latin}{2,}/gu) ?? []
  return words.length >= 4 && words.filter((word) => word === word.toUpperCase()).length >= words.length * 0.9
}
