import {type Span, sliceSpans, spansText} from '../../clause-tree/index.ts'
import {isTitleLike} from '../lines/title-like.ts'

/** First words of a text that serve as its title: bold before other text, or a short term before the first colon. */
export function runInTitle(spans: readonly Span[]): readonly Span[] | undefined {
  return boldRunIn(spans) ?? colonRunIn(spans)
}

/** Whether a text opens with a bold title of its own. */
export function boldRunIn(spans: readonly Span[]): readonly Span[] | undefined {
  let length = 0
  for (const span of spans) {
    if (!span.marks.includes('bold') || span.marks.includes('underline')) break
    length += span.value.length
  }
  const text = spansText(spans)
  const title = text.slice(0, length)
  const rest = text.slice(length)
  if (title.trim() === '' || rest.trim() === '') return undefined
  const isClosed = /[:：.。]\s*$/.test(title) || /^\s*[:：.。—–-]/.test(rest)
  const isCapitalized = isTitleLike(title) && /^\s*\p{Lu}/u.test(rest) && /[^\p{Lu}\P{L}]/u.test(title)
  if (!(isClosed || isCapitalized) || /[。；;！!]./.test(title) || title.length > (/\p{Script=Han}/u.test(title) ? 30 : 120))
    return undefined
  return trimEnd(spans, title)
}

function colonRunIn(spans: readonly Span[]): readonly Span[] | undefined {
  const match = /^[^，。；;：:！？!?、“”"]{1,40}?(?=[：:]\s*\S)/u.exec(spansText(spans))
  const title = match?.[0]
  if (!title || /https?$|^\d+$/.test(title)) return undefined
  if (!/\p{Script=Han}/u.test(title) && title.split(/\s+/).length > 6) return undefined
  return trimEnd(spans, title)
}

function trimEnd(spans: readonly Span[], title: string): readonly Span[] {
  return sliceSpans(spans, title.length - title.trimStart().length, title.replace(/[\s:：.。]+$/, '').length)
}
