import type {LimitationKind} from '../analyze/index.ts'
import type {Change} from '../diff/index.ts'
import type {Conspicuous} from './classify-changes.ts'
import type {ConsentDecision} from './consent-evidence.ts'
import type {ComputedDates, Verdict, VerdictCode} from './rule-verdict.ts'
import type {Period} from './rules/notice-rule.ts'

/** A notice of changes as data, in the language of its reader: what `notice --json` prints. */
export interface ChangeNotice {
  readonly schemaVersion: 1
  /** Id of the agreement, or the name of the file. */
  readonly agreement: string
  readonly title: string
  /** BCP 47 tag of the words. */
  readonly locale: string
  readonly provider?: string
  readonly fromVersion: string
  readonly toVersion: string
  /** What changes, in at most 140 characters. */
  readonly summary: string
  /** Title, date and where to read on, in at most 140 characters: for a text message. */
  readonly shortText: string
  /** Date or instant of the announcement, as given. */
  readonly publishedAt: string
  readonly deliveredVia: readonly string[]
  /** Beginning of the day of effect, or the time that was wanted; RFC 3339 with offset. */
  readonly effectiveAt: string
  readonly timeZone: string
  /** Absent where a rule cannot be computed. */
  readonly earliestEffective?: {readonly strict: string; readonly customary: string}
  /** A working day that satisfies every rule; absent where the working days of its year are not known. */
  readonly suggestedEffective?: string
  /** Id of the rule that decides the earliest day. */
  readonly bindingRule?: string
  readonly verdict: Exclude<Verdict, 'not-applicable'>
  readonly rules: readonly NoticeRuleRow[]
  readonly commentPeriod?: {readonly from: string; readonly to: string; readonly verdict: 'ok' | 'warning'; readonly explanation: string}
  /** Last day on which the old terms still serve those who adapt. */
  readonly transitionEnd?: string
  readonly changes: readonly NoticeChange[]
  /** Clauses that only have another number. */
  readonly renumbered: readonly {readonly from: readonly string[]; readonly to: readonly string[]; readonly text: string}[]
  readonly requiresReconsent: {
    readonly decision: ConsentDecision
    readonly because: readonly {readonly id: string; readonly text: string}[]
    readonly override?: {readonly instead: ConsentDecision; readonly reason: string; readonly by?: string}
  }
  readonly ifYouDoNotAgree: {
    /** Day by which to act, ISO 8601. */
    readonly deadline: string
    readonly rights: readonly {readonly id: string; readonly text: string; readonly deadline?: string}[]
  }
  readonly meaningOfSilence: string
  readonly fullText: {readonly old?: string; readonly new?: string; readonly redline?: string}
  /** Earlier versions, the newest first. */
  readonly history: readonly {readonly version: string; readonly effectiveAt?: string; readonly href?: string}[]
  readonly contact: readonly string[]
  readonly hashes: {readonly old: VersionHashes; readonly new: VersionHashes}
  /** Verdicts that a person set aside. */
  readonly overrides: readonly RuleOverride[]
}

/** SHA-256 in hexadecimal digits. */
export interface VersionHashes {
  readonly sourceSha256?: string
  readonly treeSha256?: string
}

/** A verdict that a person set aside, with the reason. */
export interface RuleOverride {
  readonly rule: string
  readonly reason: string
  readonly by?: string
}

/** A rule with its computation in words. */
export interface NoticeRuleRow {
  readonly id: string
  readonly origin: 'law' | 'agreement' | 'policy'
  readonly basis: string
  readonly source?: string
  readonly confidence?: 'P' | 'S' | 'GK'
  /** Path of the clause of the version in force. */
  readonly clause?: string
  readonly trigger: string
  readonly start: 'published' | 'delivered'
  readonly count?: number
  readonly unit?: Period['unit']
  readonly computed?: ComputedDates
  readonly verdict: Verdict
  readonly code?: VerdictCode
  readonly explanation: string
}

/** A change with its old and new text, and whom it favours. */
export interface NoticeChange extends Omit<Change, 'reason' | 'materiality' | 'replacement'> {
  readonly materiality: 'substantive' | 'editorial'
  /** How a lawyer calls the clause. */
  readonly place: string
  /** Title that the clause has or stands under. */
  readonly heading?: string
  readonly oldText?: string
  readonly newText?: string
  readonly limitationKindsBefore: readonly LimitationKind[]
  readonly limitationKindsAfter: readonly LimitationKind[]
  readonly emphasisBefore: Conspicuous
  readonly emphasisAfter: Conspicuous
  readonly direction: 'user' | 'provider' | 'neutral'
  /** The tables cannot tell whom it favours. */
  readonly needsReview: boolean
  readonly reason: string
  readonly override?: {readonly instead: 'user' | 'provider' | 'neutral'; readonly reason: string; readonly by?: string}
}
