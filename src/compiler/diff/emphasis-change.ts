import {bodySpans, type Clause, type Span} from '../clause-tree/index.ts'
import {contentOf} from './alignment/unit.ts'
import type {Segment} from './wording/wording.ts'

/** Words that lost or gained bold or underline though they stayed. */
export interface EmphasisChange {
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

/** Compares the marks of the words that both versions have; marks on signs, blanks and labels count for nothing. */
export function compareEmphasis(from: Clause, to: Clause, segments: readonly Segment[] | undefined): EmphasisChange {
  if (!hasMarks(from) && !hasMarks(to)) return NONE
  const [before, after] = [marksOf(from), marksOf(to)]
  const lost: string[] = []
  const gained: string[] = []
  let open = {lost: '', gained: ''}
  if (segments === undefined) {
    if (before.text.length !== after.text.length) return compareFolded(before, after)
    run(before, after, 0, 0, before.text.length)
    flush()
    return {lost, gained}
  }
  let [i, j] = [0, 0]
  for (const {op, text} of segments) {
    if (op === 'equal') run(before, after, i, j, text.length)
    else if (op === 'delete') passOver(before, i, text.length, 'lost')
    else passOver(after, j, text.length, 'gained')
    if (op !== 'insert') i += text.length
    if (op !== 'delete') j += text.length
  }
  flush()
  return {lost, gained}

  function flush(): void {
    for (const [words, list] of [
      [open.lost, lost],
      [open.gained, gained],
    ] as const)
      if (/[\p{L}\p{N}]/u.test(words)) list.push(words.trim().replace(/[，,、；;：:]+$/, ''))
    open = {lost: '', gained: ''}
  }

  /** Words that one version alone has end a run of changed emphasis, unless they are emphasised there as what is around them. */
  function passOver({text, marks}: Marked, start: number, length: number, side: 'lost' | 'gained'): void {
    if (open[side] === '') return
    for (let at = start; at < start + length; at += 1) if (marks[at] !== '1' && /[\p{L}\p{N}]/u.test(text.charAt(at))) return flush()
    open[side] += text.slice(start, start + length)
  }

  function run(old: Marked, now: Marked, start: number, startNow: number, length: number): void {
    for (let at = 0; at < length; at += 1) {
      const [was, is] = [old.marks[start + at], now.marks[startNow + at]]
      if (was === is && open.lost === '' && open.gained === '') continue
      const character = now.text.charAt(startNow + at)
      if (was === is || !/[\p{L}\p{N}]/u.test(character)) {
        if (was === is && /[\p{L}\p{N}]/u.test(character)) flush()
        else if (open.lost !== '') open.lost += character
        else if (open.gained !== '') open.gained += character
      } else if (was === '1') {
        if (open.gained !== '') flush()
        open.lost += character
      } else {
        if (open.lost !== '') flush()
        open.gained += character
      }
    }
  }
}

const NONE: EmphasisChange = {lost: [], gained: []}

interface Marked {
  readonly text: string
  /** `1` for each UTF-16 unit that is bold or underlined, else `0`. */
  readonly marks: string
}

function hasMarks({heading, body}: Clause): boolean {
  return bodySpans(body).some((spans) => spans.some(isMarked)) || (heading?.spans.some(isMarked) ?? false)
}

function isMarked({marks}: Span): boolean {
  return marks.includes('bold') || marks.includes('underline')
}

/** Heading and own text as the diff compares them, with their marks. The weight of a title of its own level is no emphasis; a bold line's is. */
function marksOf(clause: Clause): Marked {
  const {heading, text} = contentOf(clause)
  const runs = bodySpans(clause.body)
  const own =
    clause.body?.type === 'table'
      ? joinCells(clause.body.rows.map(({cells}) => cells.map(({spans}) => marksIn(spans))))
      : runs.map(marksIn).join('')
  const marks = own.length === text.length ? own : '0'.repeat(text.length)
  if (heading === '') return {text, marks}
  const titleMarks =
    clause.heading?.depth === undefined ? fitted(marksIn(clause.heading?.spans ?? []), heading) : '0'.repeat(heading.length)
  return text === '' ? {text: heading, marks: titleMarks} : {text: `${heading}\n${text}`, marks: `${titleMarks}0${marks}`}
}

/** Marks of a title whose outer blanks are left out. */
function fitted(marks: string, text: string): string {
  return marks.length >= text.length ? marks.slice(0, text.length) : marks.padEnd(text.length, '0')
}

function marksIn(spans: readonly Span[]): string {
  return spans.map((span) => (isMarked(span) ? '1' : '0').repeat(span.value.length)).join('')
}

function joinCells(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join('0')).join('0')
}

/** Where the two differ in width and blanks, their letters are compared one by one. */
function compareFolded(before: Marked, after: Marked): EmphasisChange {
  const letters = ({text, marks}: Marked) =>
    text.split('').flatMap((character, index) => (/[\p{L}\p{N}]/u.test(character) ? [{character, mark: marks[index]}] : []))
  const [old, now] = [letters(before), letters(after)]
  if (old.length !== now.length) return NONE
  const words = (mark: string) =>
    now
      .map(({character, mark: is}, index) => (is !== old[index]?.mark && is === mark ? character : ' '))
      .join('')
      .split(/\s+/)
      .filter(Boolean)
  return {lost: words('0'), gained: words('1')}
}
