import {datesIn, durationsIn, type Facts, hasNumeral, moneyIn, percentagesIn} from '../../analyze/index.ts'
import {foldText} from '../alignment/fold-text.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording/wording.ts'

/** A text with the notice periods in it. */
export interface EffectSide {
  readonly text: string
  readonly noticePeriods: Facts['noticePeriods']
}

/** Sums, percentages, periods and dates that one text has and the other has not. */
export function quantityEffects(from: EffectSide, to: EffectSide, segments: readonly Segment[]): Effect[] {
  if (!segments.some(({op, text}) => op !== 'equal' && QUANTITY_SIGNS.test(text))) return []
  const [old, now] = [quantities(from), quantities(to)]
  if (old === NONE && now === NONE) return []
  return KINDS.flatMap((kind) => paired(kind, without(old[kind], now[kind]), without(now[kind], old[kind])))
}

/** Figures, numerals, signs and units: where none of them changed, no quantity did. */
const QUANTITY_SIGNS =
  /[\d〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元角分日天周月年时秒钟%％‰¥￥$€£]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|\w{3,5}ty|days?|weeks?|months?|years?|hours?|minutes?|percent|tage?n?|wochen?|monate?n?|jahre?n?|jours?|mois|semaines?|ans?|heures?)\b/i

/** What a text must have besides a number to hold a quantity of a kind; the extraction itself is dear. */
const HINTS = {
  amount: /[元¥￥$€£円币]|USD|EUR|RMB|CNY|dollar|euro|yuan/i,
  percentage: /[%％‰]|分之|per\s?cent|prozent|pour\s?cent/i,
  duration:
    /[\d一二两三四五六七八九十百〇零廿卅)）]\s?个?[工营交自日历公小月年周星天]|\d[\s)-]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|f(?:our|if)teen|twenty|thirty|forty|sixty|ninety|eine?|eine[mrns]|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|zwanzig|dreißig|sechzig|neunzig|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|soixante)[\s(-]/i,
  date: /\d|[〇零一二三四五六七八九]年/,
} as const

const KINDS = ['amount', 'percentage', 'notice-period', 'deadline', 'date'] as const

interface Quantity {
  readonly value: string
  readonly words: string
}

type Quantities = Readonly<Record<(typeof KINDS)[number], readonly Quantity[]>>

const NONE: Quantities = {amount: [], percentage: [], 'notice-period': [], deadline: [], date: []}

function quantities({text, noticePeriods}: EffectSide): Quantities {
  if (!hasNumeral(text)) return NONE
  const periods = noticePeriods.filter(({trigger}) => NOTICE.has(trigger)).map(({phrase}) => foldText(phrase))
  const words = ({start, end}: {start: number; end: number}) => text.slice(start, end).trim()
  const durations = (HINTS.duration.test(text) ? durationsIn(text) : []).map((duration) => ({
    value: `${duration.count} ${duration.unit}`,
    words: words(duration),
  }))
  const isNotice = (quantity: Quantity) => periods.some((phrase) => phrase.includes(foldText(quantity.words)))
  return {
    amount: (HINTS.amount.test(text) ? moneyIn(text) : []).map((money) => ({
      value: `${money.currency} ${money.value}`,
      words: words(money),
    })),
    percentage: (HINTS.percentage.test(text) ? percentagesIn(text) : []).map((percentage) => ({
      value: `${percentage.value}`,
      words: words(percentage),
    })),
    'notice-period': durations.filter(isNotice),
    deadline: durations.filter((duration) => !isNotice(duration)),
    date: (HINTS.date.test(text) ? datesIn(text) : []).map((date) => ({value: date.value, words: words(date)})),
  }
}

/** Periods of notice that one party owes the other; all others are deadlines. */
const NOTICE: ReadonlySet<string> = new Set(['amendment', 'price', 'feature', 'maintenance', 'suspension', 'termination'])

function without(these: readonly Quantity[], those: readonly Quantity[]): readonly Quantity[] {
  if (these.length === 0 || those.length === 0) return these
  const left = those.map(({value}) => value)
  return these.filter(({value}) => {
    const at = left.indexOf(value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** The first old with the first new one, and so on. */
function paired(kind: Effect['kind'], old: readonly Quantity[], now: readonly Quantity[]): Effect[] {
  if (old.length + now.length === 0) return []
  return Array.from({length: Math.max(old.length, now.length)}, (_, index) => {
    const [from, to] = [old[index]?.words, now[index]?.words]
    return {kind, ...(from === undefined ? {} : {from}), ...(to === undefined ? {} : {to})}
  })
}
