import {type Alignment, type AlignmentSite, alignHeadings, type HeadingSlot} from './align-headings.ts'
import type {RoledBlock} from './find-headings.ts'
import {splitAtSeam} from './split-at-seam.ts'
import {groupTexts, type TextGroup} from './text-groups.ts'

/** An alignment and the groups that it counts. */
export interface SeamAlignment {
  readonly groups: readonly TextGroup[]
  readonly alignment: Alignment
}

/** Aligns headings with texts, and parts a paragraph at an uncertain join where that gives a heading its text. */
export function alignAtSeams(slots: readonly HeadingSlot[], texts: readonly RoledBlock[], site: AlignmentSite): SeamAlignment {
  let parts = texts
  let best = align(parts)
  for (let round = 0; round < MAX_SPLITS; round += 1) {
    const tries = parts
      .flatMap((entry, index) => entry.block.seams.map((seam) => partAt(parts, index, seam)))
      .slice(0, MAX_TRIES)
      .map((split) => ({split, found: align(split)}))
    const better = tries.sort((a, b) => b.found.alignment.score - a.found.alignment.score)[0]
    if (!better || better.found.alignment.score < best.alignment.score + NEEDED_GAIN) break
    parts = better.split
    best = better.found
  }
  return best

  function align(entries: readonly RoledBlock[]): SeamAlignment {
    const {groups} = groupTexts(entries)
    return {groups, alignment: alignHeadings(slots, groups, site)}
  }
}

function partAt(texts: readonly RoledBlock[], index: number, seam: number): RoledBlock[] {
  return texts.flatMap((entry, at) => {
    if (at !== index) return [entry]
    return splitAtSeam(entry.block, seam).map((block) => ({...entry, block}))
  })
}

const MAX_SPLITS = 4
const MAX_TRIES = 24

/** A split must save a heading from standing without text, or make one much more like its text. */
const NEEDED_GAIN = 0.9
