/** How sure a repair is: by a rule without exceptions, by good evidence, or by a guess that a lawyer should look at. */
export type Confidence = 'certain' | 'likely' | 'uncertain'

/** Something that the import did to the text, without changing a word. */
export interface Repair {
  /** Kebab-case name of the rule. */
  readonly rule: string
  readonly confidence: Confidence
  readonly message: string
  /** Line of the source as extracted, counted from 1. */
  readonly line?: number
}

/** Why characters of the source are in no output. */
export type DropReason =
  | 'page-header'
  | 'page-footer'
  | 'page-number'
  | 'repeated-table-head'
  | 'hyphenation'
  | 'link-target'
  | 'markup'
  | 'outside-selection'
  | 'page-furniture'
  | 'hidden'
  | 'deleted-text'
  | 'inserted-text'
  | 'comment'
  | 'edition'

/** Characters of the source that are in no output. */
export interface DroppedText {
  readonly reason: DropReason
  readonly text: string
  readonly line?: number
}

/** Characters that were written in another form, such as `ﬁ` as `fi`. */
export interface Substitution {
  readonly from: string
  readonly to: string
  readonly count: number
}

/** A source as Markdown, with an account of all that was done to it. */
export interface ImportedText {
  readonly markdown: string
  /** The Markdown is the author's own and is kept to the letter. */
  readonly isExact?: true
  /** All that a reader sees in the source, in any order; what the account of characters starts from. */
  readonly sourceText: string
  readonly repairs: readonly Repair[]
  readonly dropped: readonly DroppedText[]
  readonly substitutions: readonly Substitution[]
}
