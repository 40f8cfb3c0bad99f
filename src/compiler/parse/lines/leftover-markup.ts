import {type Agreement, bodySpans, type Clause, flattenClauses, positionInSpans, type Span, spansText} from '../../clause-tree/index.ts'
import type {Diagnostic} from '../../diagnostic/index.ts'

/** Finds `**` and `__` that stayed text: what their author meant to be bold is not. Escaped signs and code are meant to be text. */
export function leftoverMarkup(agreement: Agreement): Diagnostic[] {
  const titles = agreement.titles.flatMap(({spans}) => findings(spans, undefined))
  return [...titles, ...[...agreement.frontMatter, ...flattenClauses(agreement)].flatMap(clauseFindings)]
}

function clauseFindings(clause: Clause): Diagnostic[] {
  const {heading, body, path} = clause
  const isApart = heading && heading.style !== 'run-in' && !(heading.style === 'plain' && body)
  return [...(isApart ? [heading.spans] : []), ...bodySpans(body)].flatMap((spans) => findings(spans, path))
}

function findings(spans: readonly Span[], path: string | undefined): Diagnostic[] {
  const text = spansText(spans)
  if (!text.includes('**') && !text.includes('__')) return []
  const diagnostics: Diagnostic[] = []
  for (const {index, 0: sign} of text.matchAll(LEFTOVER)) {
    const position = positionInSpans(spans, index, index + sign.length)
    if (!position || !isMarkup(spans, index, sign.length)) continue
    const mate = mateOf(text, index, sign.length)
    const there = positionInSpans(spans, Math.min(mate.at, text.length - 1), Math.min(mate.at + 1, text.length))
    const point = there && (mate.at >= text.length ? there.end : there.start)
    diagnostics.push({
      ruleId: 'emphasis-unmatched',
      severity: 'error',
      message: `Unexpected \`${sign}\` that marks nothing, expected its mate ${mate.words}`,
      ...(path === undefined ? {} : {path}),
      position,
      actual: sign,
      ...(point
        ? {
            related: [
              {message: 'Its mate probably belongs here', ...(path === undefined ? {} : {path}), position: {start: point, end: point}},
            ],
          }
        : {}),
    })
    if (diagnostics.length === MAX_FINDINGS) break
  }
  return diagnostics
}

/** Neither code nor escaped: the signs stand side by side in the source as they do in the text. */
function isMarkup(spans: readonly Span[], at: number, length: number): boolean {
  let from = 0
  for (const span of spans) {
    const to = from + span.value.length
    if (at < to) return at + length <= to && !span.marks.includes('code') && (at > from || !isEscaped(spans, span))
    from = to
  }
  return false
}

/** An escaped sign begins a span of its own, one character after the span before it. */
function isEscaped(spans: readonly Span[], span: Span): boolean {
  const before = spans[spans.indexOf(span) - 1]
  return (
    before !== undefined &&
    (before.position.end.offset ?? 0) + 1 === span.position.start.offset &&
    before.marks.length === span.marks.length
  )
}

/** Where the missing half probably belongs: what an opening sign begins ends with the sentence, what a closing one ends began with it. */
function mateOf(text: string, at: number, length: number): {readonly at: number; readonly words: string} {
  const after = at + length
  if (isOpening(text.charAt(at - 1), text.charAt(after))) {
    const end = /[。！？!?；;]|\.(?=\s|$)/u.exec(text.slice(after))
    if (!end || after + end.index + 1 >= text.length) return {at: text.length, words: 'at the end of the clause'}
    const to = after + end.index + 1
    return {at: to, words: `after “${text.slice(Math.max(after, to - 9), to)}”`}
  }
  const sentence = text.slice(0, at).replace(/[。！？!?；;.\s]+$/u, '')
  const start = Math.max(
    ...['。', '！', '？', '；', '. ', '; '].map((end) => sentence.lastIndexOf(end) + (sentence.includes(end) ? end.length : 1)),
  )
  if (start <= 0) return {at: 0, words: 'at the beginning of the clause'}
  return {at: start, words: `before “${text.slice(start, start + 8).trim()}”`}
}

function isOpening(before: string, after: string): boolean {
  if (after === '' || /[\s，。、；：！？,.;:!?）)”’》」】]/u.test(after)) return false
  return before === '' || /[\s，。、；：！？,.;:!?（(“‘《「【]/u.test(before) || /[\p{L}\p{N}]/u.test(before)
}

const LEFTOVER = /(?<![*\\])\*{2,3}(?!\*)|(?<![\w_])__(?!_)|(?<!_)__(?![\w_])/g

/** More in one text say nothing new. */
const MAX_FINDINGS = 20
