import type {PhrasingContent} from 'mdast'
import {type Mark, phrasing} from '../compiler/index.ts'

/** A stretch of imported text with one look. */
export interface Run {
  readonly value: string
  /** Sorted, without duplicates. */
  readonly marks: readonly Mark[]
  /** Target of the link that the text is. */
  readonly link?: string
}

/** Plain text of runs. */
export function runsText(runs: readonly Run[]): string {
  let text = ''
  for (const run of runs) text += run.value
  return text
}

/** Text without a look. */
export function plainRun(value: string): Run {
  return {value, marks: []}
}

/** The runs that hold the text from `start` to `end`. */
export function sliceRuns(runs: readonly Run[], start: number, end = Number.POSITIVE_INFINITY): Run[] {
  const slice: Run[] = []
  let from = 0
  for (const run of runs) {
    const value = run.value.slice(Math.max(0, start - from), Math.max(0, end - from))
    if (value !== '') slice.push({...run, value})
    from += run.value.length
  }
  return slice
}

/** Runs without white space at their ends. */
export function trimRuns(runs: readonly Run[]): Run[] {
  const text = runsText(runs)
  return sliceRuns(runs, text.length - text.trimStart().length, text.trimEnd().length)
}

/** Runs as Markdown phrasing; a bare `<` or `*` of the text is escaped where it is written. */
export function runsToPhrasing(runs: readonly Run[]): PhrasingContent[] {
  return phrasing(
    runs.map(({value, marks, link}) => ({value, marks, position: NOWHERE, ...(link === undefined ? {} : {link: {url: link}})})),
  )
}

const START = {line: 1, column: 1, offset: 0}
const NOWHERE = {start: START, end: START}
