import type {ChangeEvidence} from './change-evidence.ts'
import type {Wording} from './wording.ts'

/** A reason to say that a change favours one side, or that nobody can say from the tables. */
export interface Favour {
  readonly direction: 'user' | 'provider' | 'undecided'
  readonly reason: Wording
}

/** A row of the table: what it looks for, and what that means for the reader. */
export interface FavourRow {
  /** Says in English what the row is about. */
  readonly id: string
  readonly find: (evidence: ChangeEvidence) => readonly Favour[]
}
