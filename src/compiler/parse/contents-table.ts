import {spansText} from '../clause-tree/index.ts'
import type {Line} from './line.ts'
import {isTitleLike} from './title-like.ts'

/** A table of contents as a range of lines; empty where there is none. */
export interface ContentsRange {
  readonly from: number
  readonly to: number
}

/** Finds a table of contents: named so, made of links to headings, or short lines that come again further down. */
export function contentsTable(lines: readonly Line[]): ContentsRange {
  return namedContents(lines) ?? repeatedLines(lines) ?? {from: 0, to: 0}
}

function namedContents(lines: readonly Line[]): ContentsRange | undefined {
  const from = lines.slice(0, 80).findIndex((line) => CONTENTS_NAME.test(spansText(line.spans).trim()))
  const name = lines[from]
  if (!name) return undefined
  let to = from + 1
  for (let line = lines[to]; line !== undefined; to += 1, line = lines[to]) {
    if (line.headingDepth !== undefined && (name.headingDepth === undefined || line.headingDepth <= name.headingDepth)) break
    if (line.block || (!isTitleLike(spansText(line.spans)) && !isLink(line))) break
    if (line.headingDepth === undefined && !isLink(line) && !comesAgain(line, lines, to)) break
  }
  return to > from + 1 ? {from, to} : undefined
}

/** At least four neighbouring short lines, most of which come again below: the contents of the document, without a name. */
function repeatedLines(lines: readonly Line[]): ContentsRange | undefined {
  const limit = Math.min(lines.length, 150)
  const keys = lines.map((line) => (line.block ? '' : key(line)))
  const later = new Map<string, number>()
  keys.forEach((text, index) => {
    if (text !== '') later.set(text, index)
  })
  const isEntry = (index: number) => {
    const text = keys[index] ?? ''
    const line = lines[index]
    return (
      line !== undefined &&
      line.headingDepth === undefined &&
      text !== '' &&
      text.length < 120 &&
      ((later.get(text) ?? -1) > index || isAnchorLink(line))
    )
  }
  for (let from = 0; from < limit; from += 1) {
    if (!isEntry(from)) continue
    let to = from + 1
    let misses = 0
    for (let index = from + 1; index < lines.length && misses <= 2; index += 1) {
      const line = lines[index]
      if (!line || line.headingDepth !== undefined || line.block || !isTitleLike(spansText(line.spans))) break
      if (isEntry(index)) {
        to = index + 1
        misses = 0
      } else {
        misses += 1
      }
    }
    const entries = Array.from({length: to - from}, (_, offset) => isEntry(from + offset)).filter(Boolean).length
    if (entries >= 4 && entries * 10 >= (to - from) * 7) return {from, to}
  }
  return undefined
}

function comesAgain(line: Line, lines: readonly Line[], index: number): boolean {
  const text = key(line)
  return lines.slice(index + 1).some((other) => key(other) === text)
}

function key(line: Line): string {
  return spansText(line.spans)
    .replace(/[\s.…·]*\d*$/, '')
    .replace(/[\s:：]/g, '')
    .toLowerCase()
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

const CONTENTS_NAME =
  /^(?:目\s*录|文档目录|contents|table of contents|index|sommaire|table des matières|inhalt|inhaltsverzeichnis|índice)\s*[:：]?$/i
