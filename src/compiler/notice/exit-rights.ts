import {Temporal} from 'temporal-polyfill'
import {durationsIn} from '../analyze/index.ts'
import type {ChangeClauses} from './change-clauses.ts'
import type {ChangeNotice} from './change-notice.ts'
import {clauseName} from './clause-name.ts'
import type {ConsentOutcome} from './decide-consent.ts'
import type {DateJudgement} from './judge-dates.ts'
import {putIntoWords} from './put-into-words.ts'
import type {RuleVerdict} from './rule-verdict.ts'
import type {Duty} from './rules/notice-rule.ts'
import {say, type Translate, type Wording} from './wording.ts'

/** What rights of refusal follow from. */
export interface ExitEvidence {
  /** Rules that apply. */
  readonly rules: readonly RuleVerdict[]
  readonly clauses: ChangeClauses
  readonly consent: ConsentOutcome
  readonly judged: DateJudgement
}

/** What a reader who does not agree may do and until when: by the agreement in force first, then by law. */
export function exitRights({
  rules,
  clauses,
  consent,
  judged,
  isPriceChanged,
  translate: t,
}: ExitEvidence & {readonly isPriceChanged: boolean; readonly translate: Translate}): ChangeNotice['ifYouDoNotAgree'] {
  const dayBefore = Temporal.PlainDate.from(judged.effective).subtract({days: 1})
  const before = Temporal.PlainDate.compare(dayBefore, judged.announced) < 0 ? judged.announced : dayBefore.toString()
  const effective = {date: judged.effective}
  const right = (id: string, wording: Wording, deadline?: string) => ({
    id,
    text: putIntoWords(wording, t),
    ...(deadline === undefined ? {} : {deadline}),
  })
  const duties = new Set(rules.flatMap((rule) => rule.duties))
  const own = clauses.exits
    .filter(({phrase}) => isPriceChanged || !ABOUT_PRICES.test(phrase))
    .map((exit) =>
      right(
        `own-clause-${exit.path}`,
        say('exit-own-clause', {clause: clauseName(exit), phrase: exit.phrase}),
        windowEnd(exit.phrase, judged.announced) ?? before,
      ),
    )
  const stay = consent.decision === 'reconsent' ? [right('stay-on-old-terms', say('exit-stay', {effective}))] : []
  const legal = BY_DUTY.filter(({duty}) => duties.has(duty)).map(({duty, key, until}) => {
    const deadline = until === 'before-effect' ? before : thirtyDaysAfter(rules, judged)
    return right(duty, say(key, {effective, deadline: {date: deadline}}), deadline)
  })
  const rights = [...stay, ...own, ...legal]
  const all =
    own.length + legal.length > 0 ? rights : [...rights, right('by-agreement', say('exit-default', {deadline: {date: before}}), before)]
  const deadline = all.flatMap((one) => (one.deadline === undefined ? [] : [one.deadline])).sort()[0] ?? before
  return {deadline, rights: all}
}

/** Last day of a time that a clause leaves for an answer: `在7天之内`, `within 14 days`; none for other units than days. */
function windowEnd(phrase: string, announced: string): string | undefined {
  const window = durationsIn(phrase).find(
    ({start, end, unit}) =>
      unit === 'calendar-day' && (/^(?:之|以)?内/.test(phrase.slice(end)) || /\bwithin\s+$/i.test(phrase.slice(0, start))),
  )
  return window && Temporal.PlainDate.from(announced).add({days: window.count}).toString()
}

/** A right that only a new price gives. */
const ABOUT_PRICES = /价格|资费|费率|收费标准|计费标准|\bprices?\b|\bfees?\b(?! are settled)|\bcharges\b/i

const BY_DUTY: readonly {readonly duty: Duty; readonly key: string; readonly until: 'before-effect' | 'thirty-days'}[] = [
  {duty: 'exit-on-old-terms', key: 'exit-old-terms', until: 'before-effect'},
  {duty: 'refund-on-exit', key: 'exit-refund', until: 'before-effect'},
  {duty: 'terminate-before-effect', key: 'exit-before-effect', until: 'before-effect'},
  {duty: 'terminate-at-once-free', key: 'exit-at-once', until: 'before-effect'},
  {duty: 'terminate-within-30-days', key: 'exit-within-30-days', until: 'thirty-days'},
]

/** Thirty days from the notice or from the change, whichever is later (Directive 2019/770 art. 19(2)). */
function thirtyDaysAfter(rules: readonly RuleVerdict[], {announced, effective}: DateJudgement): string {
  const start = rules.find(({duties}) => duties.includes('terminate-within-30-days'))?.computed?.start ?? announced
  const from = start > effective ? start : effective
  return Temporal.PlainDate.from(from).add({days: 30}).toString()
}
