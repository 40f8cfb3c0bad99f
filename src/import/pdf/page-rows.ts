import type {Mark} from '../../compiler/index.ts'
import {type Run, runsText} from '../run.ts'
import type {Rule} from './page-rules.ts'
import type {PageText, TextPiece} from './read-page-text.ts'

/** Text that stands together on one baseline, in points. */
export interface RowSegment {
  readonly runs: readonly Run[]
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Pieces of a page as segments: neighbours on one baseline joined, wide gaps kept apart; from the top down, left to right. */
export function pageSegments({pieces, rules}: PageText, restore: (text: string) => string): RowSegment[] {
  const filled = pieces.filter(({text}) => text.trim() !== '').map((piece) => ({...piece, text: closedLabel(piece.text)}))
  const rows: TextPiece[][] = []
  for (const piece of [...filled].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.findLast((candidate) => isSameRow(candidate, piece))
    if (row) row.push(piece)
    else rows.push([piece])
  }
  return rows.flatMap((row) =>
    segmentsOf(
      row.sort((a, b) => a.x - b.x),
      pieces,
      rules,
      restore,
    ),
  )
}

/** A narrow letter such as `f` leaves a gap before its bracket that is read as a blank: `f )` is `f)`. */
function closedLabel(text: string): string {
  return text.replace(/^([(（]?[\p{L}\p{N}]{1,4}) +(?=[)）])/u, '$1')
}

/** A raised or lowered piece of smaller size, such as a note mark or an exponent, belongs to the row it overlaps. */
function isSameRow(row: readonly TextPiece[], piece: TextPiece): boolean {
  const first = row[0]
  if (!first) return false
  const size = Math.max(first.size, piece.size)
  const isRaised = Math.min(first.size, piece.size) < size * 0.8
  return Math.abs(first.y - piece.y) <= size * (isRaised ? 0.6 : 0.35)
}

function segmentsOf(
  row: readonly TextPiece[],
  all: readonly TextPiece[],
  rules: readonly Rule[],
  restore: (text: string) => string,
): RowSegment[] {
  const segments: RowSegment[] = []
  let runs: Run[] = []
  let own: TextPiece[] = []
  for (const piece of row) {
    const last = own.at(-1)
    const gap = last ? piece.x - (last.x + last.width) : 0
    if (last && gap > Math.max(last.size, piece.size) * WIDE_GAP) {
      close()
      runs = []
      own = []
    } else if (last && needsBlank(last, piece, gap, all)) runs.push({value: ' ', marks: []})
    runs.push(...marked(piece, rules, restore))
    own.push(piece)
  }
  close()
  return segments

  function close(): void {
    const [first, last] = [own[0], own.at(-1)]
    if (first && last)
      segments.push({runs: bridged(runs), left: first.x, right: last.x + last.width, y: baseline(own), size: usualSize(own)})
  }
}

function baseline(row: readonly TextPiece[]): number {
  const size = usualSize(row)
  return (row.find((piece) => piece.size === size) ?? row[0])?.y ?? 0
}

function usualSize(row: readonly TextPiece[]): number {
  return row.reduce((best, piece) => (piece.text.length * piece.size > best.text.length * best.size ? piece : best)).size
}

function needsBlank(last: TextPiece, piece: TextPiece, gap: number, all: readonly TextPiece[]): boolean {
  if (/\s$/.test(last.text) || /^\s/.test(piece.text)) return false
  if (gap < piece.size * 0.12) return false
  const isWide = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/
  if (isWide.test(last.text.slice(-1)) && isWide.test(piece.text.slice(0, 1))) return gap > piece.size * (piece.isBold ? 0.2 : 0.4)
  return (
    gap > piece.size * 0.18 ||
    all.some(
      (blank) => blank.text.trim() === '' && Math.abs(blank.y - piece.y) < 1 && blank.x >= last.x + last.width - 1 && blank.x <= piece.x,
    )
  )
}

/** A piece as runs, cut where an underline begins or ends. */
function marked(piece: TextPiece, rules: readonly Rule[], restore: (text: string) => string): Run[] {
  const under = rules.filter(
    ({y, left, right}) =>
      y < piece.y + piece.size * 0.05 && y > piece.y - piece.size * 0.3 && right > piece.x + 1 && left < piece.x + piece.width - 1,
  )
  const base: Mark[] = [...(piece.isBold ? (['bold'] as const) : []), ...(piece.isItalic ? (['italic'] as const) : [])]
  const total = weightOf(piece.text)
  const runs: Run[] = []
  let at = 0
  for (const character of piece.text) {
    const middle = piece.x + ((at + weightOf(character) / 2) / (total || 1)) * piece.width
    at += weightOf(character)
    const isUnder = under.some(({left, right}) => middle > left && middle < right)
    const marks: Mark[] = isUnder ? [...base, 'underline'] : base
    const last = runs.at(-1)
    if (last && last.marks.length === marks.length) runs[runs.length - 1] = {...last, value: last.value + character}
    else runs.push({value: character, marks})
  }
  return runs.map((run) => ({...run, value: restore(run.value)}))
}

function weightOf(text: string): number {
  let weight = 0
  for (const character of text) weight += /[\u2e80-\uffef]/.test(character) ? 1 : 0.5
  return weight
}

/** A blank between two runs has the marks that both have. */
function bridged(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    const [before, after] = [runs[index - 1], runs[index + 1]]
    if (run.value !== ' ' || run.marks.length > 0 || !before || !after) return run
    return {...run, marks: before.marks.filter((mark) => after.marks.includes(mark))}
  })
}

/** Plain text of a segment. */
export function segmentText({runs}: RowSegment): string {
  return runsText(runs)
}

/** A gap wider than so many em parts columns. */
const WIDE_GAP = 1.6
