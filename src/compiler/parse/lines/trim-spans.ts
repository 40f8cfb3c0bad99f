import {type Span, sliceSpans, spansText} from '../../clause-tree/index.ts'

/** Takes white space, zero-width characters included, from both ends. */
export function trimSpans(spans: readonly Span[]): readonly Span[] {
  const text = spansText(spans)
  const start = /^[\s\u200b]*/.exec(text)?.[0].length ?? 0
  if (start === text.length) return spans.filter((span) => span.image !== undefined)
  let end = text.length
  while (/[\s\u200b]/.test(text.charAt(end - 1))) end -= 1
  return start === 0 && end === text.length ? spans : sliceSpans(spans, start, end)
}
