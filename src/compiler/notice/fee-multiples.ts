import {readNumber} from '../analyze/index.ts'
import type {ChangeEvidence} from './change-evidence.ts'

/** How a multiple of fees changed, in the words of each version; one that is left out is one. */
export interface FeeMultiples {
  readonly from?: string
  readonly to?: string
  readonly grows: boolean
}

/**
 * The multiple of fees that a sum is measured by, where nothing else of the clause changed: `twice the fees` → `the fees`. Undefined where
 * there is none, several, or where other words changed, too, so that the multiples cannot be compared.
 */
export function feeMultiples({from, to}: Pick<ChangeEvidence, 'from' | 'to'>): FeeMultiples | undefined {
  const [old, now] = [from, to].map((clauses) => multipleIn(clauses.map(({text}) => text).join('\n')))
  if (!old || !now || old.rest !== now.rest || old.factor === now.factor) return undefined
  return {
    ...(old.words === undefined ? {} : {from: old.words}),
    ...(now.words === undefined ? {} : {to: now.words}),
    grows: now.factor > old.factor,
  }
}

interface Multiple {
  readonly factor: number
  /** The words that name it; absent where none do. */
  readonly words?: string
  /** All other words, without blanks. */
  readonly rest: string
}

function multipleIn(text: string): Multiple | undefined {
  const found = [...text.matchAll(MULTIPLE)]
  if (found.length > 1) return undefined
  const rest = text.replace(MULTIPLE, '').replace(/\s+/g, '').toLowerCase()
  const [match] = found
  if (!match) return {factor: 1, rest}
  const {han, latin} = match.groups ?? {}
  const factor = factorOf((han ?? latin ?? '').trim().toLowerCase())
  return factor === undefined ? undefined : {factor, words: match[0].replace(/^的/, '').trim(), rest}
}

/** `费用的两倍`, `费用的一半`; `2 times the fees`, `twice the total fees`, `half of the charges`. */
const MULTIPLE =
  /(?<=(?:费|费用|价款|款项|金额|对价)(?:总额|总和)?)的?(?<han>[一二两三四五六七八九十]|\d+(?:\.\d+)?)倍|(?<=(?:费|费用|价款|款项|金额|对价)(?:总额|总和)?)的?(?<half>一半)|\b(?<latin>twice|double|half(?: of)?|(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?x| times))\s+(?=(?:(?:the|all|your|its|such)\s+)?(?:\w+\s+){0,3}(?:fees?|charges?|amounts?|sums?|price)\b)/gi

function factorOf(words: string): number | undefined {
  if (words === '') return HALF
  const [first = ''] = words.split(/\s|x$/)
  return FACTORS[first] ?? (/^\d/.test(first) ? Number(first) : readNumber(first))
}

const HALF = 0.5

const FACTORS: Readonly<Record<string, number>> = {half: HALF, twice: 2, double: 2}
