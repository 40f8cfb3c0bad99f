import type {Facts} from '../../analyze/index.ts'
import type {Clause} from '../../clause-tree/index.ts'
import type {Severity} from '../../diagnostic/index.ts'
import type {ClauseContent} from './clause-content.ts'

/** A check of a translation against the authoritative text, with its documentation and the examples that are its tests. */
export interface TranslationRule {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
  readonly why: string
  /** The authoritative text of both examples. */
  readonly authoritative: string
  readonly failing: string
  readonly passing: string
  /** What differs between a clause and its translation; nothing where they agree. */
  readonly check?: (pair: ComparedPair) => readonly Difference[]
  /** For what one text has and the other lacks. */
  readonly alone?: 'authoritative' | 'translation'
  /** For the texts as a whole. */
  readonly whole?: (authoritative: Facts, translation: Facts) => readonly Difference[]
}

/** A clause in both languages. */
export interface ComparedPair {
  readonly authoritative: Clause
  readonly translation: Clause
  readonly from: ClauseContent
  readonly to: ClauseContent
}

/** What was found, and what the authoritative text has instead. */
export interface Difference {
  readonly actual: string
  readonly expected: string
}

const AUTHORITATIVE =
  '# 服务协议\n\n## 一、费用\n\n1.1 每条短信0.05元，账单在五日内支付。\n\n1.2 **服务中断时，云笺不承担责任。**\n\n1.3 支付方式见第1.1条。\n'
const PASSING =
  '# Service Agreement\n\n## 1. Fees\n\n1.1 Each message costs CNY 0.05; bills are paid within five days.\n\n1.2 **Yunjian is not liable where the service is interrupted.**\n\n1.3 For payment see Section 1.1.\n'
const example = (from: string, to: string) => ({
  authoritative: AUTHORITATIVE,
  failing: PASSING.replace(from, to),
  passing: PASSING,
})

/** A list that should be the same in both languages. */
function same(name: 'money' | 'percentages' | 'durations' | 'dates' | 'references'): (pair: ComparedPair) => Difference[] {
  return ({from, to}) => {
    const [expected, actual] = [from[name].join(', '), to[name].join(', ')]
    return expected === actual ? [] : [{actual: actual || 'none', expected: expected || 'none'}]
  }
}

/** The rules for translations, in the order of documentation. */
export const translationRules: readonly TranslationRule[] = [
  {
    id: 'translation-clause-missing',
    severity: 'error',
    summary: 'The translation lacks a clause of the authoritative text.',
    why: 'Readers of the translation agree to something else, and a court may hold the provider to what they could read.',
    ...example('1.2 **Yunjian is not liable where the service is interrupted.**\n\n', ''),
    alone: 'authoritative',
  },
  {
    id: 'translation-clause-added',
    severity: 'error',
    summary: 'The translation has a clause that the authoritative text lacks.',
    why: 'A clause that stands in one language only is not agreed, or is agreed by some readers alone.',
    ...example('Section 1.1.\n', 'Section 1.1.\n\n1.4 Bills are sent by e-mail to the address that the customer names.\n'),
    alone: 'translation',
  },
  {
    id: 'translation-structure',
    severity: 'warning',
    summary: 'A clause has another label or rank in the translation.',
    why: 'A reference to its number leads readers of the translation elsewhere.',
    ...example('1.3 For', '1.5 For'),
    check: ({authoritative, translation}) =>
      authoritative.path === translation.path ? [] : [{actual: translation.path, expected: authoritative.path}],
  },
  {
    id: 'translation-amount',
    severity: 'error',
    summary: 'A sum of money or a percentage differs from the authoritative text.',
    why: 'Each reader may insist on the figure that favours them.',
    ...example('0.05', '0.50'),
    check: (pair) => [...same('money')(pair), ...same('percentages')(pair)],
  },
  {
    id: 'translation-period',
    severity: 'error',
    summary: 'A period or a date differs from the authoritative text.',
    why: 'Deadlines that differ by language cannot be kept by both sides.',
    ...example('within five days', 'within fifteen days'),
    check: (pair) => [...same('durations')(pair), ...same('dates')(pair)],
  },
  {
    id: 'translation-number',
    severity: 'warning',
    summary: 'A number in digits is not in the other text.',
    why: 'A slip in a number is the error that readers of one language cannot see.',
    authoritative: '# 服务协议\n\n## 一、计费\n\n1.1 每条短信以70个字符为限。\n',
    failing: '# Service Agreement\n\n## 1. Billing\n\n1.1 A message has at most 700 characters.\n',
    passing: '# Service Agreement\n\n## 1. Billing\n\n1.1 A message has at most seventy characters.\n',
    check: ({from, to}) => {
      const lost = from.digits.filter((digits) => !to.numbers.has(digits))
      const added = to.digits.filter((digits) => !from.numbers.has(digits))
      return lost.length + added.length === 0 ? [] : [{actual: added.join(', ') || 'none', expected: lost.join(', ') || 'none'}]
    },
  },
  {
    id: 'translation-reference',
    severity: 'error',
    summary: 'A clause refers to another place than in the authoritative text.',
    why: 'The clause means something else in each language.',
    ...example('Section 1.1', 'Section 1.2'),
    check: same('references'),
  },
  {
    id: 'translation-limitation',
    severity: 'warning',
    summary: 'A clause limits the reader in one language and not in the other.',
    why: 'What limits the reader must be the same for all, and is construed against the provider where it is not.',
    ...example('is not liable where', 'informs customers where'),
    check: ({from, to}) => {
      const [expected, actual] = [from.limitations.join(', '), to.limitations.join(', ')]
      if (expected !== '' && !to.isLimiting) return [{actual: 'none', expected}]
      return actual !== '' && !from.isLimiting ? [{actual, expected: 'none'}] : []
    },
  },
  {
    id: 'translation-emphasis',
    severity: 'warning',
    summary: 'A clause is marked in one language and not in the other.',
    why: 'The duty to draw attention (PRC Civil Code 496) is owed to every reader, in the language they read.',
    ...example('**Yunjian is not liable where the service is interrupted.**', 'Yunjian is not liable where the service is interrupted.'),
    check: ({from, to}) => {
      const word = (share: number) => (share === 0 ? 'not marked' : 'marked')
      return (from.emphasis >= 0.5 && to.emphasis === 0) || (from.emphasis === 0 && to.emphasis >= 0.5)
        ? [{actual: word(to.emphasis), expected: word(from.emphasis)}]
        : []
    },
  },
  {
    id: 'translation-behind',
    severity: 'error',
    summary: 'The translation gives an earlier date of version, update or entry into force.',
    why: 'It was not brought up to date when the authoritative text was.',
    authoritative: '# 服务协议\n\n更新日期：2025年3月1日\n\n## 一、甲\n\n1.1 甲方提供服务。\n',
    failing: '# Service Agreement\n\nLast updated: 1 February 2025\n\n## 1. A\n\n1.1 The provider offers the service.\n',
    passing: '# Service Agreement\n\nLast updated: 1 March 2025\n\n## 1. A\n\n1.1 The provider offers the service.\n',
    whole: (authoritative, translation) =>
      (['version', 'updated', 'effective'] as const).flatMap((kind) => {
        const last = (facts: Facts) =>
          facts.dates
            .filter((date) => date.kind === kind)
            .map(({date}) => date)
            .sort()
            .at(-1)
        const [expected, actual] = [last(authoritative), last(translation)]
        return expected !== undefined && actual !== undefined && actual < expected ? [{actual, expected}] : []
      }),
  },
]
