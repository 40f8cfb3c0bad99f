import type {LabelReading} from '../../compiler/index.ts'
import type {RoledBlock} from './find-headings.ts'
import {namesSection} from './section-words.ts'
import {isTitleText} from './title-text.ts'

/** Style of the labels that headings without a number count by, so that they can be put in order. */
export const UNNUMBERED = 'unnumbered'

/**
 * Finds headings without a number that an extractor gathered: two and more title lines in a row at the end of a page, or that all name
 * sections. Where that happens once, a single such line at the end of a page is one, too. An agreement with numbered headings has none.
 */
export function gatheredTitles(blocks: readonly RoledBlock[]): RoledBlock[] {
  const runs = titleRuns(blocks)
  const gathered = runs.filter(({from, to}) => to - from > 1)
  const isNumbered = blocks.filter(({role}) => role === 'heading').length > 1
  if (isNumbered || gathered.length === 0) return [...blocks]
  const titles = new Set([...gathered, ...runs.filter(({isAtPageEnd}) => isAtPageEnd)].flatMap(indexes))
  let count = 0
  return blocks.map((entry, index) => {
    if (!titles.has(index)) return entry
    count += 1
    return {...entry, role: 'heading', label: unnumbered(count)}
  })
}

interface TitleRun {
  readonly from: number
  /** After the last. */
  readonly to: number
  readonly isAtPageEnd: boolean
}

/** Rows of title lines below a title that end their page; or of two and more that all name sections. */
function titleRuns(blocks: readonly RoledBlock[]): TitleRun[] {
  const isTitle = (entry: RoledBlock | undefined) =>
    entry?.role === 'text' && entry.block.isShort && entry.block.labels.length === 0 && isTitleText(entry.block.text)
  const runs: TitleRun[] = []
  let at = blocks.findIndex(({role}) => role === 'title') + 1
  while (at > 0 && at < blocks.length) {
    const from = at
    while (isTitle(blocks[at]) && blocks[at]?.block.page === blocks[from]?.block.page) at += 1
    const [before, next] = [blocks[from - 1], blocks[at]]
    if (at === from) {
      at += 1
      continue
    }
    const isAtPageEnd = next === undefined || next.block.page !== blocks[from]?.block.page
    const beginsList = next?.block.labels.some(({values}) => values.at(-1) === 1)
    const isList = before?.role === 'title' || (/[:：]$/.test(before?.block.text ?? '') && !beginsList)
    const isNamed = at - from > 1 && blocks.slice(from, at).every(({block}) => namesSection(block.text))
    if (!isList && (isAtPageEnd || isNamed)) runs.push({from, to: at, isAtPageEnd})
  }
  return runs
}

function indexes({from, to}: TitleRun): number[] {
  return Array.from({length: to - from}, (_, index) => from + index)
}

function unnumbered(value: number): LabelReading {
  return {style: UNNUMBERED, rank: 'any', values: [value], text: '', proof: 'nothing'}
}
