import type {ChangeClauses} from './change-clauses.ts'
import type {ClassifiedChange} from './classify-changes.ts'
import type {NoticeProfile} from './notice-profile.ts'

/** What users have to be asked: to agree again, to take note, or nothing. */
export type ConsentDecision = 'reconsent' | 'notify' | 'none'

/** What the rows of the table look at. */
export interface ConsentEvidence {
  /** Local day of the announcement, ISO 8601. */
  readonly announced: string
  readonly profile: NoticeProfile
  readonly isChanged: boolean
  readonly substantive: readonly ClassifiedChange[]
  /** Substantive and not surely for the reader. */
  readonly adverse: readonly ClassifiedChange[]
  /** Adverse, and about liability, disputes, prices or another limit on the reader. */
  readonly core: readonly ClassifiedChange[]
  /** About the permission to use data. */
  readonly data: readonly ClassifiedChange[]
  readonly clauses: ChangeClauses
  /** Some rule on notice applies. */
  readonly hasNoticeRule: boolean
}
