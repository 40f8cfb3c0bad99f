import type {TextLine} from './text-line.ts'

/**
 * Where the lines of a laid-out text end at the right; `undefined` for text whose paragraphs are one line each.
 *
 * Wrapped text has many lines that end near one edge, and many of them in the middle of a sentence.
 */
export function rightEdge(lines: readonly TextLine[]): number | undefined {
  const sorted = [...lines].sort((a, b) => b.right - a.right)
  const needed = Math.max(2, lines.length * 0.05)
  let [first, after] = [0, 0]
  let unfinished = 0
  let before = Number.POSITIVE_INFINITY
  for (const {right: edge} of sorted) {
    if (edge === before) continue
    before = edge
    while ((sorted[first]?.right ?? 0) > edge + 0.001) {
      if (!isFinished(sorted[first])) unfinished -= 1
      first += 1
    }
    while ((sorted[after]?.right ?? Number.NEGATIVE_INFINITY) >= edge * (1 - NEAR)) {
      if (!isFinished(sorted[after])) unfinished += 1
      after += 1
    }
    const near = after - first
    if (near < needed) continue
    if (unfinished * 10 >= near * 4 && first * 4 < near && edge >= SHORTEST) return likelyEdge(sorted.slice(first, after), edge)
  }
  return undefined
}

function isFinished(line: TextLine | undefined): boolean {
  return line !== undefined && /[。；！？.;!?:：]["”’）)]?$/.test(line.text)
}

/** Letters are measured by estimate, so the longest line is taken for longer than it is. */
function likelyEdge(near: readonly TextLine[], edge: number): number {
  const wide = near.filter(({text}) => /[\u2e80-\u9fff]/.test(text)).length
  if (wide * 2 > near.length) return edge
  return near.map((line) => line.right).sort((a, b) => b - a)[Math.floor(near.length * 0.15)] ?? edge
}

/** Lines so near to the edge, as share of it, count as full; letters are measured by estimate. */
const NEAR = 0.07

/** Lines of wrapped text are at least so long, in em. */
const SHORTEST = 12
