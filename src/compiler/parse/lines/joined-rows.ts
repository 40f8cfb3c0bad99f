import {type Span, sliceSpans} from '../../clause-tree/index.ts'
import {labelCandidates} from '../labels/label-grammar.ts'
import {joinAll} from './join-lines.ts'
import type {LinePart} from './split-at-breaks.ts'
import {isBoldTitle, isWhollyBold} from './title-like.ts'
import {trimSpans} from './trim-spans.ts'

/** Wrapped lines are joined; a line that may begin with a label stays apart until the sequence has decided, and so does a bold labelled one. */
export function joinedRows(parts: readonly LinePart[]): LinePart[] {
  const rows: {start: LinePart['start']; lines: (readonly Span[])[]}[] = []
  for (const part of parts) {
    const spans = trimSpans(part.spans)
    const row = rows.at(-1)
    if (row && spans.length === 0) continue
    if (row?.lines[0]?.length === 0) {
      row.lines = [spans]
      continue
    }
    const isWrapped = part.start === 'soft' && row !== undefined
    const endsTitle = isWrapped && row.lines.length === 1 && isLabelledTitle(row.lines[0] ?? []) && !isWhollyBold(spans)
    if (isWrapped && !endsTitle && labelCandidates(spans, {isHeading: false}).length === 0) row.lines.push(spans)
    else rows.push({start: endsTitle ? 'hard' : part.start, lines: [spans]})
  }
  return rows.map(({start, lines}) => ({start, spans: joinAll(lines)}))
}

function isLabelledTitle(spans: readonly Span[]): boolean {
  const [label] = isWhollyBold(spans) ? labelCandidates(spans, {isHeading: true}) : []
  return label !== undefined && label.row.rank !== 'bullet' && isBoldTitle(sliceSpans(spans, label.end, Number.MAX_SAFE_INTEGER))
}
