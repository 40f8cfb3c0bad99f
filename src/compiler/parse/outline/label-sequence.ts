import {spansText} from '../../clause-tree/index.ts'
import {type LabelCandidate, labelCandidates} from '../labels/label-grammar.ts'
import type {Line} from '../lines/line.ts'
import {isBoldTitle} from '../lines/title-like.ts'
import {markerStyle} from './marker-style.ts'

/** All readings of all lines, indexed so that a label can be believed because its successor follows. */
export interface LabelSequence {
  candidates(index: number): readonly LabelCandidate[]
  /** Whether a line after `index` can be read as `values` in `style`, before the same sequence begins anew. */
  hasLater(index: number, style: string, values: readonly number[]): boolean
}

/** Reads the labels of all lines once; look-ups are binary searches. */
export function labelSequence(lines: readonly Line[]): LabelSequence {
  const all = lines.map(lineCandidates)
  const places = new Map<string, number[]>()
  all.forEach((candidates, index) => {
    const marker = lines[index]?.marker
    const keys = candidates.map((candidate) => keyOf(candidate.style, candidate.values))
    if (marker?.type === 'ordered') keys.push(keyOf(markerStyle(marker), [marker.ordinal]))
    for (const key of keys) {
      const known = places.get(key)
      if (known === undefined) places.set(key, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  })
  const next = (index: number, style: string, values: readonly number[]) =>
    firstAfter(places.get(keyOf(style, values)) ?? [], index) ?? Number.POSITIVE_INFINITY
  return {
    candidates: (index) => all[index] ?? [],
    hasLater: (index, style, values) => {
      const place = next(index, style, values)
      return place < Number.POSITIVE_INFINITY && place <= next(index, style, [...values.slice(0, -1), 1])
    },
  }
}

/** Typed labels that a line can be read with. */
function lineCandidates(line: Line): readonly LabelCandidate[] {
  if (line.block) return []
  const isTitle = line.headingDepth !== undefined || (line.start === 'block' && isBoldTitle(line.spans))
  return labelCandidates(line.spans, {isHeading: isTitle && spansText(line.spans).length < 200})
}

function firstAfter(sorted: readonly number[], index: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return sorted[low]
}

function keyOf(style: string, values: readonly number[]): string {
  return `${style} ${values.join('.')}`
}
