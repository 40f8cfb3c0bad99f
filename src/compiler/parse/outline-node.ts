import type {Position} from 'unist'
import type {ClauseKind, Mark, Preformatted, Span, Table} from '../clause-tree/index.ts'
import type {LabelCandidate} from './label-grammar.ts'
import type {Line} from './line.ts'

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
  /** A labelled line, wholly bold and short: a heading if something stands under it. */
  readonly boldTitle: boolean
  /** Names that decimal labels of children repeat, outermost first. */
  readonly number?: readonly string[]
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

/** Nesting level of a bold line that is set as a heading: below every Markdown heading. */
export const BOLD_DEPTH = 7

/** Whether a node is text without label and heading. */
export function isPlainText(node: OutlineNode): boolean {
  return node.label === undefined && node.headingDepth === undefined
}
