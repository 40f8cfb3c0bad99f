import {Temporal} from 'temporal-polyfill'
import type {MissingTable} from './calendars/work-calendar.ts'
import {classifyChanges} from './classify-changes.ts'
import {type DateQuestion, localDate, prepare} from './judge-dates.ts'
import {computeRule} from './judge-rule.ts'

/** Last days on which to announce a change so that it may take effect on a wanted day. */
export interface LatestAnnouncement {
  readonly effective: string
  /** Every rule has its full days. */
  readonly strict: string
  /** As many notices reckon. */
  readonly customary: string
  /** Last day for each rule with a period. */
  readonly rules: readonly {readonly id: string; readonly strict: string; readonly customary: string}[]
}

/** Counts back from the day of effect; `announced` of the question only tells which laws are in force. */
export function latestAnnouncement(question: DateQuestion & {readonly effective: string}): LatestAnnouncement | MissingTable {
  const effective = localDate(question.effective, question.timeZone)
  const {announcement, cases} = prepare(question, classifyChanges(question.diff, question.old, question.now))
  const rules: LatestAnnouncement['rules'][number][] = []
  for (const rule of cases) {
    if (!rule.applies || rule.period === undefined) continue
    const found: {strict?: string; customary?: string} = {}
    for (const reading of ['customary', 'strict'] as const) {
      const day = latestDay(effective, (published) => {
        const computed = computeRule(rule, {...announcement, delivered: undefined, published})
        return computed !== undefined && 'type' in computed ? computed : computed?.[reading]
      })
      if (!(day instanceof Temporal.PlainDate)) return day
      found[reading] = day.toString()
    }
    rules.push({id: rule.id, strict: found.strict ?? '', customary: found.customary ?? ''})
  }
  const first = (dates: readonly string[], otherwise: string) => [...dates].sort()[0] ?? otherwise
  return {
    effective: effective.toString(),
    strict: first(
      rules.map(({strict}) => strict),
      effective.subtract({days: 1}).toString(),
    ),
    customary: first(
      rules.map(({customary}) => customary),
      effective.toString(),
    ),
    rules,
  }
}

/** The last day of announcement whose earliest day of effect is not after the wanted one; earliest days never fall as days rise. */
function latestDay(
  effective: Temporal.PlainDate,
  earliest: (published: Temporal.PlainDate) => string | MissingTable | undefined,
): Temporal.PlainDate | MissingTable {
  for (let day = effective; ; day = day.subtract({days: 1})) {
    const date = earliest(day)
    if (typeof date === 'object') return date
    if (date === undefined || date <= effective.toString()) return day
  }
}
