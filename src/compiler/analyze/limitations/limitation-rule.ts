import type {LimitationKind} from '../facts.ts'

/** A row of a phrase table: words that show a kind of limitation. Reviewed by lawyers; the engine is `find-limitations.ts`. */
export interface LimitationRule {
  readonly kind: LimitationKind
  /** Searched in each sentence, full-width Latin and punctuation folded to half-width; global, so that a search can go on. */
  readonly pattern: RegExp
  /** Words in the same sentence that make it something else. */
  readonly veto?: RegExp
  /** Words just before the match that make it something else; tested on the sentence up to the match. */
  readonly vetoBefore?: RegExp
  /** Words just after the match that make it something else. */
  readonly vetoAfter?: RegExp
  /**
   * Whose act or burden the words name. `provider`: the provider is free or has the power; said of the reader it favours the reader.
   * `user`: the reader bears it; said of the provider it favours the reader. `none`: it limits whoever it is said of.
   */
  readonly actor: 'provider' | 'user' | 'none'
  /** Holds only where the sentence names that party as the one who acts or bears it, since the words are said of others, too. */
  readonly isNamed?: boolean
  /** `weak` where two careful readers could differ. */
  readonly strength: 'definite' | 'weak'
}

/** Law behind a kind; section and article numbers of the sources in docs/glossary.md. */
export type LegalBasis = Readonly<Partial<Record<LimitationKind, string>>>

/** Rows of one kind; `actor` and `strength` are the usual ones of the kind unless a row says otherwise. */
export function rules(kind: LimitationKind, actor: LimitationRule['actor'], rows: readonly RuleRow[]): readonly LimitationRule[] {
  return rows.map((row) => {
    const {pattern, ...others} = row instanceof RegExp ? {pattern: row} : row
    return {kind, actor, strength: 'definite', pattern: new RegExp(pattern, `${pattern.flags}g`), ...others}
  })
}

/** A pattern alone, or with what differs from the usual. */
export type RuleRow = RegExp | (Pick<LimitationRule, 'pattern'> & Partial<Omit<LimitationRule, 'kind' | 'pattern'>>)
