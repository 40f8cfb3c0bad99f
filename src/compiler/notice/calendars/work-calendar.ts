import {Temporal} from 'temporal-polyfill'

/** Days off of one year, and weekend days on which people work nevertheless; month and day, or two of them for a run of days. */
export interface YearTable {
  readonly year: number
  /** Who decided it, with the number and date of the decision. */
  readonly source: string
  /** When the table was made from it, ISO 8601. */
  readonly retrieved: string
  readonly off: readonly string[]
  readonly work: readonly string[]
}

/** Working days of one place, year by year. Saturdays and Sundays are days of rest but for make-up days. */
export interface WorkCalendar {
  /** Country as markets name it. */
  readonly id: string
  readonly years: readonly YearTable[]
}

/** No table says which days of that year are working days; nothing may be guessed in its place. */
export interface MissingTable {
  readonly type: 'missing-table'
  /** Id of the calendar; absent where the place has none. */
  readonly calendar?: string
  readonly year: number
}

/** Whether people work on a day, by the table of its year. */
export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkCalendar | undefined): boolean | MissingTable {
  const table = calendar?.years.find(({year}) => year === date.year)
  if (!table) return {type: 'missing-table', ...(calendar ? {calendar: calendar.id} : {}), year: date.year}
  const day = date.toString().slice(5)
  if (table.work.includes(day)) return true
  return date.dayOfWeek <= 5 && !table.off.some((run) => isWithin(day, run))
}

/** The day itself if people work then, else the next working day. */
export function workingDayFrom(date: Temporal.PlainDate, calendar: WorkCalendar | undefined): Temporal.PlainDate | MissingTable {
  for (let day = date; ; day = day.add({days: 1})) {
    const works = isWorkingDay(day, calendar)
    if (works === true) return day
    if (works !== false) return works
  }
}

/** The `count`-th working day after a day; the day itself does not count. */
export function addWorkingDays(
  start: Temporal.PlainDate,
  count: number,
  calendar: WorkCalendar | undefined,
): Temporal.PlainDate | MissingTable {
  let day = start
  for (let left = count; left > 0; left -= 1) {
    const next = workingDayFrom(day.add({days: 1}), calendar)
    if (!(next instanceof Temporal.PlainDate)) return next
    day = next
  }
  return day
}

function isWithin(day: string, run: string): boolean {
  const [first = '', last = first] = run.split('/')
  return first <= day && day <= last
}
