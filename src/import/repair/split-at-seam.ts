import {runsText, sliceRuns, trimRuns} from '../run.ts'
import type {TextBlock} from './text-block.ts'

/** A block parted before the line that begins at `seam`. */
export function splitAtSeam(block: TextBlock, seam: number): readonly [TextBlock, TextBlock] {
  const [before, after] = [trimRuns(sliceRuns(block.runs, 0, seam)), trimRuns(sliceRuns(block.runs, seam))]
  return [
    {...block, runs: before, text: runsText(before), seams: block.seams.filter((one) => one < seam)},
    {...block, runs: after, text: runsText(after), labels: [], seams: block.seams.filter((one) => one > seam).map((one) => one - seam)},
  ]
}
