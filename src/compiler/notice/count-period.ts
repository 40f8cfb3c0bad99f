import {Temporal} from 'temporal-polyfill'
import {addWorkingDays, type MissingTable, type WorkCalendar} from './calendars/work-calendar.ts'
import type {Period} from './rules/notice-rule.ts'

/** A period with the days that matter. */
export interface CountedPeriod {
  /** The day that begins it and does not count (PRC Civil Code 201, Regulation 1182/71 art. 3(1), BGB § 187(1)). */
  readonly start: Temporal.PlainDate
  /** Its last day, which ends at 24:00 (PRC Civil Code 203(2), BGB § 188). */
  readonly last: Temporal.PlainDate
  /** First day that begins after the whole period. */
  readonly strict: Temporal.PlainDate
  /** First day as many notices reckon: the last day of the period itself. */
  readonly customary: Temporal.PlainDate
}

/**
 * Counts a period from the day that begins it. Months and years end on the corresponding day, or on the last day of a month that has
 * none (PRC Civil Code 202, BGB § 188(2) and (3)); hours are rounded up to whole days.
 */
export function countPeriod(
  start: Temporal.PlainDate,
  {count, unit}: Period,
  calendar: WorkCalendar | undefined,
  clearDays = false,
): CountedPeriod | MissingTable {
  const last = lastDay(start, count, unit, calendar)
  if (!(last instanceof Temporal.PlainDate)) return last
  if (unit === 'immediate') return {start, last, strict: start, customary: start}
  const strict = last.add({days: 1})
  return {start, last, strict, customary: clearDays ? strict : last}
}

function lastDay(
  start: Temporal.PlainDate,
  count: number,
  unit: Period['unit'],
  calendar: WorkCalendar | undefined,
): Temporal.PlainDate | MissingTable {
  switch (unit) {
    case 'immediate':
      return start
    case 'hour':
      return start.add({days: Math.ceil(count / 24)})
    case 'calendar-day':
      return start.add({days: count})
    case 'month':
      return start.add({months: count})
    case 'year':
      return start.add({years: count})
    case 'business-day':
      return addWorkingDays(start, count, calendar)
  }
}
