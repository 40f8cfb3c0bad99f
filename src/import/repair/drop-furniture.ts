import {readLabels} from '../../compiler/index.ts'
import type {DroppedText, DropReason} from '../import-report.ts'
import type {TextLine} from './text-line.ts'

/** Lines of the text proper, and the headers, footers and numbers of pages that stood among them. */
export interface WithoutFurniture {
  readonly lines: readonly TextLine[]
  readonly dropped: readonly DroppedText[]
}

/** Drops page numbers, and lines that come again at the edges of pages with at most their numbers changed. Link targets printed at a page end go, too. */
export function dropFurniture(lines: readonly TextLine[]): WithoutFurniture {
  const reasons = new Map<TextLine, DropReason>()
  const pages = pagesOf(lines)
  const numbers = pageNumbers(lines, pages)
  for (const line of numbers) reasons.set(line, 'page-number')
  for (const [line, reason] of repeatedEdges(pages, reasons)) reasons.set(line, reason)
  if (lines.every(({size}) => size === undefined)) for (const line of repeatedAmidText(lines, reasons)) reasons.set(line, 'page-footer')
  for (const line of lines) if (BARE_ADDRESS.test(line.text)) reasons.set(line, 'link-target')
  const kept: TextLine[] = []
  let isPageStart = false
  let gap = 0
  for (const line of lines) {
    isPageStart ||= line.isPageStart
    if (reasons.has(line)) {
      gap = Math.max(gap, line.gap)
      isPageStart ||= reasons.get(line) !== 'link-target'
      continue
    }
    kept.push({...line, isPageStart, gap: Math.max(gap, line.gap)})
    isPageStart = false
    gap = 0
  }
  return {
    lines: kept,
    dropped: lines.flatMap((line) => {
      const reason = reasons.get(line)
      return reason === undefined ? [] : [{reason, text: line.text, line: line.line}]
    }),
  }
}

function pagesOf(lines: readonly TextLine[]): TextLine[][] {
  const pages: TextLine[][] = []
  for (const line of lines) {
    const last = pages.at(-1)
    if (last && last[0]?.page === line.page) last.push(line)
    else pages.push([line])
  }
  return pages
}

/** `3`, `- 3 -`, `第 3 页 共 9 页`, `Page 3 of 9`, `3 / 9` where such lines count up, one a page or in the whole text. */
function pageNumbers(lines: readonly TextLine[], pages: readonly (readonly TextLine[])[]): TextLine[] {
  const isPaged = pages.length > 1
  const found = lines.flatMap((line) => {
    const match = PAGE_NUMBER.exec(line.text)
    return match ? [{line, number: Number(match.slice(1).find((group) => group !== undefined)), isNamed: !/^\d+$/.test(line.text)}] : []
  })
  return found
    .filter(({line, number, isNamed}, index) => {
      const page = pages.find((candidate) => candidate[0]?.page === line.page) ?? []
      const place = page.indexOf(line)
      const isEdge = isPaged && (place < EDGE || place >= page.length - EDGE)
      const before = found[index - 1]
      const after = found[index + 1]
      const counts = (before !== undefined && number - before.number === 1) || (after !== undefined && after.number - number === 1)
      return isNamed
        ? counts || isEdge || found.length === 1
        : counts && (isEdge || (!isPaged && isSpread(found.map((one) => one.line.line))))
    })
    .map(({line}) => line)
}

/** Bare numbers far apart in the text are page numbers; close together they are cells or labels of a list. */
function isSpread(numbers: readonly number[]): boolean {
  const gaps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0))
  return gaps.length > 0 && gaps.every((gap) => gap >= 12)
}

function repeatedEdges(pages: readonly (readonly TextLine[])[], known: ReadonlyMap<TextLine, DropReason>): [TextLine, DropReason][] {
  const found: [TextLine, DropReason][] = []
  if (pages.length < 2) return found
  for (const [from, reason] of [
    [0, 'page-header'],
    [-EDGE, 'page-footer'],
  ] as const) {
    const places = new Map<string, TextLine[]>()
    for (const page of pages) {
      const rest = page.filter((line) => !known.has(line))
      const edge = from === 0 ? rest.slice(0, EDGE) : rest.slice(Math.max(from, -rest.length))
      for (const line of edge) {
        const key = keyOf(line.text)
        const lines = places.get(key)
        if (!lines) places.set(key, [line])
        else if (lines.at(-1)?.page !== line.page) lines.push(line)
      }
    }
    for (const lines of places.values()) {
      const isMost = lines.length * 2 > pages.length
      if (
        lines.length >= 2 &&
        (isMost || lines.length >= 3) &&
        lines.every((line) => line.text.length <= 120 && !isClause(line.text) && !/^\p{Ll}/u.test(line.text))
      )
        found.push(...lines.filter((line) => (line.size ?? 1) < LARGE).map((line): [TextLine, DropReason] => [line, reason]))
    }
  }
  return found
}

/** Without pages: a line that comes three times or more and stands in the middle of sentences, as no line of the text does. */
function repeatedAmidText(lines: readonly TextLine[], known: ReadonlyMap<TextLine, DropReason>): TextLine[] {
  const places = new Map<string, number[]>()
  lines.forEach((line, index) => {
    if (known.has(line) || line.text.length > 120 || isClause(line.text)) return
    const key = keyOf(line.text)
    const indexes = places.get(key)
    if (indexes) indexes.push(index)
    else places.set(key, [index])
  })
  return [...places.values()].flatMap((indexes) => {
    if (indexes.length < 3 || !isSpread(indexes)) return []
    const interrupts = indexes.filter((index) => {
      const before = lines[index - 1]
      const after = lines[index + 1]
      const isBesideNumber = (before && known.has(before)) || (after && known.has(after))
      return isBesideNumber || (before !== undefined && !TERMINAL.test(before.text) && before.text.length > 20)
    })
    return interrupts.length * 3 >= indexes.length * 2 ? indexes.flatMap((index) => lines[index] ?? []) : []
  })
}

function isClause(text: string): boolean {
  return TERMINAL.test(text) || readLabels(text, {isHeading: false}).some(({rank, values}) => rank !== 'bullet' && values.length > 1)
}

/** What is equal in the furniture of all pages: the text without its numbers and blanks. */
function keyOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s/g, '')
}

/** Letters larger than those of the body are a title, also where headers repeat its words. */
const LARGE = 1.15

/** Lines at the top and at the bottom of a page in which furniture is looked for. */
const EDGE = 3

const PAGE_NUMBER =
  /^(?:[-–—·]?\s*(\d{1,4})\s*[-–—·]?|第\s*(\d{1,4})\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?:page|seite|página|pagina)\s*(\d{1,4})(?:\s*(?:of|von|sur|de|di|\/)\s*\d{1,4})?|(\d{1,4})\s*(?:\/|of|von|sur)\s*\d{1,4})$/i

const TERMINAL = /[。；！？.;!?:：]["”’）)]?$/

/** A whole line that is one address: where extractors print the target of a link. */
const BARE_ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/
