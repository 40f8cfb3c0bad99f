import type {Align} from '../clause-tree/index.ts'
import type {SpanView} from './agreement-view.ts'
import type {PageView} from './page-view.ts'
import type {RedlineOp} from './redline-view.ts'

/** All that a renderer of a notice of changes sees. */
export interface NoticeView extends PageView {
  readonly type: 'notice'
  /** Title of the agreement. */
  readonly agreement: string
  readonly provider?: string
  readonly lead: string
  /** What, when, who, what to do. */
  readonly glance: readonly {readonly term: string; readonly words: string}[]
  /** Changes by whom they favour, those against the reader first; empty groups are left out. */
  readonly groups: readonly NoticeGroupView[]
  /** What the reader may do, and what happens if they do nothing. */
  readonly sections: readonly NoticeSectionView[]
  readonly date: NoticeDateView
  /** Texts, history, contact, fingerprints. */
  readonly appendix: readonly NoticeSectionView[]
  /** At most 140 characters. */
  readonly shortText: string
}

/** Changes that belong together. */
export interface NoticeGroupView {
  readonly id: 'against-you' | 'open' | 'for-you' | 'neutral' | 'editorial'
  readonly title: string
  readonly changes: readonly NoticeChangeView[]
}

/** A change with both texts. */
export interface NoticeChangeView {
  /** Fragment identifier, unique on the page. */
  readonly anchor: string
  /** Clause, its title, and the kind of change. */
  readonly title: string
  /** How a lawyer calls the clause. */
  readonly place: string
  /** Title of the clause or of the section around it. */
  readonly heading?: string
  /** The kind of change in words. */
  readonly kind: string
  readonly reason: string
  readonly notes: readonly string[]
  readonly old: NoticeTextView
  readonly now: NoticeTextView
}

/** The text of one version; what the other version lacks is an insertion or a deletion. */
export interface NoticeTextView {
  readonly title: string
  readonly lines: readonly NoticeLineView[]
  /** Said where this version has no text. */
  readonly absent?: string
}

/** A line of one version: text or a table. */
export interface NoticeLineView {
  readonly runs: readonly NoticeRunView[]
  /** Rows of a table, the head first; empty for text. */
  readonly rows: readonly {readonly cells: readonly {readonly align?: Align; readonly runs: readonly NoticeRunView[]}[]}[]
}

/** Words that both versions have, or only this one. */
export interface NoticeRunView {
  readonly op: RedlineOp
  readonly spans: readonly SpanView[]
}

/** A part of the notice. */
export interface NoticeSectionView {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly items: readonly {readonly words: string; readonly href?: string}[]
}

/** Why the change takes effect on its day, rule by rule. */
export interface NoticeDateView {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly columns: {readonly rule: string; readonly result: string; readonly computation: string}
  readonly rules: readonly {
    readonly basis: string
    readonly verdict: string
    readonly result: string
    readonly explanation: string
    readonly override?: string
  }[]
}
