import {ACCESSIBILITY_RULES} from './accessibility-rules.ts'
import {ARCHIVE_RULES} from './archive-rules.ts'
import {inspectPdf} from './inspected-pdf.ts'

/** What a document breaks of PDF/A-3u and PDF/UA-1, a line each; empty for a conforming one. */
export async function checkPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await inspectPdf(bytes)
  return [...ARCHIVE_RULES, ...ACCESSIBILITY_RULES].flatMap(({clause, summary, violations}) =>
    violations(pdf).map((violation) => `${clause} (${summary}): ${violation}`),
  )
}
