import {type Span, spansText} from '../../clause-tree/index.ts'
import {LABEL_ROWS, type LabelRow} from './label-rows.ts'

/** A reading of the first characters of a line as a label. A line can have several; the sequence decides. */
export interface LabelCandidate {
  /** The label as written. */
  readonly text: string
  readonly style: string
  /** Values from outer to inner. */
  readonly values: readonly number[]
  /** How each value stands in a path: `4`, `a`, `iv`. */
  readonly names: readonly string[]
  /** Where the label ends in the text of the line. */
  readonly end: number
  readonly row: LabelRow
}

/** Where a line stands, as far as the grammar needs it. */
export interface LabelSite {
  /** The line is a heading, or wholly bold and set like one. */
  readonly isHeading: boolean
}

/** All readings of the beginning of a line as a label, in the order of the grammar table. */
export function labelCandidates(spans: readonly Span[], site: LabelSite): readonly LabelCandidate[] {
  const first = spans[0]
  if (!first || !LABEL_START.test(first.value)) return []
  const text = spansText(spans.length > 8 ? spans.slice(0, 8) : spans).slice(0, 80)
  const candidates: LabelCandidate[] = []
  for (const row of LABEL_ROWS) {
    if (row.where === 'heading' && !site.isHeading) continue
    row.pattern.lastIndex = 0
    const match = row.pattern.exec(text)
    const groups = match?.groups
    if (!match || !groups) continue
    const label = (groups.label ?? match[0]).trimEnd()
    const reading = row.read(groups)
    if (reading) candidates.push({text: label, style: row.style, values: reading.values, names: reading.names, end: label.length, row})
  }
  return candidates
}

/** One character that can begin a label; a cheap test that spares most lines the table. */
const LABEL_START = /^[\s\u200b]*[\dA-Za-z(（[【§第〇零一二三四五六七八九十百廿附①-⒛㉑-㊿❶-❿•·●■▪◦○➢➤►▶✓✔◆※–—\-*]/u
