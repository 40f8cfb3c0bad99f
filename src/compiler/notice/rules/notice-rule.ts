import type {NoticeProfile} from '../notice-profile.ts'

/** How long before its effect a change has to be made known. */
export interface Period {
  /** In units; 0 for `immediate`. */
  readonly count: number
  readonly unit: 'calendar-day' | 'business-day' | 'month' | 'year' | 'hour' | 'immediate'
}

/** A law that says how periods are counted. */
export type CountingSystem = 'cn-civil-code' | 'eu-1182-71' | 'de-bgb' | 'us-practice' | 'jp-civil-code' | 'uk-clear-days' | 'general'

/** What a rule asks for beside a period. */
export type Duty =
  | 'public-comment'
  | 'exit-on-old-terms'
  | 'refund-on-exit'
  | 'transition-period'
  | 'keep-history'
  | 'no-consent-by-silence'
  | 'agreed-change'
  | 'durable-medium'
  | 'terminate-before-effect'
  | 'terminate-within-30-days'
  | 'terminate-at-once-free'
  | 'valid-reason'
  | 'meaning-of-silence'
  | 'state-change-text-and-date'
  | 'conspicuous-and-retainable'

/** A rule of law on notice of changes. The words for readers are the message `law-<id>`. */
export interface NoticeRule {
  /** Kebab-case; stable. */
  readonly id: string
  readonly scope: {
    /** `EU` stands for its member states, too; `*` for all markets. */
    readonly markets: readonly string[]
    readonly roles?: readonly NoticeProfile['role'][]
    readonly counterparties?: readonly ('business' | 'consumer')[]
  }
  /** Which changes it is about: any, those that are major, those that are not only good for the reader, prices, prices of what renews itself. */
  readonly when: 'any' | 'major' | 'detrimental' | 'price' | 'renewal-price'
  /** What begins the period: the announcement, or the arrival of a message. */
  readonly start: 'published' | 'delivered'
  /** Least time from the start to the effect; absent where the law gives no number. */
  readonly period?: Period
  /** What practice takes where the law gives no number; falling short is a warning. */
  readonly usual?: Period
  /** Longest time from the start to the effect. */
  readonly atMost?: Period
  /** The last day of the period can in no reading be the first day of the new terms. */
  readonly clearDays?: true
  readonly counting: CountingSystem
  readonly duties: readonly Duty[]
  /** A directive, which binds through the law of a member state. */
  readonly directive?: true
  /** Id of the directive that this rule makes law of one state. */
  readonly transposes?: string
  /** First and last day on which an announcement falls under the rule, ISO 8601. */
  readonly validFrom: string
  readonly validUntil?: string
  /** Law and article. */
  readonly source: string
  /** `P` primary text read, `S` secondary source read, `GK` general knowledge; counsel confirms each before reliance. */
  readonly confidence: 'P' | 'S' | 'GK'
}
