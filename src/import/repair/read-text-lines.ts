import {plainRun} from '../run.ts'
import {textWidth} from './glyph-width.ts'
import type {TextLine} from './text-line.ts'

/** Text → its lines with pages and gaps. Form feeds part pages; where there are none, lone blanks in front of lines do, as some extractors leave them. */
export function readTextLines(text: string): TextLine[] {
  const raw = text.split(/\r\n?|\n/)
  const hasFormFeeds = text.includes('\f')
  const marked = hasFormFeeds ? new Set<number>() : markedPageStarts(raw)
  const lines: TextLine[] = []
  let page = 1
  let gap = 0
  let isPageStart = true
  raw.forEach((content, index) => {
    const feeds = content.split('\f').length - 1
    if (feeds > 0 || (marked.has(index) && lines.length > 0)) {
      page += Math.max(feeds, 1)
      isPageStart = true
    }
    const value = content.replaceAll('\f', '').trim()
    if (value === '') {
      gap += 1
      return
    }
    const indent = marked.has(index) ? 0 : indentOf(content)
    lines.push({
      runs: [plainRun(value)],
      text: value,
      line: index + 1,
      page,
      isPageStart,
      left: indent,
      right: indent + textWidth(value),
      gap,
    })
    gap = 0
    isPageStart = false
  })
  return lines
}

/** Lines with exactly one blank in front, in a text that has no other indentation: where a form feed was turned into a blank. */
function markedPageStarts(raw: readonly string[]): ReadonlySet<number> {
  const filled = raw.filter((line) => line.trim() !== '')
  const starts = raw.flatMap((line, index) => (/^ \S/.test(line) ? [index] : []))
  const isIndented = filled.some((line) => /^(?: {2,}|\t|\u3000)\S/.test(line))
  return new Set(isIndented || starts.length * 8 > filled.length ? [] : starts)
}

function indentOf(line: string): number {
  const blank = /^[\f\s]*/.exec(line)?.[0] ?? ''
  let width = 0
  for (const character of blank) width += character === '\u3000' ? 1 : character === '\t' ? 2 : character === '\f' ? 0 : 0.5
  return width
}
