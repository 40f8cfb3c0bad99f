import {Temporal} from 'temporal-polyfill'

/**
 * An instant that somebody wrote, as RFC 3339 with the offset of the time zone; `undefined` where it is none.
 * `2026-12-01` is the start of that day in the time zone, `2026-12-01T09:00` a local time, and an offset or `Z` names the instant itself.
 */
export function readInstant(written: string, timeZone: string): string | undefined {
  const text = written.trim().replace(' ', 'T')
  try {
    if (DATE.test(text)) return startOfDay(text, timeZone)
    if (LOCAL.test(text)) return formatZoned(Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone))
    if (ABSOLUTE.test(text)) return inTimeZone(text, timeZone)
    return undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether the text has the form of a date, such as `2026-12-01`. */
export function isDate(text: string): boolean {
  return DATE.test(text)
}

/** Whether the name is one of the IANA time zones that are known here. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The first instant of a day. Throws a `RangeError` for a day that does not exist. */
function startOfDay(date: string, timeZone: string): string {
  return formatZoned(Temporal.PlainDate.from(date, {overflow: 'reject'}).toZonedDateTime(timeZone))
}

/** The last second of a day. Throws a `RangeError` for a day that does not exist. */
export function endOfDay(date: string, timeZone: string): string {
  const next = Temporal.PlainDate.from(date, {overflow: 'reject'}).add({days: 1})
  return formatZoned(next.toZonedDateTime(timeZone).subtract({seconds: 1}))
}

/** The day on which an instant falls in the time zone. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The same instant, to the second, with the offset of the time zone. */
export function inTimeZone(instant: string, timeZone: string): string {
  return formatZoned(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone))
}

/** Negative where `a` is before `b`, 0 where they are one instant. */
export function compareInstants(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b))
}

const DATE = /^\d{4}-\d\d-\d\d$/
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/
const ABSOLUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

function formatZoned(moment: Temporal.ZonedDateTime): string {
  return moment.toString({timeZoneName: 'never', calendarName: 'never', smallestUnit: 'second'})
}
