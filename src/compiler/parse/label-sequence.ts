import {spansText} from '../clause-tree/index.ts'
import {type LabelCandidate, labelCandidates} from './label-grammar.ts'
import type {Line} from './line.ts'
import {isBoldTitle} from './title-like.ts'

/** All readings of all lines, indexed so that a label can be believed because its successor follows. */
export interface LabelSequence {
  candidates(index: number): readonly LabelCandidate[]
  /** Whether a line after `index` can be read as `values` in `style`, before the same style begins anew. */
  hasLater(index: number, style: string, values: readonly number[]): boolean
}

/** Reads the labels of all lines once. */
export function labelSequence(lines: readonly Line[]): LabelSequence {
  const all = lines.map((line) => {
    const site = {isHeading: line.headingDepth !== undefined || (line.start === 'block' && isBoldTitle(line.spans))}
    return lineCandidates(line, site.isHeading)
  })
  const places = new Map<string, number[]>()
  all.forEach((candidates, index) => {
    for (const candidate of candidates) {
      const key = keyOf(candidate.style, candidate.values)
      const known = places.get(key)
      if (known) known.push(index)
      else places.set(key, [index])
    }
  })
  return {
    candidates: (index) => all[index] ?? [],
    hasLater: (index, style, values) => {
      const known = places.get(keyOf(style, values))
      return known !== undefined && (known.at(-1) ?? -1) > index
    },
  }
}

/** Labels that a line can be read with: the Markdown list number comes with the typed ones. */
function lineCandidates(line: Line, isHeading: boolean): readonly LabelCandidate[] {
  if (line.block) return []
  return labelCandidates(line.spans, {isHeading: isHeading && spansText(line.spans).length < 200})
}

function keyOf(style: string, values: readonly number[]): string {
  return `${style} ${values.join('.')}`
}
