import type {Position} from 'unist'
import type {Mark} from '../clause-tree/index.ts'

/** What the analysis found in one agreement; lies beside the tree, keyed by clause path. */
export interface Facts {
  readonly emphasis: readonly EmphasisFact[]
  readonly limitations: readonly LimitationFact[]
  readonly terms: readonly TermFact[]
  readonly references: readonly ReferenceFact[]
  readonly noticePeriods: readonly NoticePeriodFact[]
  readonly dates: readonly DateFact[]
  readonly amounts: readonly AmountFact[]
  readonly serviceLevels: readonly ServiceLevelFact[]
  readonly parties: readonly PartyFact[]
  readonly forum?: ForumFact
}

/** A run of text that its author set off. */
export interface EmphasisFact {
  readonly path: string
  readonly text: string
  readonly marks: readonly (Mark | 'capitals')[]
  /** `prompt` draws attention to a sentence, `term` marks a run-in or defined term, `heading` a title line, `label` a number or field name. */
  readonly role: 'prompt' | 'term' | 'heading' | 'label' | 'other'
  /** Emphasised characters of this run ÷ characters of the clause's own text, white space and label left out. */
  readonly share: number
  readonly position: Position
}

/** What a clause takes from or puts on the reader; meanings and law: docs/glossary.md. */
export type LimitationKind =
  | 'exclusion-of-liability'
  | 'liability-cap'
  | 'indirect-damages-exclusion'
  | 'warranty-disclaimer'
  | 'indemnity'
  | 'user-sole-responsibility'
  | 'jurisdiction'
  | 'governing-law'
  | 'arbitration'
  | 'unilateral-modification'
  | 'unilateral-suspension-or-termination'
  | 'unilateral-determination'
  | 'deemed-consent'
  | 'deemed-receipt'
  | 'no-refund'
  | 'forfeiture'
  | 'penalty'
  | 'price-change'
  | 'auto-renewal'
  | 'data-use-permission'
  | 'claim-deadline'
  | 'rights-waiver'
  | 'assignment'
  | 'sole-remedy'
  | 'data-deletion'
  | 'final-interpretation'

/** A place where a clause limits somebody's rights. */
export interface LimitationFact {
  readonly path: string
  readonly kind: LimitationKind
  /** The words that show it. */
  readonly phrase: string
  /** `weak` where two careful readers could differ. */
  readonly strength: 'definite' | 'weak'
  readonly benefits: 'provider' | 'user' | 'mutual'
  /** Path of the lead-in that governs this list member. */
  readonly inheritedFrom?: string
  /** How much of the operative sentence is bold or underlined, or in capitals. */
  readonly conspicuous: 'full' | 'partial' | 'none'
  readonly position: Position
}

/** A defined term. */
export interface TermFact {
  /** The name; where a definition gives a party its pronouns, all of them, such as `Company / we / us`. */
  readonly term: string
  readonly path: string
  readonly phrase: string
  /** Occurrences in the agreement, headings and the definition included. */
  readonly uses: number
  readonly position: Position
}

/** A reference to a clause, section, annex or another document. */
export interface ReferenceFact {
  readonly path: string
  readonly text: string
  /** Path of the clause meant; absent for another document and for what could not be resolved. */
  readonly target?: string
  readonly resolved: boolean
  /** Another document, such as a law or a policy. */
  readonly external?: true
  readonly position: Position
}

/** A period that somebody has to give or keep. */
export interface NoticePeriodFact {
  readonly path: string
  readonly phrase: string
  /** 0 for `immediate`; absent where notice is promised without a period. */
  readonly count?: number
  readonly unit?: 'calendar-day' | 'business-day' | 'month' | 'year' | 'hour' | 'immediate'
  readonly trigger: 'amendment' | 'price' | 'feature' | 'maintenance' | 'suspension' | 'termination' | 'objection' | 'claim' | 'other'
  readonly position: Position
}

/** A date that the agreement gives for itself. */
export interface DateFact {
  readonly kind: 'version' | 'updated' | 'effective'
  /** ISO 8601 calendar date. */
  readonly date: string
  readonly phrase: string
  readonly path: string
  readonly position: Position
}

/** A sum of money or a percentage. */
export interface AmountFact {
  readonly type: 'money' | 'percentage'
  readonly path: string
  /** As written. */
  readonly phrase: string
  /** In units of the currency, or in parts of a hundred. */
  readonly value: number
  /** ISO 4217; for money. */
  readonly currency?: string
  readonly position: Position
}

/** An availability that is promised, or a step of what is paid where it is missed. */
export interface ServiceLevelFact {
  readonly kind: 'commitment' | 'tier'
  readonly path: string
  readonly phrase: string
  /** Lower bound in percent, itself included. */
  readonly atLeast?: number
  /** Upper bound in percent, itself excluded. */
  readonly below?: number
  /** Compensation in percent of the fee that the text names. */
  readonly credit?: number
  readonly position: Position
}

/** A party, by the role it plays. */
export interface PartyFact {
  readonly role: 'provider' | 'user' | 'other'
  /** Names and pronouns that stand for it, the first as defined. */
  readonly names: readonly string[]
}

/** Where disputes go. */
export interface ForumFact {
  readonly kind: 'court' | 'arbitration'
  readonly name: string
  readonly path: string
}
