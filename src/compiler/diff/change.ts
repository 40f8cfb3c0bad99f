import type {Clause} from '../clause-tree/index.ts'
import type {RowChange} from './compare-tables.ts'
import type {Segment} from './wording/wording.ts'

/** What happened to a clause, the strongest of all that did. */
export type ChangeKind = 'added' | 'removed' | 'modified' | 'moved' | 'renumbered' | 'split' | 'merged' | 'emphasis' | 'retitled'

/** All that can differ between a clause and its later version. */
export type Aspect = 'wording' | 'position' | 'label' | 'heading' | 'emphasis' | 'structure' | 'reference' | 'link'

/** What a change does in substance. */
export interface Effect {
  readonly kind:
    | 'amount'
    | 'percentage'
    | 'deadline'
    | 'notice-period'
    | 'date'
    | 'modality'
    | 'negation'
    | 'party'
    | 'limitation-added'
    | 'limitation-removed'
    | 'limitation-widened'
    | 'emphasis-lost'
    | 'emphasis-gained'
    | 'reference'
  /** As the old version has it; absent where it has nothing. */
  readonly from?: string
  readonly to?: string
}

/** Where a clause stands in one version. */
export interface Place {
  readonly path: string
  readonly label?: string
  /** Permanent id, where the version was published. */
  readonly id?: string
  /** Label, heading and own text. */
  readonly position: Clause['position']
}

/** One thing that a reader of the new version should know. */
export interface Change {
  readonly kind: ChangeKind
  readonly aspects: readonly Aspect[]
  /** Places in the old version: none for what was added, several for what was merged and for a range of renumbered clauses. */
  readonly from: readonly Place[]
  readonly to: readonly Place[]
  /** Heading and own text, one below the other, with what was deleted and inserted; for wording and heading only. */
  readonly segments?: readonly Segment[]
  /** Rows of a table that came, went or changed, with the cells that did. */
  readonly rows?: readonly RowChange[]
  readonly effects: readonly Effect[]
  readonly materiality: 'substantive' | 'editorial'
  /** Why it is substantive or editorial, in English. */
  readonly reason: string
  /** Index into the replacements of the diff, where the wording changed by such replacements alone. */
  readonly replacement?: number
}

/** The same words exchanged for others all over a text, such as a name for a parameter. */
export interface Replacement {
  readonly from: string
  readonly to: string
  readonly count: number
  /** Paths in the new version. */
  readonly paths: readonly string[]
}

/** A version as a diff names it. */
export interface DiffSide {
  readonly agreement?: string
  readonly version?: string
  readonly locale: string
  /** SHA-256 of the source, in hexadecimal digits. */
  readonly sha256?: string
}

/** What differs between two versions of an agreement. */
export interface AgreementDiff {
  readonly schemaVersion: 1
  /** Version of tokenizer and matcher: another one may read the same texts differently. */
  readonly engine: string
  readonly from: DiffSide
  readonly to: DiffSide
  readonly summary: Readonly<Record<'unchanged' | ChangeKind, number>>
  /** In the order of the new version; what was removed stands where it stood. */
  readonly changes: readonly Change[]
  readonly replacements: readonly Replacement[]
  /** Paths of the clauses that both versions have, titles and front matter among them, in the order of the new version. */
  readonly pairs: readonly {readonly from: string; readonly to: string}[]
  readonly diagnostics: readonly DiffDiagnostic[]
}

/** A fault that only the comparison shows. */
export interface DiffDiagnostic {
  readonly ruleId: 'reference-not-followed'
  readonly severity: 'warning'
  readonly message: string
  /** In the new version. */
  readonly path: string
  readonly position: Clause['position']
  readonly actual: string
  readonly expected: string
}
