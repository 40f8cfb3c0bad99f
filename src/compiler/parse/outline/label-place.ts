import type {LabelCandidate} from '../labels/label-grammar.ts'
import type {LabelSequence} from './label-sequence.ts'
import type {OutlineNode} from './outline-node.ts'

/** A line that may begin with a label, and what surrounds it. */
export interface LabelPlace {
  readonly index: number
  readonly sequence: LabelSequence
  /** The last node in reading order: its ancestors are the open levels. */
  readonly current: OutlineNode
  readonly headingDepth: number | undefined
  /** The label was made by Markdown itself: it needs no proof. */
  readonly fromList: boolean
  readonly itemDepth: number
  /** The only item of its Markdown list, or no item. */
  readonly isAlone: boolean
  /** Last value of each style, in the whole text. */
  readonly lastValues: ReadonlyMap<string, number>
  /** Begins after a mere line end, where wrapped text can look like a label. */
  readonly isSoft: boolean
  /** Could be a title. */
  readonly isTitle: boolean
  /** Is one: bold, or an unmarked line that titles a division. */
  readonly isTitleLine: boolean
}

/** Where a label puts its line. */
export interface Placement {
  readonly candidate: LabelCandidate
  readonly parent: OutlineNode
}

/** A placement and how well it is supported; the best one of a line's readings holds. */
export interface ScoredPlacement extends Placement {
  /** From 10 for a bullet to 110 for the next decimal of an open sequence. */
  readonly score: number
}

/** Most numbers that may be missing between two labels of one sequence. */
export const MAX_GAP = 4

/** Whether the label's next one follows further down. */
export function hasSuccessor(candidate: LabelCandidate, place: LabelPlace): boolean {
  const values = [...candidate.values]
  values[values.length - 1] = Math.floor(values.at(-1) ?? 0) + 1
  return place.sequence.hasLater(place.index, candidate.style, values)
}
