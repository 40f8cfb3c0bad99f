import {bodySpans, type Clause, type Mark} from '../clause-tree/index.ts'
import type {LimitationFact} from './facts.ts'

/**
 * How much of a part of the own text is bold, underlined or in capitals; label, white space and punctuation left out.
 * From {@link FULL} on it counts as all: a full stop outside the bold changes nothing. The weight of a heading above marks nothing.
 */
export function conspicuousness(clause: Clause, start: number, end: number): LimitationFact['conspicuous'] {
  const parts = partsBetween(clause, start, end).map(({text, marks}) => ({text, isSetOff: isSetOff(text, marks)}))
  if (!parts.some((part) => part.isSetOff)) return 'none'
  let total = 0
  let marked = 0
  for (const part of parts) {
    const weight = part.text.replace(/[^\p{L}\p{N}]+/gu, '').length
    total += weight
    if (part.isSetOff) marked += weight
  }
  if (marked === 0) return 'none'
  return marked / total >= FULL ? 'full' : 'partial'
}

/** Share of the sentence that must be marked; the threshold is ours. */
const FULL = 0.8

function partsBetween({body}: Clause, start: number, end: number): {readonly text: string; readonly marks: readonly Mark[]}[] {
  const parts: {readonly text: string; readonly marks: readonly Mark[]}[] = []
  let offset = 0
  for (const spans of bodySpans(body)) {
    for (const {value, marks} of spans) {
      const from = Math.max(0, start - offset)
      const to = Math.min(value.length, end - offset)
      offset += value.length
      if (to > from) parts.push({text: value.slice(from, to), marks})
    }
    offset += 1
  }
  return parts
}

function isSetOff(text: string, marks: readonly Mark[]): boolean {
  return marks.includes('bold') || marks.includes('underline') || isCapitals(text)
}

function isCapitals(text: string): boolean {
  if (text === text.toLowerCase() || !/\p{Lu}{2}/u.test(text)) return false
  const words = text.match(/\p{Script=Latin}{2,}/gu) ?? []
  return words.length >= 4 && words.filter((word) => word === word.toUpperCase()).length >= words.length * 0.9
}
