import {type Span, spansText} from '../../clause-tree/index.ts'

/** Whether a text could be a title: short, no sentence, no list in the making. */
export function isTitleLike(text: string): boolean {
  const title = text.trim().replace(/[:：]$|(?<=^[^\p{Ll}]{3,})\.$/u, '')
  if (title === '' || /[。；;，,.．!！…]$/.test(title.replace(/\b(?:etc|Inc|Ltd|Co|Corp|No|e\.V)\.$/, ''))) return false
  if (/[。；！]|[.!?;]\s/.test(title.replace(/\b(?:[A-Z]|Nr|No|Abs|Art|vs|Inc|Ltd|St|Dr|z\.B|e\.g|i\.e)\.\s/g, ''))) return false
  const han = title.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0
  if (han > title.length / 4) return title.length <= 36 && (title.match(/，/g)?.length ?? 0) === 0
  return title.length <= 110 && title.split(/\s+/).length <= 14 && /^[^a-zß-ÿ]/u.test(title.replace(/^[«„“"'(‘]+/, ''))
}

/** Whether all text is bold, white space and punctuation left out. */
export function isWhollyBold(spans: readonly Span[]): boolean {
  return (
    spans.some((span) => span.marks.includes('bold')) &&
    spans.every((span) => span.marks.includes('bold') || !/[\p{L}\p{N}]/u.test(span.value))
  )
}

/** Whether a labelled or plain line reads as a bold title. */
export function isBoldTitle(spans: readonly Span[]): boolean {
  return isWhollyBold(spans) && isTitleLike(spansText(spans))
}
