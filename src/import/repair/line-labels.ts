import {isTitleLike, type LabelReading, readLabels} from '../../compiler/index.ts'
import type {TextLine} from './text-line.ts'

/** Which lines begin a clause, by labels in sequence. */
export interface ClauseStarts {
  has(index: number): boolean
  read(text: string): readonly LabelReading[]
}

/**
 * A line begins a clause where its label continues a sequence that the lines before it opened, or opens one that goes on below.
 * `5.1` at the start of a line that a reference was wrapped to is none: its line before ends in `第` or goes on after it with `条`.
 */
export function startsClause(lines: readonly TextLine[]): ClauseStarts {
  const readings = lines.map((line) => lineReadings(line.text))
  const places = new Map<string, number[]>()
  readings.forEach((labels, index) => {
    for (const key of new Set(labels.map(({style, values}) => keyOf(style, values)))) {
      const known = places.get(key)
      if (known) known.push(index)
      else places.set(key, [index])
    }
  })
  const starts = new Set<number>()
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const isReferred = before !== undefined && REFERS.test(before.text)
    const supported = (readings[index] ?? []).some(
      (label) => isSupported(label, {line, index, before, places}) && !(isReferred && !isTitled(label, line.text)),
    )
    if (supported) starts.add(index)
  })
  return {has: (index) => starts.has(index), read: lineReadings}
}

/** Whether a label stands before a title, as no reference does. */
function isTitled(label: LabelReading, text: string): boolean {
  const rest = text.slice(label.text.length)
  return isTitleLike(rest) && (/^\s+\p{Lu}/u.test(rest) || /[、.．]$/.test(label.text) || (/^\s/.test(rest) && !/^\s*[条款项]/.test(rest)))
}

/** What a number at the start of the next line belongs to, as a reference. */
const REFERS = /(?:第|见|按|依|据|\b(?:clauses?|sections?|articles?|and|or|see|under|of|in|to))\s*$/i

interface LabelSite {
  readonly line: TextLine
  readonly index: number
  readonly before: TextLine | undefined
  readonly places: ReadonlyMap<string, readonly number[]>
}

function isSupported(label: LabelReading, {line, index, before, places}: LabelSite): boolean {
  if (label.rank === 'bullet') return !/^[-–—]/.test(label.text) || before === undefined || /[。；;.:：!?]$/.test(before.text)
  if (label.rank === 'part' || label.rank === 'annex') return isTitleLike(line.text)
  const last = label.values.at(-1) ?? 0
  const has = (values: readonly number[], after: boolean) =>
    (places.get(keyOf(label.style, values)) ?? []).some((place) => (after ? place > index : place < index))
  const around = (value: number) => [...label.values.slice(0, -1), value]
  if (last > 1 && has(around(last - 1), false)) return true
  if (has(around(last + 1), true)) return last === 1 || label.values.length > 1 || has(around(last - 1), true)
  if (label.values.length > 1) {
    const parent = label.values.slice(0, -1)
    return (
      last === 1 &&
      ['n-dot', 'decimal', 'han-comma', 'han-article', 'section-sign', 'keyword', label.style].some((style) =>
        places.has(keyOf(style, parent)),
      )
    )
  }
  return last > 1 && has(around(last - 1), true)
}

function lineReadings(text: string): readonly LabelReading[] {
  return readLabels(text, {isHeading: false}).filter(
    ({text: label}) => !/^\s*[条款项章节]/.test(text.slice(label.length)) || /^第/.test(label),
  )
}

function keyOf(style: string, values: readonly number[]): string {
  return `${style} ${values.join('.')}`
}
