import type {MissingTable} from './calendars/work-calendar.ts'
import type {NoticeTrigger} from './notice-profile.ts'
import type {ClauseSource} from './own-periods.ts'
import type {Duty, Period} from './rules/notice-rule.ts'
import type {Wording} from './wording.ts'

/** What one rule says of a date. */
export interface RuleVerdict {
  /** Stable: of the law table, `own-<trigger>-<path>` for a clause of the version in force, `policy-<trigger>` for a promise of the settings. */
  readonly id: string
  readonly origin: 'law' | 'agreement' | 'policy'
  /** The article, or the clause with its words. */
  readonly basis: Wording
  /** Law and article in English, for law; counsel confirms it. */
  readonly source?: string
  readonly confidence?: 'P' | 'S' | 'GK'
  readonly clause?: ClauseSource
  readonly trigger: NoticeTrigger | 'major' | 'detrimental' | 'renewal-price'
  readonly start: 'published' | 'delivered'
  readonly period?: Period
  readonly duties: readonly Duty[]
  /** The days of the period, ISO 8601; absent where the rule gives no number or does not apply. */
  readonly computed?: ComputedDates
  readonly missing?: MissingTable
  readonly verdict: Verdict
  readonly code?: VerdictCode
  /** The computation, sentence by sentence. */
  readonly explanation: readonly Wording[]
}

/** `not-applicable`: listed so that a reader sees that it was thought of. */
export type Verdict = 'ok' | 'warning' | 'error' | 'not-applicable'

/** Why a verdict is not `ok`. */
export type VerdictCode =
  /** Only as many days as many notices reckon, not that many full days. */
  | 'not-clear-days'
  /** Earlier than the rule allows in any reading. */
  | 'too-early'
  /** Later than the rule allows. */
  | 'too-late'
  /** Shorter than usual where the law gives no number. */
  | 'below-usual'
  /** No table of working days for a year that counts. */
  | 'missing-table'

/** Days of one period, ISO 8601 calendar dates. */
export interface ComputedDates {
  /** Begins the period and does not count. */
  readonly start: string
  readonly last: string
  readonly strict: string
  readonly customary: string
  /** Last day on which the change may take effect. */
  readonly until?: string
  /** First day after what practice takes where the law gives no number. */
  readonly usual?: string
}
