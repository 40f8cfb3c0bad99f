import type {LabelReading} from '../../compiler/index.ts'
import type {Run} from '../run.ts'

/** Lines that belong together: a paragraph, a heading, a row of a table. */
export interface TextBlock {
  readonly runs: readonly Run[]
  readonly text: string
  /** Line of the source on which it begins. */
  readonly line: number
  readonly page: number
  /** How its first characters can be read as a label. */
  readonly labels: readonly LabelReading[]
  /** Set in one line with room for more. */
  readonly isShort: boolean
  /** Its last line is full and ends in the middle of a sentence: the paragraph may go on elsewhere. */
  readonly isOpen: boolean
  /** Its end was cut off by the end of a page, and put back. */
  readonly isRejoined?: true
  /** Where in the text lines were joined that may be two paragraphs. */
  readonly seams: readonly number[]
  /** Font size ÷ that of the body text; known for PDF only. */
  readonly size?: number
  /** Stands right after a blank or the start of a page. */
  readonly gap: number
}
