import type {Run} from '../run.ts'

/** A line of a laid-out source: a text file with wrapped lines, or a page of a PDF. Lengths are in em of the body text. */
export interface TextLine {
  /** Without white space at its ends; never empty. */
  readonly runs: readonly Run[]
  readonly text: string
  /** Number of the line in the source, or of the line among all lines of a PDF. */
  readonly line: number
  /** Counted from 1; 1 for all where the source has no pages. */
  readonly page: number
  readonly isPageStart: boolean
  /** Where the text begins and ends. */
  readonly left: number
  readonly right: number
  /** Space above the line in lines of text; 0 directly below the line before. */
  readonly gap: number
  /** Font size ÷ that of the body text; known for PDF only. */
  readonly size?: number
}
