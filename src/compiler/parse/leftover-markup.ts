import {type Agreement, bodySpans, flattenClauses, positionInSpans, spansText} from '../clause-tree/index.ts'
import type {Diagnostic} from '../diagnostic/index.ts'

/** Finds `**` and `__` that stayed text: what their author meant to be bold is not. */
export function leftoverMarkup(agreement: Agreement): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const clause of flattenClauses(agreement)) {
    const runs = [...bodySpans(clause.body), ...(clause.heading && clause.heading.style !== 'run-in' ? [clause.heading.spans] : [])]
    for (const spans of runs) {
      const text = spansText(spans)
      if (!text.includes('**') && !text.includes('__')) continue
      for (const match of [...text.matchAll(/\*{2,3}|(?<![\w_])__(?!_)|(?<!_)__(?![\w_])/g)].slice(0, MAX_FINDINGS)) {
        const position = positionInSpans(spans, match.index, match.index + match[0].length)
        const mate = mateOf(text, match.index, match[0].length)
        diagnostics.push({
          ruleId: 'emphasis-unmatched',
          severity: 'error',
          message: `Unexpected \`${match[0]}\` that marks nothing, expected its mate ${mate}`,
          path: clause.path,
          ...(position ? {position} : {}),
          actual: match[0],
        })
      }
    }
  }
  return diagnostics
}

/** Where the missing half probably belongs: opening marks end with the sentence, closing marks begin with it. */
function mateOf(text: string, at: number, length: number): string {
  const isOpening = at === 0 || /[\s\p{P}]/u.test(text.charAt(at - 1))
  const rest = text.slice(at + length)
  if (isOpening && rest.trim() !== '') {
    const end = /[。！？!?]|\.(?=\s|$)/.exec(rest)
    return end ? `after “${rest.slice(Math.max(0, end.index - 8), end.index + 1)}”` : 'at the end of the clause'
  }
  const start = Math.max(text.lastIndexOf('。', at - 2), text.lastIndexOf('. ', at - 2)) + 1
  return `before “${text.slice(start, start + 8).trim()}”`
}

/** More in one clause say nothing new. */
const MAX_FINDINGS = 20
