import type {ListItem} from 'mdast'
import type {Position} from 'unist'
import type {ClauseKind, Mark, Preformatted, Span, Table} from '../../clause-tree/index.ts'
import type {LabelCandidate} from '../labels/label-grammar.ts'
import type {Line} from '../lines/line.ts'
import type {LabelSequence} from './label-sequence.ts'

/** A clause while the outline is being built; becomes a `Clause` when kinds and paths are known. */
export interface OutlineNode {
  readonly line?: Line
  parent: OutlineNode | undefined
  readonly children: OutlineNode[]
  label?: NodeLabel
  /** Level for nesting: of the Markdown heading, or {@link BOLD_DEPTH} for a bold line set as one; absent for text. */
  readonly headingDepth?: number
  /** Title apart from the own text. */
  headingSpans: readonly Span[]
  /** Own text. */
  spans: readonly Span[]
  block?: Table | Preformatted
  /** Own text that is still growing line by line; the same as `spans` or `headingSpans`. */
  wrapped?: Span[]
  /** A labelled line, wholly bold and short: a heading if something stands under it. */
  readonly boldTitle: boolean
  /** An unmarked labelled line that titles what follows. */
  readonly isTitleLine: boolean
  /** The next number of its sequence follows further down. */
  readonly isContinued: boolean
  /** Its sequence began after an unlabelled text that ends in a colon. */
  readonly followsLeadIn: boolean
  /** Numbers that decimal labels of children repeat, outermost first. */
  readonly number?: readonly string[]
  /** Last child of each label style: the sequences that can go on here. */
  lastOfStyle?: Map<string, OutlineNode>
  /** An unlabelled text whose unmarked members stand below it. */
  isLeadIn?: boolean
  kind?: ClauseKind
  position: Position
}

/** The label of a node and where it stands. */
export interface NodeLabel {
  readonly candidate: LabelCandidate
  readonly origin: 'typed' | 'list'
  readonly marks: readonly Mark[]
  readonly position: Position
}

/** Where the outline stands: the line to be added and what was added before it. */
export interface Cursor {
  readonly index: number
  readonly sequence: LabelSequence
  /** First node of each Markdown list item. */
  readonly items: Map<ListItem, OutlineNode>
  /** Last value of each style, in the whole text. */
  readonly lastValues: Map<string, number>
  /** Last node in reading order. */
  readonly current: OutlineNode
  /** The line titles a division though it is not marked. */
  readonly isTitleLine: boolean
  /** The line stands before the first division. */
  readonly isPreamble: boolean
  readonly next: Line | undefined
}

/** Nesting level of a bold line that is set as a heading: below every Markdown heading. */
export const BOLD_DEPTH = 7

/** Whether a node is text without label and heading. */
export function isPlainText(node: OutlineNode): boolean {
  return node.label === undefined && node.headingDepth === undefined
}

/** Whether the own text ends like a lead-in. */
export function endsWithColon(node: OutlineNode): boolean {
  const last = node.spans.findLast((span) => span.value.trim() !== '')
  return last !== undefined && /[:：]\s*$/.test(last.value)
}
