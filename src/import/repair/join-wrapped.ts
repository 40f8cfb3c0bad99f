import type {DroppedText, Repair} from '../import-report.ts'
import {type Run, runsText} from '../run.ts'
import {firstToken} from './first-token.ts'
import {textWidth} from './glyph-width.ts'
import {joinHyphenated} from './hyphenation.ts'
import {startsClause} from './line-labels.ts'
import {rightEdge} from './line-measure.ts'
import type {TextBlock} from './text-block.ts'
import type {TextLine} from './text-line.ts'
import {isTitleText} from './title-text.ts'

/** Paragraphs, with an account of what was joined. */
export interface Joined {
  readonly blocks: readonly TextBlock[]
  readonly repairs: readonly Repair[]
  readonly dropped: readonly DroppedText[]
}

/**
 * Joins wrapped lines to paragraphs: a line goes on in the next if the first piece of that had no room on it, whatever it ends with.
 * Labels in sequence, larger gaps and larger letters begin anew; an open bracket or a comma goes on.
 */
export function joinWrapped(lines: readonly TextLine[]): Joined {
  const blocks: TextBlock[] = []
  const repairs: Repair[] = []
  const dropped: DroppedText[] = []
  const edge = rightEdge(lines) ?? pageEdge(lines)
  const begins = startsClause(lines)
  const alone = linesAtPageEnd(lines, edge)
  const usualGap = gapInsideParagraphs(lines, edge)
  const words = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*/g) ?? []))
  let current: TextLine[] = []
  let runs: readonly Run[] = []
  let joined = 0
  let seams: number[] = []
  lines.forEach((line, index) => {
    const last = current.at(-1)
    const verdict = last
      ? goesOn({last, line, text: runsText(runs), edge, usualGap, beginsClause: begins.has(index) || alone.has(index)})
      : 'ends'
    if (last && verdict !== 'ends') {
      const hyphenated = joinHyphenated(runs, line.runs, words)
      runs = hyphenated.runs
      if (hyphenated.isDropped) dropped.push({reason: 'hyphenation', text: '-', line: last.line})
      if (verdict === 'perhaps') {
        seams.push(runsText(runs).length - line.text.length)
        repairs.push({
          rule: 'join-lines',
          confidence: 'likely',
          message: `Joined with the line after \`${tail(last.text)}\`: a full line that ends a sentence`,
          line: line.line,
        })
      }
      joined += 1
      current.push(line)
      return
    }
    close()
    current = [line]
    runs = line.runs
    seams = []
  })
  close()
  if (joined > 0) repairs.unshift({rule: 'join-lines', confidence: 'certain', message: `Joined ${joined} wrapped lines`})
  return {blocks, repairs, dropped}

  function close(): void {
    const [first] = current
    const last = current.at(-1)
    if (!first || !last) return
    const text = runsText(runs)
    blocks.push({
      runs,
      text,
      line: first.line,
      page: first.page,
      labels: begins.read(text),
      isShort: current.length === 1 && (edge === undefined ? text.length < 60 : first.right < edge * 0.8 && text.length < 120),
      isOpen: edge !== undefined && last.right >= edge * 0.85 && !TERMINAL.test(last.text),
      seams,
      gap: first.isPageStart ? Math.max(first.gap, 1) : first.gap,
      ...(first.size === undefined ? {} : {size: first.size}),
    })
  }
}

/** Right edge of the pages of a short PDF: its longest line, if that is as long as lines of a page are. */
function pageEdge(lines: readonly TextLine[]): number | undefined {
  const text = lines.filter(({size}) => size !== undefined && Math.abs(size - 1) < 0.03)
  const longest = Math.max(0, ...text.map(({right}) => right))
  return longest >= PAGE_LINE ? longest : undefined
}

/** Em: a shorter line need not be a full one. */
const PAGE_LINE = 30

/** Lines that end their page short and without a stop: no paragraph ends or wraps so, but headings that were gathered there do. */
function linesAtPageEnd(lines: readonly TextLine[], edge: number | undefined): ReadonlySet<number> {
  const alone = new Set<number>()
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const [line, next] = [lines[index], lines[index + 1]]
    const isLast = next === undefined || next.isPageStart || alone.has(index + 1)
    if (line && edge !== undefined && isLast && !line.isPageStart && line.right < edge * 0.8 && isTitleText(line.text)) alone.add(index)
  }
  return alone
}

interface Seam {
  readonly last: TextLine
  readonly line: TextLine
  /** The paragraph so far. */
  readonly text: string
  readonly edge: number | undefined
  readonly usualGap: number
  readonly beginsClause: boolean
}

function goesOn({last, line, text, edge, usualGap, beginsClause}: Seam): 'joins' | 'perhaps' | 'ends' {
  if (beginsClause || isRow(last) || isRow(line)) return 'ends'
  if (last.size !== undefined && line.size !== undefined && Math.abs(last.size - line.size) > 0.12) return 'ends'
  if (!line.isPageStart && line.gap > usualGap + 0.3) return 'ends'
  const isUnclosed = hasOpenBracket(text)
  if (edge === undefined) return MID_SENTENCE.test(last.text) && line.gap === 0 && !line.isPageStart ? 'joins' : 'ends'
  const tolerance = edge * (/[\u2e80-\u9fff]/.test(last.text) ? 0.025 : 0.05)
  const isFull = last.right + textWidth(firstToken(line.text)) > edge - tolerance
  if (MID_SENTENCE.test(last.text) && (isFull || last.right > edge * 0.6)) return 'joins'
  if (isUnclosed && last.right > edge * 0.6) return 'joins'
  const isFinished = TERMINAL.test(last.text)
  if (!isFinished && /^[a-zß-ÿ]/.test(line.text) && last.right > edge * 0.6) return 'joins'
  if (!isFull) return !isFinished && last.right > edge * 0.86 && !/^[A-Z]/.test(line.text) ? 'joins' : 'ends'
  if (!isFinished) return 'joins'
  if (/[:：]$/.test(last.text)) return 'ends'
  if (line.left > last.left + 0.9 && line.left > 1) return 'ends'
  if (!line.isPageStart && line.gap > usualGap + 0.15) return 'ends'
  return 'perhaps'
}

/** A row of a table on the page of a PDF. */
function isRow({text, size}: TextLine): boolean {
  return size !== undefined && text.includes('\t')
}

/** A line that ends so is not the end of a sentence. */
const MID_SENTENCE = /(?:[，、,（(《“‘]|[a-zà-ÿ]-)$/
const TERMINAL = /[。；！？.;!?:：]["”’）)]?$/

function hasOpenBracket(text: string): boolean {
  const recent = text.slice(-200)
  const open = (recent.match(/[（(《“「【]/g) ?? []).length
  const closed = (recent.match(/[）)》”」】]/g) ?? []).length - (/^.{0,4}[)）]/.test(text) && !/^[(（]/.test(text) ? 1 : 0)
  return open > closed && /[（(《“「【][^）)》”」】]*$/.test(recent)
}

/** The gap, in lines, between lines that surely belong to one sentence; some extractors put a blank line after every line. */
function gapInsideParagraphs(lines: readonly TextLine[], edge: number | undefined): number {
  const gaps = lines.flatMap((line, index) => {
    const last = lines[index - 1]
    const isInside = last && !line.isPageStart && edge !== undefined && last.right > edge * 0.9 && !TERMINAL.test(last.text)
    return isInside ? [line.gap] : []
  })
  return [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.6)] ?? 0
}

function tail(text: string): string {
  return text.length > 16 ? `…${text.slice(-16)}` : text
}
