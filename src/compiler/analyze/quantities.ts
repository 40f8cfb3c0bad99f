import {readNumber} from './read-number.ts'
import {matchesIn} from './search/matches-in.ts'

/** A sum of money in a text. */
export interface Money {
  readonly type: 'money'
  /** In units of the currency, not in cents. */
  readonly value: number
  /** ISO 4217; `CNY` for 元. */
  readonly currency: string
  readonly start: number
  readonly end: number
}

/** A percentage in a text; per mille and per ten thousand count as parts of a hundred. */
export interface Percentage {
  readonly type: 'percentage'
  /** 99.95 for `99.95%`, 0.05 for `万分之五`. */
  readonly value: number
  readonly start: number
  readonly end: number
}

/** Sums of money, in reading order. */
export function moneyIn(text: string): Money[] {
  return inOrder(
    MONEY_PATTERNS.flatMap(({pattern, currency}) =>
      matchesIn(text, pattern).flatMap((match) => {
        const {n = '', scale = '', code = ''} = match.groups ?? {}
        const value = readDecimal(n)
        if (value === undefined) return []
        return [
          {type: 'money' as const, value: times(value, SCALES.get(scale.toLowerCase()) ?? 1), currency: currency(code), ...place(match)},
        ]
      }),
    ),
  )
}

/** Percentages, in reading order. */
export function percentagesIn(text: string): Percentage[] {
  return inOrder(
    PERCENTAGE_PATTERNS.flatMap(({pattern, parts}) =>
      matchesIn(text, pattern).flatMap((match) => {
        const value = readDecimal(match.groups?.n ?? '')
        return value === undefined ? [] : [{type: 'percentage' as const, value: times(value, parts), ...place(match)}]
      }),
    ),
  )
}

const DECIMAL = '\\d{1,3}(?:\\.\\d{3})+,\\d{1,2}|\\d+,\\d{1,2}(?![\\d,])|\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.．]\\d+)?'
const HAN_COUNT = '[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}'
const WORDS =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?'
const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd', 'USD'],
  ['dollar', 'USD'],
  ['dollars', 'USD'],
  ['美元', 'USD'],
  ['€', 'EUR'],
  ['eur', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['欧元', 'EUR'],
  ['£', 'GBP'],
  ['gbp', 'GBP'],
  ['pounds', 'GBP'],
  ['英镑', 'GBP'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['rmb', 'CNY'],
  ['cny', 'CNY'],
  ['yuan', 'CNY'],
  ['人民币', 'CNY'],
  ['jpy', 'JPY'],
  ['円', 'JPY'],
  ['日元', 'JPY'],
  ['港元', 'HKD'],
  ['港币', 'HKD'],
  ['hk$', 'HKD'],
  ['hkd', 'HKD'],
])
const currencyOf = (code: string) => SYMBOLS.get(code.toLowerCase().replace(/\.$/, '')) ?? code.toUpperCase()

const SCALES: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['百万', 1e6],
  ['亿', 1e8],
  ['thousand', 1e3],
  ['hundred', 1e2],
  ['million', 1e6],
  ['billion', 1e9],
])

interface MoneyPattern {
  readonly pattern: RegExp
  readonly currency: (code: string) => string
}

const MONEY_PATTERNS: readonly MoneyPattern[] = [
  {
    pattern: new RegExp(
      `(?:人民币|RMB|CNY|[¥￥])?\\s?(?<n>${DECIMAL}|${HAN_COUNT})\\s?(?<scale>百万|万|亿)?元(?![素件旦宵月音始老首宇])`,
      'gi',
    ),
    currency: () => 'CNY',
  },
  {
    pattern: new RegExp(`(?<n>${DECIMAL}|${HAN_COUNT})\\s?(?<scale>百万|万|亿)?\\s?(?<code>美元|欧元|英镑|日元|港元|港币|円)`, 'g'),
    currency: currencyOf,
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z])(?<code>US\\$|HK\\$|[$€£¥￥]|USD|EUR|GBP|CNY|RMB|JPY|HKD|CHF|人民币)\\s?(?<n>${DECIMAL})(?:\\s?(?<scale>thousand|million|billion|万|亿)\\b)?(?!\\d)(?!\\s?[万亿]?元)`,
      'gi',
    ),
    currency: currencyOf,
  },
  {
    pattern: new RegExp(
      `(?<![\\w.,$€£¥])(?<n>${DECIMAL}|${WORDS})\\s?(?<scale>hundred|thousand|million|billion)?\\s?(?:(?:US|U\\.S\\.)\\s)?(?<code>€|£|USD|EUR|GBP|CNY|RMB|CHF|euros?|dollars?|pounds|yuan)(?![A-Za-z])`,
      'gi',
    ),
    currency: currencyOf,
  },
]

const PERCENTAGE_PATTERNS: readonly {readonly pattern: RegExp; readonly parts: number}[] = [
  {pattern: new RegExp(`(?<![\\d.])(?<n>${DECIMAL})\\s?[%％]`, 'g'), parts: 1},
  {pattern: new RegExp(`(?<![\\d.])(?<n>${DECIMAL})\\s?‰`, 'g'), parts: 0.1},
  {pattern: new RegExp(`百分之(?<n>${HAN_COUNT}(?:点${HAN_COUNT})?|${DECIMAL})`, 'g'), parts: 1},
  {pattern: new RegExp(`千分之(?<n>${HAN_COUNT}|${DECIMAL})`, 'g'), parts: 0.1},
  {pattern: new RegExp(`万分之(?<n>${HAN_COUNT}|${DECIMAL})`, 'g'), parts: 0.01},
  {
    pattern: new RegExp(`(?<![\\w.])(?<n>${DECIMAL}|${WORDS})(?:\\s?\\(\\d+\\s?%?\\))?\\s(?:percent|per cent|Prozent|pour cent)\\b`, 'gi'),
    parts: 1,
  },
]

/** `1,000.50`, `1.000,50`, `99,9`, `三百`, `一点五`, `fifty-five`. */
function readDecimal(text: string): number | undefined {
  const plain = text.trim()
  const [whole = '', part] = plain.split('点')
  if (part !== undefined) {
    const tenths = [...part].map((digit) => readNumber(digit)).join('')
    return Number(`${readNumber(whole) ?? 0}.${tenths}`)
  }
  if (/^\d/.test(plain)) {
    const isDecimalComma = /,\d{1,2}$/.test(plain)
    return Number((isDecimalComma ? plain.replaceAll('.', '').replace(',', '.') : plain.replace(/[,，]/g, '')).replace('．', '.'))
  }
  return readNumber(plain)
}

/** Multiplies without the dust of binary fractions. */
function times(value: number, factor: number): number {
  return Number((value * factor).toPrecision(12))
}

function place(match: RegExpMatchArray): {start: number; end: number} {
  const start = (match.index ?? 0) + (/^\s*/.exec(match[0])?.[0].length ?? 0)
  return {start, end: (match.index ?? 0) + match[0].length}
}

/** In reading order; where two patterns read the same place the first one wins. */
function inOrder<T extends {readonly start: number; readonly end: number}>(found: readonly T[]): T[] {
  const kept: T[] = []
  for (const candidate of found) if (!kept.some(({start, end}) => candidate.start < end && candidate.end > start)) kept.push(candidate)
  return kept.sort((a, b) => a.start - b.start)
}
