import {labelCandidates} from './label-grammar.ts'
import type {LabelRow} from './label-rows.ts'

/** A way to read the first characters of a plain line as a label; which one holds, only its neighbours tell. */
export interface LabelReading {
  /** As written. */
  readonly text: string
  /** Labels of one style form one sequence. */
  readonly style: string
  /** Values from outer to inner: `4.3` is `[4, 3]`. */
  readonly values: readonly number[]
  /** Place in the hierarchy that the shape itself claims. */
  readonly rank: LabelRow['rank']
  /** What the label grammar asks before it believes such a label at value one. */
  readonly proof: LabelRow['proof']
}

/** All readings of the beginning of a plain line as a label, by the grammar of the parser. */
export function readLabels(line: string, site: {readonly isHeading: boolean}): readonly LabelReading[] {
  const start = {line: 1, column: 1, offset: 0}
  const span = {value: line.slice(0, 120), marks: [], position: {start, end: start}}
  return labelCandidates([span], site).map(({text, style, values, row}) => ({text, style, values, rank: row.rank, proof: row.proof}))
}
