import type {ClauseText} from '../clause-text.ts'
import type {ReferenceFact} from '../facts.ts'
import type {ClauseIndex} from './clause-index.ts'

/** Words that refer to something, or to several things one after another. */
export interface ReferencePattern {
  /** Finds all the words. */
  readonly pattern: RegExp
  /** Finds each number of an enumeration in these words; without it they are one reference. */
  readonly members?: RegExp
  /** Says what is meant; nothing where the words are no reference. */
  readonly resolve: (mention: Mention) => Resolution | undefined
}

/** Words of a text that refer to one thing. */
export interface Mention {
  /** All the words, and where they stand. */
  readonly match: RegExpExecArray
  /** Parts of what is said of this thing. */
  readonly groups: Readonly<Record<string, string | undefined>>
  readonly site: ClauseText
  readonly index: ClauseIndex
}

/** What a reference means. */
export type Resolution = Pick<ReferenceFact, 'resolved'> & Partial<Pick<ReferenceFact, 'target' | 'external'>>

/** The 80 letters after the words. */
export function textAfter({match, site}: Mention): string {
  const end = match.index + match[0].length
  return site.text.slice(end, end + 80)
}
