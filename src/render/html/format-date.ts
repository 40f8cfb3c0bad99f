import type {Translate} from '../../compiler/view/index.ts'

/**
 * A date of RFC 3339 (`2027-01-01T00:00:00+08:00`) or ISO 8601 (`2027-01-01`) in the words of the language, as its own time zone
 * counts it. The time of day is told where it is not midnight. All words come from the messages, none from the machine.
 */
export function formatDate(instant: string, translate: Translate): string {
  const match = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T(?<time>\d{2}:\d{2})[\d:.]*(?<zone>Z|[+-]\d{2}:\d{2}))?$/.exec(instant)
  if (!match?.groups) return instant
  const {year = '', month = '', day = '', time, zone} = match.groups
  const date = translate('date', {year, month: String(Number(month)), day: String(Number(day))})
  if (time === undefined || time === '00:00') return date
  return translate('date-time', {date, time, zone: zone === 'Z' ? 'UTC' : `UTC${zone ?? ''}`})
}
