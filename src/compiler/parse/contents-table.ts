import {spansText} from '../clause-tree/index.ts'
import {labelCandidates} from './labels/label-grammar.ts'
import type {Line} from './lines/line.ts'
import {isTitleLike} from './lines/title-like.ts'

/** A table of contents as a range of lines; empty where there is none. */
export interface ContentsRange {
  readonly from: number
  readonly to: number
}

/** Finds a table of contents: named so, made of links to headings, or short lines that come again further down. */
export function contentsTable(lines: readonly Line[]): ContentsRange {
  const keys = lines.map(key)
  const lastPlace = new Map(keys.map((text, index) => [text, index]))
  const comesAgain = (index: number) => keys[index] !== '' && (lastPlace.get(keys[index] ?? '') ?? -1) > index
  const range = namedContents(lines, comesAgain) ?? repeatedLines(lines, comesAgain)
  return range ? {from: range.from, to: endWithStray(lines, keys, range)} : {from: 0, to: 0}
}

function namedContents(lines: readonly Line[], comesAgain: (index: number) => boolean): ContentsRange | undefined {
  const from = lines.slice(0, MAX_START).findIndex((line) => CONTENTS_NAME.test(spansText(line.spans).trim()))
  const name = lines[from]
  if (!name) return undefined
  let to = from + 1
  for (let index = to; index < lines.length && index - to <= MAX_STRAYS; index += 1) {
    const line = lines[index]
    if (!line || (line.headingDepth !== undefined && (name.headingDepth === undefined || line.headingDepth <= name.headingDepth))) break
    const isEntry = isLink(line) || comesAgain(index)
    if (line.block || (!isEntry && !isTitleLike(titleOf(line)))) break
    if (line.headingDepth !== undefined || isEntry) to = index + 1
  }
  return to > from + 1 ? {from, to} : undefined
}

/** At least four neighbouring short lines, most of which come again below: the contents of the document, without a name. */
function repeatedLines(lines: readonly Line[], comesAgain: (index: number) => boolean): ContentsRange | undefined {
  const isEntry = (index: number) => {
    const line = lines[index]
    return line !== undefined && line.headingDepth === undefined && !line.block && (comesAgain(index) || isAnchorLink(line))
  }
  for (let from = 0; from < Math.min(lines.length, MAX_START); from += 1) {
    if (!isEntry(from)) continue
    let to = from + 1
    let entries = 1
    for (let index = to; index - to <= MAX_STRAYS; index += 1) {
      const line = lines[index]
      if (!line || line.headingDepth !== undefined || line.block || (!isEntry(index) && !isTitleLike(titleOf(line)))) break
      if (!isEntry(index)) continue
      to = index + 1
      entries += 1
    }
    if (entries >= 4 && entries * 10 >= (to - from) * 7) return {from, to}
  }
  return undefined
}

/** A numbered title that ends the contents but has no place below, right before the first entry comes again. */
function endWithStray(lines: readonly Line[], keys: readonly string[], {from, to}: ContentsRange): number {
  const stray = lines[to]
  if (!stray || stray.headingDepth !== undefined || stray.block || !isTitleLike(titleOf(stray))) return to
  const isLabelled = stray.marker !== undefined || labelCandidates(stray.spans, {isHeading: false}).length > 0
  return isLabelled && [keys[from], keys[from + 1]].includes(keys[to + 1] || '-') ? to + 1 : to
}

/** What is equal in an entry and its heading: the text without label, page number and spacing. */
function key(line: Line): string {
  return titleOf(line)
    .replace(/[\s.…·]*\d*$/, '')
    .replace(/[\s:：]/g, '')
    .toLowerCase()
}

/** Text without label; empty where it is too long for a title or a sentence. */
function titleOf(line: Line): string {
  const text = line.block ? '' : spansText(line.spans)
  return text.length > 120 || /[。；;！？!?]\s*$/.test(text) ? '' : text.slice(labelCandidates(line.spans, {isHeading: true})[0]?.end ?? 0)
}

function isLink(line: Line): boolean {
  return (
    line.spans.length > 0 &&
    line.spans.every((span) => span.link !== undefined || span.value.trim() === '' || /^[\d.\s、)）-]+$/.test(span.value))
  )
}

function isAnchorLink(line: Line): boolean {
  return isLink(line) && line.spans.every((span) => span.link === undefined || span.link.url.startsWith('#'))
}

/** A table of contents begins within so many lines. */
const MAX_START = 150

/** Lines of a table of contents that may be missing below, in a row. */
const MAX_STRAYS = 2

const CONTENTS_NAME =
  /^(?:目\s*录|文档目录|本页内容|contents|on this page|table of contents|index|sommaire|table des matières|inhalt|inhaltsverzeichnis|inhaltsübersicht|índice)\s*[:：]?$/i
