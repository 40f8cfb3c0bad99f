import type {Hunk} from './align-tokens.ts'

/** Makes hunks in UTF-16 units of two texts read well: no scraps between changes, and what came or went begins where a line does. */
export function tidyHunks(from: string, to: string, hunks: Hunk[]): void {
  joinOverScraps(from, hunks)
  slideToBeginnings(from, to, hunks)
}

/** Joins changes that only a scrap of equal text parts: a blank, a sign, a particle between longer changes. */
function joinOverScraps(from: string, hunks: Hunk[]): void {
  let kept = 0
  for (const next of hunks) {
    for (let here = hunks[kept - 1]; here && isScrap(from, here, next); here = hunks[kept - 1]) {
      next.startFrom = here.startFrom
      next.startTo = here.startTo
      kept -= 1
    }
    hunks[kept] = next
    kept += 1
  }
  hunks.length = kept
}

/** Length in UTF-16 units from which equal text is no scrap, whatever it is. */
const LONGEST_SCRAP = 12

/** Whether the equal text between two changes is a scrap. */
function isScrap(from: string, here: Hunk, next: Hunk): boolean {
  if (next.startFrom - here.endFrom > LONGEST_SCRAP) return false
  const equal = from.slice(here.endFrom, next.startFrom)
  if (BLANKS.test(equal)) return true
  const most = isReplacement(here) && isReplacement(next) ? Math.min(sizeOf(here), sizeOf(next)) / 8 : 0
  if (most < 1 || /[\n\t]/.test(equal)) return false
  const bare = equal.replace(NO_WORDS, '')
  const length = [...bare].length
  return length > 0 && length <= Math.min(most, HAN.test(bare) ? 1 : 3)
}

/** White space within a line and a cell. */
const BLANKS = /^[^\S\n\t]+$/

const NO_WORDS = /[\s\p{P}\p{S}]/gu
const HAN = /\p{Script=Han}/u

function isReplacement({startFrom, endFrom, startTo, endTo}: Hunk): boolean {
  return endFrom > startFrom && endTo > startTo
}

/** Characters of both sides. */
function sizeOf({startFrom, endFrom, startTo, endTo}: Hunk): number {
  return endFrom - startFrom + endTo - startTo
}

/**
 * Moves what was only inserted, or only deleted, to where a line, a row or a sentence begins, if the text reads the same there:
 * a new row is shown as that row, not as the end of one and the beginning of the next.
 */
function slideToBeginnings(from: string, to: string, hunks: readonly Hunk[]): void {
  let last = 0
  hunks.forEach((hunk, index) => {
    const {startFrom, endFrom, startTo, endTo} = hunk
    if (!isReplacement(hunk)) {
      const next = hunks[index + 1]
      const before = startFrom - last
      const after = (next?.startFrom ?? from.length) - endFrom - (next ? 1 : 0)
      const steps =
        endTo > startTo ? stepsToBeginning(to, startTo, endTo, before, after) : stepsToBeginning(from, startFrom, endFrom, before, after)
      hunk.startFrom += steps
      hunk.endFrom += steps
      hunk.startTo += steps
      hunk.endTo += steps
    }
    last = hunk.endFrom
  })
}

/**
 * By how many UTF-16 units a stretch that only one text has must go to the left (negative) or right to begin at a line end, else after a sentence;
 * 0 to stay. It may go as far as equal text lies before and after it.
 */
function stepsToBeginning(text: string, start: number, end: number, before: number, after: number): number {
  const most = end - start
  let [best, bestRank] = [0, rankOf(text, start)]
  const consider = (steps: number) => {
    const rank = rankOf(text, start + steps)
    if (rank > bestRank) [best, bestRank] = [steps, rank]
  }
  for (let step = 1; step < Math.min(before, most) && text.charCodeAt(start - step) === text.charCodeAt(end - step); step += 1)
    consider(-step)
  for (let step = 1; step <= Math.min(after, most) && text.charCodeAt(start + step - 1) === text.charCodeAt(end + step - 1); step += 1)
    consider(step)
  return best
}

/** How well a change begins at a place: at the end of a line, after a sentence, elsewhere. */
function rankOf(text: string, at: number): number {
  const before = at === 0 ? '\n' : text.charAt(at - 1)
  return before === '\n' || text.charAt(at) === '\n' ? 2 : /[。；;！？]/.test(before) ? 1 : 0
}
