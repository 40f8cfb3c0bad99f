import {Temporal} from 'temporal-polyfill'
import type {MissingTable, WorkCalendar} from './calendars/work-calendar.ts'
import {clauseName} from './clause-name.ts'
import {type CountedPeriod, countPeriod} from './count-period.ts'
import type {DeliveryShift} from './delivery-shift.ts'
import type {RuleCase} from './rule-cases.ts'
import type {ComputedDates, RuleVerdict, Verdict, VerdictCode} from './rule-verdict.ts'
import {say, type Wording} from './wording.ts'

/** When the change is made known, and what follows from it for the start of periods. */
export interface Announcement {
  readonly published: Temporal.PlainDate
  /** When messages arrived, where that is known; else the agreement or the law tells. */
  readonly delivered?: Temporal.PlainDate | undefined
  readonly shift?: DeliveryShift | undefined
  readonly calendar?: WorkCalendar | undefined
}

/** The days of a rule for an announcement; undefined where it gives no number or does not apply. */
export function computeRule(rule: RuleCase, announcement: Announcement): ComputedDates | MissingTable | undefined {
  if (!rule.applies || (rule.period === undefined && rule.usual === undefined)) return undefined
  const start = startOf(rule, announcement)
  if (!(start instanceof Temporal.PlainDate)) return start
  const count = (period: RuleCase['period']): CountedPeriod | MissingTable | undefined =>
    period && countPeriod(start, period, announcement.calendar, rule.clearDays)
  const [least, usual, atMost] = [count(rule.period), count(rule.usual), count(rule.atMost)]
  if (least && 'type' in least) return least
  if (usual && 'type' in usual) return usual
  if (atMost && 'type' in atMost) return atMost
  const base = least ?? {start, last: start, strict: start.add({days: 1}), customary: start}
  return {
    start: start.toString(),
    last: base.last.toString(),
    strict: base.strict.toString(),
    customary: base.customary.toString(),
    ...(atMost ? {until: atMost.last.toString()} : {}),
    ...(usual ? {usual: usual.strict.toString()} : {}),
  }
}

/** Judges a day on which the change is to take effect by one rule, with the computation in words. */
export function judgeRule(rule: RuleCase, announcement: Announcement, effective: Temporal.PlainDate): RuleVerdict {
  const {applies, reasons, counting: _, usual: _usual, atMost: _atMost, clearDays: _clear, ...shown} = rule
  if (!applies) return {...shown, verdict: 'not-applicable', explanation: reasons}
  const computed = computeRule(rule, announcement)
  if (computed === undefined)
    return {...shown, verdict: 'ok', explanation: [...reasons, say(rule.origin === 'law' ? 'count-none' : 'count-none-stated')]}
  if ('type' in computed)
    return {...shown, missing: computed, verdict: 'error', code: 'missing-table', explanation: [...reasons, missingInWords(computed)]}
  const outcome = outcomeOf(computed, effective.toString())
  return {
    ...shown,
    computed,
    ...outcome,
    explanation: [...reasons, ...countInWords(rule, announcement, computed), ...outcomeInWords(rule, outcome, computed, effective)],
  }
}

/** No table: said in words, with the year. */
export function missingInWords({calendar, year}: MissingTable): Wording {
  return calendar === undefined ? say('missing-calendar', {year: `${year}`}) : say('missing-table', {calendar, year: `${year}`})
}

/** The day that begins the period: of the announcement, or of the arrival of messages. */
function startOf({start}: RuleCase, {published, delivered, shift, calendar}: Announcement): Temporal.PlainDate | MissingTable {
  if (start === 'published') return published
  if (delivered) return delivered
  if (!shift) return published
  const arrival = countPeriod(published, shift.period, calendar)
  return 'type' in arrival ? arrival : arrival.last
}

function outcomeOf({strict, customary, until, usual}: ComputedDates, effective: string): {verdict: Verdict; code?: VerdictCode} {
  if (effective < customary) return {verdict: 'error', code: 'too-early'}
  if (effective < strict) return {verdict: 'warning', code: 'not-clear-days'}
  if (until !== undefined && effective > until) return {verdict: 'warning', code: 'too-late'}
  if (usual !== undefined && effective < usual) return {verdict: 'warning', code: 'below-usual'}
  return {verdict: 'ok'}
}

function countInWords(rule: RuleCase, announcement: Announcement, computed: ComputedDates): Wording[] {
  const {period, usual, atMost, start, counting} = rule
  const law = say(`counting-${counting}`)
  const begin = {date: computed.start}
  const published = {date: announcement.published.toString()}
  const how =
    start === 'published'
      ? say('start-published', {date: begin, law})
      : announcement.delivered
        ? say('start-delivered', {date: begin, law})
        : announcement.shift
          ? say('start-shifted', {
              sent: published,
              date: begin,
              clause: clauseName(announcement.shift.clause),
              phrase: announcement.shift.clause.phrase,
              law,
            })
          : say('start-sent', {date: begin, law})
  if (period?.unit === 'immediate') return [say('count-immediate', {date: begin})]
  if (!period)
    return [
      how,
      say('count-no-number'),
      ...(usual ? [say('count-usual', {period: periodInWords(usual), date: dateOr(computed.usual)})] : []),
    ]
  if (period.count === 0) return [say('count-zero', {date: begin, strict: {date: computed.strict}})]
  const span = {first: {date: dayAfter(computed.start)}, last: {date: computed.last}, count: period.count}
  return [
    how,
    say(`count-${period.unit}`, span),
    rule.clearDays
      ? say('count-clear', {strict: {date: computed.strict}})
      : say('count-strict', {strict: {date: computed.strict}, customary: {date: computed.customary}}),
    ...(atMost ? [say('count-at-most', {period: periodInWords(atMost), until: dateOr(computed.until)})] : []),
  ]
}

function outcomeInWords(
  {period}: RuleCase,
  {verdict, code}: {verdict: Verdict; code?: VerdictCode},
  computed: ComputedDates,
  effective: Temporal.PlainDate,
): Wording[] {
  const date = {date: effective.toString()}
  if (code === undefined) return [say(`verdict-${verdict}`, {date})]
  if (code === 'not-clear-days' && period?.count === 0) return [say('verdict-same-day', {date, strict: {date: computed.strict}})]
  const days = effective.until(computed.strict).days
  return [
    say(`verdict-${code}`, {date, days, strict: {date: computed.strict}, until: dateOr(computed.until), usual: dateOr(computed.usual)}),
  ]
}

/** `30 days`, `two months`. */
export function periodInWords({count, unit}: NonNullable<RuleCase['period']>): Wording {
  return say(`period-${unit}`, {count})
}

function dateOr(date: string | undefined): {readonly date: string} | string {
  return date === undefined ? '' : {date}
}

function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({days: 1}).toString()
}
