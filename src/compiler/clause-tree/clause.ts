import type {Position} from 'unist'
import type {Body} from './body.ts'
import type {Heading} from './heading.ts'
import type {Label} from './label.ts'

/**
 * What a clause is, by its place and its label.
 *
 * - `preamble`: text between the title and the first section
 * - `part`: a division above the sections
 * - `section`: a chapter heading, `§`, `第一条`, `一、`
 * - `clause`: the first labelled level below a section, whatever its form, and decimal labels below it
 * - `item`: deeper members and all bullets
 * - `paragraph`: text without a label inside a section or clause
 * - `table`: a table or a block that must keep its line ends
 * - `colophon`: text after the last section
 */
export type ClauseKind = 'preamble' | 'part' | 'section' | 'clause' | 'item' | 'paragraph' | 'table' | 'colophon'

/** A unit of an agreement that can be cited, changed and notified on its own. */
export interface Clause {
  readonly type: 'clause'
  readonly kind: ClauseKind
  /** Address from the labels, unique within one agreement: `4.3.2`, `6.p1`, `0.p1`, `colophon.p1`. Not an identity: it moves with the numbering. */
  readonly path: string
  /** Number, letter or bullet as its author wrote it; absent where there is none. */
  readonly label?: Label
  /** Title of the clause; for a run-in title these are the first words of `body`. */
  readonly heading?: Heading
  /** Own text after the label, children left out; absent for a section that is only a heading. */
  readonly body?: Body
  readonly children: readonly Clause[]
  /** From the label or the first character to the end of heading and own text; children left out. */
  readonly position: Position
}
