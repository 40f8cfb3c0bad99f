import type {Align, Mark, Span} from '../clause-tree/index.ts'
import type {ChangeKind} from '../diff/index.ts'
import type {PageView} from './page-view.ts'

/** Whether something stands in both versions, only in the new one, or only in the old one. */
export type RedlineOp = 'equal' | 'insert' | 'delete'

/** A run of text with one set of marks, which both versions have or one of them. */
export interface RedlineRun extends Omit<Span, 'position'> {
  readonly op: RedlineOp
  /** Marks of the old version, where the same words are marked otherwise now. */
  readonly was?: readonly Mark[]
}

/**
 * A line of a clause: its title, its text, or a table.
 *
 * Law: the runs that are no insertion are the old line, those that are no deletion the new one. Where `end` is an insertion,
 * the old text goes on in the next line, as after a split; where it is a deletion and the line holds something new, the new one does.
 */
export interface RedlineLine {
  readonly role: 'heading' | 'text' | 'preformatted' | 'table'
  /** Level of a title, from 1 for that of the agreement to 6. */
  readonly level?: number
  readonly quoted?: true
  /** Label in front of the line. */
  readonly label: readonly RedlineRun[]
  /** Text; empty for a table. */
  readonly runs: readonly RedlineRun[]
  /** Rows of a table, the head first. */
  readonly rows: readonly RedlineRow[]
  /** Whether the end of the line stands in both versions. */
  readonly end: RedlineOp
}

/** A row of a table. */
export interface RedlineRow {
  readonly op: RedlineOp
  readonly cells: readonly RedlineCell[]
}

/** A cell of a table; in a row of both versions, one of a column that came or went is not in both. */
export interface RedlineCell {
  readonly op: RedlineOp
  readonly align?: Align
  readonly runs: readonly RedlineRun[]
}

/** What became of a block: `moved` stands at its new place, `moved-away` at its old one. */
export type RedlineStatus = 'unchanged' | 'renumbered' | 'added' | 'removed' | 'changed' | 'moved' | 'moved-away'

/** A clause of one or both versions. */
export interface RedlineBlock {
  /** Fragment identifier, unique on the page. */
  readonly anchor: string
  readonly status: RedlineStatus
  /** An inserted block is new here with all its runs, a deleted one gone; a block that moved is both, at two places. */
  readonly op: RedlineOp
  readonly path: string
  readonly kind: string
  /** Depth among the clauses; 0 at the top. */
  readonly depth: number
  readonly lines: readonly RedlineLine[]
  /** What the reader is told about it beside the text. */
  readonly notes: readonly RedlineNote[]
  /** The change that it is part of, as in {@link RedlineView.changes}; a clause that moved with its section has none. */
  readonly change?: RedlineChange
}

/** A remark on a block, with the place that it speaks of. */
export interface RedlineNote {
  readonly words: string
  readonly anchor?: string
}

/** A change as the lists name it. */
export interface RedlineChange {
  /** From 1, in the order of the text. */
  readonly number: number
  readonly kind: ChangeKind
  readonly materiality: 'substantive' | 'editorial'
  /** The kind in words: `Moved and reworded`. */
  readonly title: string
  /** Label and title of the clause, or the beginning of its text. */
  readonly place: string
  /** Sections that it stands in, outermost first. */
  readonly context: readonly string[]
  /** Where it came from or went, in words. */
  readonly notes: readonly string[]
  /** What it does in substance, in words. */
  readonly effects: readonly string[]
  readonly anchor: string
  readonly previous?: string
  readonly next?: string
  /** It is nothing but words that were exchanged all over the text; see {@link RedlineView.replacements}. */
  readonly isReplacement: boolean
}

/** A version as a redline names it. */
export interface RedlineSide {
  readonly title: string
  /** Version, or what the caller called the text. */
  readonly name?: string
  /** First 12 digits of the SHA-256 of the source. */
  readonly shortHash?: string
}

/** All that a renderer of a redline sees. */
export interface RedlineView extends PageView {
  readonly type: 'redline'
  /** Title of the agreement. */
  readonly agreement: string
  readonly from: RedlineSide
  readonly to: RedlineSide
  /** Numbers of changes in words, the weightiest first; empty where the versions say the same. */
  readonly summary: readonly string[]
  /** Changes by clause in the order of the new version, renumberings left out. */
  readonly changes: readonly RedlineChange[]
  /** Kinds that the changes have, in words. */
  readonly kinds: readonly {readonly id: ChangeKind; readonly words: string}[]
  readonly substantive: readonly RedlineChange[]
  readonly editorial: readonly RedlineChange[]
  /** Clauses that have another number and are otherwise the same, as ranges in words. */
  readonly renumbered: readonly RedlineNote[]
  /** Words that were exchanged for others all over the text, in words. */
  readonly replacements: readonly string[]
  /** What a lawyer should look at: references that did not follow. */
  readonly warnings: readonly RedlineNote[]
  readonly blocks: readonly RedlineBlock[]
}
