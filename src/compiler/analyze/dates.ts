import type {Agreement} from '../clause-tree/index.ts'
import {clauseTexts} from './clause-text.ts'
import type {DateFact} from './facts.ts'
import {matchesIn} from './search/matches-in.ts'

/** Finds the dates that an agreement gives for itself: version, last update, entry into force. */
export function findDates(agreement: Agreement): DateFact[] {
  return clauseTexts(agreement).flatMap(({clause, text, position}) => {
    if (!/\d/.test(text)) return []
    const found: {readonly start: number; readonly end: number; readonly fact: DateFact}[] = []
    for (const [kind, words] of KINDS) {
      for (const match of matchesIn(text, words)) {
        const date = readDate(match.groups?.date ?? '')
        const start = match.index
        const end = start + match[0].length
        if (date === undefined || found.some((known) => known.start <= start && known.end === end)) continue
        found.push({start, end, fact: {kind, date, phrase: match[0], path: clause.path, position: position(start, end)}})
      }
    }
    return found.map(({fact}) => fact)
  })
}

const MONTHS = [
  'january|januar|janvier|jan',
  'february|februar|février|feb',
  'march|märz|mars|mar',
  'april|avril|apr',
  'may|mai',
  'june|juni|juin|jun',
  'july|juli|juillet|jul',
  'august|août|aug',
  'september|septembre|sept|sep',
  'october|oktober|octobre|oct|okt',
  'november|novembre|nov',
  'december|dezember|décembre|dec|dez',
]
const MONTH = MONTHS.join('|')
const MONTH_NAMES = MONTHS.map((names) => new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'u'))
const DATE = `\\d{4}\\s?[年./-]\\s?\\d{1,2}\\s?[月./-]\\s?\\d{1,2}\\s?日?|(?:${MONTH})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:${MONTH})\\.?\\s+\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}`

const DATES = new RegExp(DATE, 'giu')

const WORDS: readonly (readonly [DateFact['kind'], string])[] = [
  [
    'updated',
    '(?:最近更新|最后更新|更新(?:日期|时间|于)|修订(?:日期|时间|于)|last\\s+(?:updated|modified|revised|changed)|updated|revised|letzte\\s+(?:aktualisierung|änderung)|aktualisiert|dernière\\s+(?:mise\\s+à\\s+jour|modification)|mise?\\s+à\\s+jour)',
  ],
  [
    'effective',
    '(?:生效(?:日期|时间|日|于)?|施行(?:日期)?|effective(?:\\s+date)?|in\\s+force|gültig\\s+ab|in\\s+kraft|en\\s+vigueur|applicables?)',
  ],
  ['version', '(?:版本(?:日期|号)?|发布(?:日期|时间|于)|公布(?:日期|时间|于)|version(?:\\s+date)?|published|posted|stand|fassung)'],
]
const KINDS = WORDS.map(([kind, words]) => [kind, new RegExp(`${words}[^\\d。；\\n]{0,24}?(?<date>${DATE})`, 'giu')] as const)

/** A calendar date in a text. */
export interface CalendarDate {
  readonly type: 'date'
  /** ISO 8601. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Calendar dates, in reading order; a date that does not exist is none. */
export function datesIn(text: string): CalendarDate[] {
  if (!/\d{4}/.test(text)) return []
  return matchesIn(text, DATES).flatMap((match) => {
    const value = readDate(match[0])
    return value === undefined ? [] : [{type: 'date' as const, value, start: match.index, end: match.index + match[0].length}]
  })
}

/** A date as written → ISO 8601; a date that does not exist is none. */
function readDate(text: string): string | undefined {
  const lower = text.toLowerCase()
  const numbers = lower.match(/\d+/g)?.map(Number) ?? []
  const month = MONTH_NAMES.findIndex((names) => names.test(lower)) + 1
  const year = numbers.find((number) => number > 1000)
  if (year === undefined) return undefined
  const rest = numbers.filter((number) => number !== year)
  const [m, d] = month > 0 ? [month, rest[0]] : /^\d{4}/.test(lower) ? [rest[0], rest[1]] : [rest[1], rest[0]]
  if (m === undefined || d === undefined || m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return undefined
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
