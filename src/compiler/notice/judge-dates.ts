import {Temporal} from 'temporal-polyfill'
import {type AgreementDiff, type ComparedVersion, unitsOf} from '../diff/index.ts'
import {type MissingTable, type WorkCalendar, workingDayFrom} from './calendars/work-calendar.ts'
import {type ClassifiedChange, classifyChanges} from './classify-changes.ts'
import {deliveryShift} from './delivery-shift.ts'
import {type Announcement, computeRule, judgeRule} from './judge-rule.ts'
import type {LawTables} from './law-tables.ts'
import type {NoticePolicy, NoticeProfile, NoticeTrigger} from './notice-profile.ts'
import {type RuleCase, ruleCases} from './rule-cases.ts'
import type {ComputedDates, RuleVerdict, Verdict} from './rule-verdict.ts'
import {triggersOf} from './triggers.ts'

/** What is asked: may this change take effect on that day if it is announced on this one? */
export interface DateQuestion {
  readonly profile: NoticeProfile
  /** IANA name; the days of the agreement are days there. */
  readonly timeZone: string
  /** Day of announcement (ISO 8601 date), or the instant (RFC 3339). */
  readonly announced: string
  /** When messages to readers arrived, where that is known; date or instant. */
  readonly delivered?: string | undefined
  /** Day or instant wanted; the suggested one where it is left out. */
  readonly effective?: string | undefined
  /** The version in force, whose clauses on notice bind. */
  readonly old: ComparedVersion
  readonly now: ComparedVersion
  readonly diff: AgreementDiff
  readonly policy?: NoticePolicy | undefined
  /** What the change is about beyond what its text shows. */
  readonly concerns?: readonly NoticeTrigger[] | undefined
  readonly law: LawTables
}

/** The answer, with every rule that was thought of. */
export interface DateJudgement {
  /** Local day of the announcement, ISO 8601. */
  readonly announced: string
  /** Local day of the effect that was judged. */
  readonly effective: string
  readonly rules: readonly RuleVerdict[]
  /** Latest of the earliest days of all rules; absent where a rule cannot be computed. */
  readonly earliest?: {readonly strict: string; readonly customary: string}
  /** Id of the rule that decides the strict day. */
  readonly binding?: string
  /** The strict day, or the next working day after it; or the year whose working days are unknown. */
  readonly suggested: {readonly date: string} | {readonly missing: MissingTable}
  /** Worst of all rules. */
  readonly verdict: Exclude<Verdict, 'not-applicable'>
}

/** Judges a date of effect, or finds one, by law, by the agreement in force and by the provider's policy. */
export function judgeDates(question: DateQuestion): DateJudgement {
  return judgeChanges(question, classifyChanges(question.diff, question.old, question.now))
}

/** The same for changes that are classified already. */
export function judgeChanges(question: DateQuestion, changes: readonly ClassifiedChange[]): DateJudgement {
  const {announcement, cases} = prepare(question, changes)
  const computed = cases.map((rule) => computeRule(rule, announcement))
  const suggested = suggest(computed, announcement, question.policy ?? {})
  const dates = computed.filter(isComputed)
  const isWhole = computed.every((dates) => dates === undefined || isComputed(dates))
  const strict = latest(dates.map((rule) => rule.strict)) ?? announcement.published.add({days: 1}).toString()
  const customary = latest(dates.map((rule) => rule.customary)) ?? announcement.published.toString()
  const effective =
    question.effective === undefined
      ? Temporal.PlainDate.from('date' in suggested ? suggested.date : strict)
      : localDate(question.effective, question.timeZone)
  const rules = cases.map((rule) => judgeRule(rule, announcement, effective))
  const binding = bindingRule(rules)
  return {
    announced: announcement.published.toString(),
    effective: effective.toString(),
    rules,
    ...(isWhole ? {earliest: {strict, customary}} : {}),
    ...(binding === undefined || !isWhole ? {} : {binding}),
    suggested,
    verdict: worst(rules),
  }
}

/** What every computation of a question starts from. */
export function prepare(
  question: DateQuestion,
  changes: readonly ClassifiedChange[],
): {readonly announcement: Announcement; readonly cases: readonly RuleCase[]} {
  const {timeZone, profile, old, now, law, policy = {}} = question
  const published = localDate(question.announced, timeZone)
  const delivered = question.delivered === undefined ? undefined : localDate(question.delivered, timeZone)
  const triggers = triggersOf(changes, old, unitsOf(now.agreement).length, profile, policy, question.concerns ?? [])
  return {
    announcement: {published, delivered, shift: deliveryShift(old), calendar: calendarOf(law, timeZone, policy)},
    cases: ruleCases(law.rules, profile, published.toString(), old, policy, triggers),
  }
}

/** The day of a date or instant in a time zone. */
export function localDate(moment: string, timeZone: string): Temporal.PlainDate {
  return moment.includes('T') ? Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate() : Temporal.PlainDate.from(moment)
}

/** The moment a day begins in a time zone, RFC 3339 with offset; where the clock skips midnight, the first moment after it. */
export function startOfDay(date: string, timeZone: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toString({timeZoneName: 'never', smallestUnit: 'second'})
}

function calendarOf({calendars}: LawTables, timeZone: string, {workCalendar}: NoticePolicy): WorkCalendar | undefined {
  return calendars.find(({calendar, timeZones}) => (workCalendar === undefined ? timeZones.test(timeZone) : calendar.id === workCalendar))
    ?.calendar
}

/** The first day that satisfies every rule and the usual periods, on a working day. */
function suggest(
  computed: readonly (ComputedDates | MissingTable | undefined)[],
  {published, calendar}: Announcement,
  {preferFirstOfMonth}: NoticePolicy,
): DateJudgement['suggested'] {
  const missing = computed.find((dates): dates is MissingTable => dates !== undefined && 'type' in dates)
  if (missing) return {missing}
  const earliest = latest(computed.filter(isComputed).flatMap(({strict, usual}) => [strict, ...(usual === undefined ? [] : [usual])]))
  const from = earliest === undefined ? published.add({days: 1}) : Temporal.PlainDate.from(earliest)
  const day = workingDayFrom(from, calendar)
  if (!(day instanceof Temporal.PlainDate)) return {missing: day}
  const date = preferFirstOfMonth && day.day > 1 ? day.with({day: 1}).add({months: 1}) : day
  return {date: date.toString()}
}

function bindingRule(rules: readonly RuleVerdict[]): string | undefined {
  const strict = latest(rules.flatMap(({computed, period}) => (computed && period ? [computed.strict] : [])))
  return rules.find(({computed, period}) => period !== undefined && computed?.strict === strict)?.id
}

function isComputed(dates: ComputedDates | MissingTable | undefined): dates is ComputedDates {
  return dates !== undefined && !('type' in dates)
}

function latest(dates: readonly string[]): string | undefined {
  return [...dates].sort().at(-1)
}

function worst(rules: readonly RuleVerdict[]): DateJudgement['verdict'] {
  const verdicts = rules.map(({verdict}) => verdict)
  return verdicts.includes('error') ? 'error' : verdicts.includes('warning') ? 'warning' : 'ok'
}
