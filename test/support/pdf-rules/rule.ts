import type {InspectedPdf} from './inspected-pdf.ts'

/** A rule of a standard that a document is held to. */
export interface PdfRule {
  /** Standard and clause, such as `PDF/UA-1 7.1`, as the profiles of veraPDF number them. */
  readonly clause: string
  readonly summary: string
  /** What breaks the rule, each as a short text; empty where nothing does. */
  readonly violations: (pdf: InspectedPdf) => readonly string[]
}

/** A violation where a condition does not hold. */
export function unless(condition: boolean, violation: string): string[] {
  return condition ? [] : [violation]
}
