import {readNumber} from './read-number.ts'
import {matchesIn} from './search/matches-in.ts'

/** How long something takes or lasts. */
export interface Period {
  /** In units; absent where none is given. */
  readonly count?: number
  readonly unit?: 'calendar-day' | 'business-day' | 'month' | 'year' | 'hour' | 'immediate'
}

/** A duration in a text. */
export interface Duration extends Required<Period> {
  readonly type: 'duration'
  readonly start: number
  readonly end: number
}

/** Durations, in reading order: `七日`, `thirty (30) days`, `zwei Monate`, `quinze jours`. */
export function durationsIn(text: string): Duration[] {
  if (!/\d|[一二两三四五六七八九十]|[A-Za-z]/.test(text)) return []
  const found: Duration[] = []
  for (const {pattern, read} of PATTERNS) {
    for (const match of matchesIn(text, pattern)) {
      const {count, unit} = read(match.groups ?? {}) ?? {}
      const start = match.index
      const end = start + match[0].length
      if (count === undefined || unit === undefined || found.some((other) => start < other.end && end > other.start)) continue
      found.push({type: 'duration', count, unit, start, end})
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Count in Chinese: digits or Han numerals, then perhaps digits in brackets. */
export const HAN_NUMBER = '(?:\\d{1,4}|[一二两三四五六七八九十百〇零廿卅]{1,5})\\s?(?:[(（]\\s?\\d{1,4}\\s?[)）])?'
/** Unit after a Chinese count. */
export const HAN_UNIT =
  '个?(?:工作日|营业日|交易日|自然日|日历日|日历天|公历日|小时|月|年|周(?!期|年|边|转|岁)|星期|天|日(?!期|常|志|本|后的|元))'
const WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty-five|forty five|sixty|ninety'
/** Count in English: digits or words, then perhaps digits in brackets. */
export const ENGLISH_NUMBER = `(?:\\d{1,3}|(?:${WORD}))(?:\\s?\\(\\s?\\d{1,3}\\s?\\))?`
/** Unit after an English count. */
export const ENGLISH_UNIT = '(?:(?:calendar|business|working|banking|full|consecutive)\\s+)?(?:day|week|month|year|hour)s?'

/** Count in German. */
export const GERMAN_NUMBER =
  '\\d{1,3}|ein(?:em|er|en|es)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|zwanzig|dreißig|sechzig|neunzig'
/** Unit after a German count. */
export const GERMAN_UNIT = 'Werktagen?|Arbeitstagen?|Kalendertagen?|Tagen?|Wochen?|Monate?n?|Jahre?n?|Stunden?'
/** Count in French. */
export const FRENCH_NUMBER = '\\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|soixante'
/** Unit after a French count. */
export const FRENCH_UNIT = 'jours? ouvr(?:és|ables)|jours?(?: calendaires| francs)?|semaines?|mois|ans?|années?|heures?'

type Groups = Readonly<Record<string, string | undefined>>

const PATTERNS: readonly {readonly pattern: RegExp; readonly read: (groups: Groups) => Period | undefined}[] = [
  {pattern: new RegExp(`(?<![第\\d.年月任每某同另]|逾期|任意|任何|哪)(?<n>${HAN_NUMBER})\\s?(?<unit>${HAN_UNIT})`, 'g'), read: readHan},
  {pattern: new RegExp(`(?<![\\w.])(?<n>${ENGLISH_NUMBER})[\\s-]+(?<unit>${ENGLISH_UNIT})(?![A-Za-z])`, 'gi'), read: readEnglish},
  {pattern: new RegExp(`(?<![\\p{L}\\d.])(?<n>${GERMAN_NUMBER})\\s+(?<unit>${GERMAN_UNIT})(?!\\p{L})`, 'gu'), read: readGerman},
  {pattern: new RegExp(`(?<![\\p{L}\\d.])(?<n>${FRENCH_NUMBER})\\s+(?<unit>${FRENCH_UNIT})(?!\\p{L})`, 'giu'), read: readFrench},
]

/** Groups `n` and `unit` of a Chinese duration → its value; a week is seven days. */
export function readHan({n = '', unit = ''}: Groups): Period | undefined {
  const count = readNumber(n)
  if (count === undefined) return undefined
  const name = unit.replace(/^个/, '')
  if (/周|星期/.test(name)) return {count: count * 7, unit: 'calendar-day'}
  if (name === '年' && count > 100) return undefined
  const kind = /工作日|营业日|交易日/.test(name)
    ? 'business-day'
    : name === '小时'
      ? 'hour'
      : name === '月'
        ? 'month'
        : name === '年'
          ? 'year'
          : 'calendar-day'
  if (name === '月' && !unit.startsWith('个') && !/[一二两三四五六七八九十]/.test(n)) return undefined
  return {count, unit: kind}
}

/** Groups `n` and `unit` of a English duration → its value; a week is seven days. */
export function readEnglish({n = '', unit = ''}: Groups): Period | undefined {
  const count = readNumber(n)
  if (count === undefined) return undefined
  if (/week/i.test(unit)) return {count: count * 7, unit: 'calendar-day'}
  const kind = /hour/i.test(unit)
    ? 'hour'
    : /month/i.test(unit)
      ? 'month'
      : /year/i.test(unit)
        ? 'year'
        : /business|working|banking/i.test(unit)
          ? 'business-day'
          : 'calendar-day'
  return {count, unit: kind}
}

/** Groups `n` and `unit` of a German duration → its value; a week is seven days. */
export function readGerman({n = '', unit = ''}: Groups): Period | undefined {
  const count = readNumber(n)
  if (count === undefined) return undefined
  if (/^Woche/.test(unit)) return {count: count * 7, unit: 'calendar-day'}
  return {
    count,
    unit: /^(?:Werk|Arbeits)/.test(unit)
      ? 'business-day'
      : /^Monat/.test(unit)
        ? 'month'
        : /^Jahr/.test(unit)
          ? 'year'
          : /^Stunde/.test(unit)
            ? 'hour'
            : 'calendar-day',
  }
}

/** Groups `n` and `unit` of a French duration → its value; a week is seven days. */
export function readFrench({n = '', unit = ''}: Groups): Period | undefined {
  const count = readNumber(n)
  if (count === undefined) return undefined
  if (/^semaine/i.test(unit)) return {count: count * 7, unit: 'calendar-day'}
  return {
    count,
    unit: /ouvr/i.test(unit)
      ? 'business-day'
      : /^mois/i.test(unit)
        ? 'month'
        : /^an/i.test(unit)
          ? 'year'
          : /^heure/i.test(unit)
            ? 'hour'
            : 'calendar-day',
  }
}
