/** Selects the rules of law: who contracts with whom, in which markets. */
export interface NoticeProfile {
  readonly role: 'platform' | 'direct' | 'payment' | 'telecom' | 'intermediation'
  readonly counterparty: 'business' | 'consumer' | 'both'
  /** `CN`, `EU`, a member state such as `DE`, `UK`, `US`, `US-CA`, `JP`. */
  readonly markets: readonly string[]
  /** `huge` where the agreement binds so many that a platform's change counts as major (PRC Order 116 art. 12). */
  readonly userScale?: 'ordinary' | 'huge'
}

/** What is changed, as far as periods of notice ask. */
export type NoticeTrigger = 'amendment' | 'price' | 'feature' | 'maintenance'

/** What the provider promises beyond the law, and how it wants dates to be chosen. */
export interface NoticePolicy {
  /** Calendar days by trigger. */
  readonly amendmentDays?: number
  readonly priceDays?: number
  readonly featureDays?: number
  readonly maintenanceDays?: number
  /** Share of changed clauses, between 0 and 1, from which a platform's change counts as major; 0.2 by default. */
  readonly majorShare?: number
  /** Suggest the first day of a month. */
  readonly preferFirstOfMonth?: boolean
  /** Whose working days count: `CN`, `DE`, `UK`, `US`, `JP`; by default those of the time zone. */
  readonly workCalendar?: string
}

/** Member states of the European Union, ISO 3166-1. */
export const EU_MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)
