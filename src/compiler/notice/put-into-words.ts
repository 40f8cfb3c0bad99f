import {Temporal} from 'temporal-polyfill'
import type {Translate, Wording, WordingValue} from './wording.ts'

/** Words a sentence in the language of `translate`. */
export function putIntoWords({key, values}: Wording, translate: Translate): string {
  const worded: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) worded[name] = typeof value === 'object' ? valueInWords(value, translate) : value
  return translate(key, worded)
}

function valueInWords(value: Exclude<WordingValue, string | number>, translate: Translate): string {
  if ('date' in value) return dateInWords(value.date, translate)
  if ('list' in value) return value.list.map((item) => putIntoWords(item, translate)).join(translate('list-gap'))
  return putIntoWords(value, translate)
}

/** Words sentences and joins them as the language does. */
export function putAllIntoWords(wordings: readonly Wording[], translate: Translate): string {
  return wordings.map((wording) => putIntoWords(wording, translate)).join(translate('sentence-gap'))
}

/** A day in words, with its day of the week. */
export function dateInWords(date: string, translate: Translate): string {
  const {year, month, day, dayOfWeek} = Temporal.PlainDate.from(date)
  return translate('date-in-words', {
    year: `${year}`,
    month: translate('month-name', {month: `${month}`}),
    day: `${day}`,
    weekday: translate('weekday-name', {weekday: `${dayOfWeek}`}),
  })
}
