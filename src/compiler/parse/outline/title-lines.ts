import {spansText} from '../../clause-tree/index.ts'
import type {Line} from '../lines/line.ts'
import {isBoldTitle, isTitleLike} from '../lines/title-like.ts'
import type {LabelSequence} from './label-sequence.ts'
import {markerStyle} from './marker-style.ts'

/**
 * Indexes of unmarked lines that title a division: `1. Scope` above `1.1 …` or above text. One such line proves nothing, a sequence of them
 * does; a list of short items is none, since its items follow one another.
 */
export function titleLines(lines: readonly Line[], sequence: LabelSequence): ReadonlySet<number> {
  const byStyle = new Map<string, TitleCandidate[]>()
  lines.forEach((line, index) => {
    if (line.headingDepth !== undefined || line.block || line.start === 'soft' || line.itemDepth > 1) return
    for (const {style, value, end} of singleLabels(line, index, sequence)) {
      const title = spansText(line.spans).slice(end)
      const isTitle = isTitleLike(title) && !/[:：]\s*$/.test(title) && hasContent(lines, index, style, sequence)
      const candidate = {index, value, isTitle, isProven: isTitle && hasFirstDecimal(index, value, sequence)}
      const known = byStyle.get(style)
      if (known) known.push(candidate)
      else byStyle.set(style, [candidate])
    }
  })
  const found = new Set<number>()
  for (const candidates of byStyle.values()) for (const index of titlesAmong(candidates)) found.add(index)
  return found
}

interface TitleCandidate {
  readonly index: number
  readonly value: number
  readonly isTitle: boolean
  /** The next line is its first decimal clause. */
  readonly isProven: boolean
}

function titlesAmong(candidates: readonly TitleCandidate[]): number[] {
  const titles = candidates.filter((candidate) => candidate.isTitle)
  const proven = titles.filter((candidate) => candidate.isProven).length
  if (titles.length < 2 || (proven === 0 && titles.length * 10 < candidates.length * 7)) return []
  const found: number[] = []
  let last = 0
  for (const {index, value, isTitle} of candidates) {
    if (!isTitle || (value !== last + 1 && value !== 1)) continue
    found.push(index)
    last = value
  }
  return found.length >= 2 ? found : []
}

function singleLabels(line: Line, index: number, sequence: LabelSequence): {style: string; value: number; end: number}[] {
  const {marker} = line
  if (marker)
    return marker.type === 'ordered' && !isBoldTitle(line.spans) ? [{style: markerStyle(marker), value: marker.ordinal, end: 0}] : []
  return sequence
    .candidates(index)
    .filter(({row, values}) => row.rank === 'any' && values.length === 1)
    .map(({style, values, end}) => ({style, value: values[0] ?? 0, end}))
}

/** Whether something stands below the line before the next label of its style. */
function hasContent(lines: readonly Line[], index: number, style: string, sequence: LabelSequence): boolean {
  const next = lines[index + 1]
  if (!next || next.headingDepth !== undefined) return false
  if (next.marker?.type === 'ordered' && next.itemDepth <= 1) return markerStyle(next.marker) !== style
  return !sequence.candidates(index + 1).some((candidate) => candidate.style === style)
}

function hasFirstDecimal(index: number, value: number, sequence: LabelSequence): boolean {
  return sequence
    .candidates(index + 1)
    .some(({style, values}) => style.startsWith('decimal') && values.length === 2 && values[0] === value && values[1] === 1)
}
