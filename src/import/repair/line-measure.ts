import type {TextLine} from './text-line.ts'

/**
 * Where the lines of a laid-out text end at the right; `undefined` for text whose paragraphs are one line each.
 *
 * Wrapped text has many lines that end near one edge, and many of them in the middle of a sentence.
 */
export function rightEdge(lines: readonly TextLine[]): number | undefined {
  const ends = lines.map((line) => line.right).sort((a, b) => b - a)
  const needed = Math.max(2, lines.length * 0.05)
  for (const edge of ends) {
    const near = lines.filter((line) => line.right <= edge + 0.001 && line.right >= edge * (1 - NEAR))
    const beyond = ends.filter((end) => end > edge + 0.001).length
    if (near.length < needed) continue
    const unfinished = near.filter((line) => !/[。；！？.;!?:：]["”’）)]?$/.test(line.text)).length
    if (unfinished * 10 >= near.length * 4 && beyond * 4 < near.length && edge >= 12) return likelyEdge(near, edge)
  }
  return undefined
}

/** Letters are measured by estimate, so the longest line is taken for longer than it is. */
function likelyEdge(near: readonly TextLine[], edge: number): number {
  const wide = near.filter(({text}) => /[\u2e80-\u9fff]/.test(text)).length
  if (wide * 2 > near.length) return edge
  return near.map((line) => line.right).sort((a, b) => b - a)[Math.floor(near.length * 0.15)] ?? edge
}

/** Lines so near to the edge, as share of it, count as full; letters are measured by estimate. */
const NEAR = 0.07
