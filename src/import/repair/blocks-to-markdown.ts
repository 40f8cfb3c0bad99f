import type {Heading, RootContent} from 'mdast'
import {type LabelReading, stringifyMarkdown} from '../../compiler/index.ts'
import {EMPTY_CELL} from '../empty-cell.ts'
import {type Run, runsText, runsToPhrasing, sliceRuns, trimRuns} from '../run.ts'
import type {PlacedBlock} from './place-headings.ts'
import type {TextBlock} from './text-block.ts'

/** Blocks → Markdown: titles on level 1, headings of covers and sections on level 2, `1.1` below them; rows of cells as tables. */
export function blocksToMarkdown(blocks: readonly PlacedBlock[]): string {
  const sections = new Set(blocks.flatMap(({label}) => (label ? [label.style] : [])))
  const nodes: RootContent[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const entry = blocks[index]
    if (!entry) continue
    if (entry.note !== undefined) nodes.push({type: 'html', value: `<!-- proviso import: ${entry.note} -->`})
    const rows = entry.role === 'text' ? rowsFrom(blocks, index) : []
    if (rows.length > 1) {
      nodes.push({
        type: 'table',
        children: rows.map((cells, row) => ({
          type: 'tableRow',
          children: cells.map((cell) => ({type: 'tableCell', children: runsToPhrasing(row === 0 ? withoutWeight(cell) : cell)})),
        })),
      })
      index += rows.length - 1
      continue
    }
    const depth = depthOf(entry, sections)
    const children = runsToPhrasing(withoutTabs(depth === undefined ? entry.block.runs : withoutWeight(entry.block.runs)))
    nodes.push(depth === undefined ? {type: 'paragraph', children} : {type: 'heading', depth, children})
  }
  return stringifyMarkdown(nodes)
}

function depthOf({role, label, block, sizeLevel}: PlacedBlock, styles: ReadonlySet<string>): Heading['depth'] | undefined {
  if (role === 'title') return 1
  if (role === 'cover') return 2
  if (sizeLevel !== undefined) return LEVELS[sizeLevel === 1 ? 1 : sizeLevel - 1] ?? 6
  if (role !== 'heading') return undefined
  return label ? headingDepth(label, block, styles) : 2
}

/** Numbers with dots stand one level below their section for each dot; below parts and below sections of another style all stand deeper. */
function headingDepth(label: LabelReading, _block: TextBlock, styles: ReadonlySet<string>): Heading['depth'] {
  const hasParts = [...styles].some((style) => /part|division/.test(style))
  if (label.rank === 'part') return 2
  let depth = 2 + (hasParts ? 1 : 0) + label.values.length - 1
  const isBelowSection =
    label.style === 'n-dot' && ['han-comma', 'han-article', 'section-sign', 'keyword'].some((style) => styles.has(style))
  if (isBelowSection) depth += 1
  return LEVELS[depth - 1] ?? 6
}

const LEVELS: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6]

/** Neighbouring blocks with the same number of cells, parted by tabs, from `from` on. */
function rowsFrom(blocks: readonly PlacedBlock[], from: number): Run[][][] {
  const rows: Run[][][] = []
  for (let at = from; at < blocks.length; at += 1) {
    const entry = blocks[at]
    if (!entry) break
    const {block, role} = entry
    const cells = role === 'text' ? cellsOf(block.runs) : []
    if (cells.length < 2 || (rows[0] && rows[0].length !== cells.length)) break
    rows.push(cells)
  }
  return rows
}

function cellsOf(runs: readonly Run[]): Run[][] {
  const text = runsText(runs)
  const cells: Run[][] = []
  let from = 0
  for (const match of text.matchAll(/\t+/g)) {
    cells.push(cellOf(runs, from, match.index))
    from = match.index + match[0].length
  }
  return [...cells, cellOf(runs, from)]
}

function cellOf(runs: readonly Run[], start: number, end?: number): Run[] {
  const cell = trimRuns(sliceRuns(runs, start, end))
  return runsText(cell) === EMPTY_CELL ? [] : cell
}

/** The weight of a heading is no emphasis. */
function withoutWeight(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({...run, marks: run.marks.filter((mark) => mark !== 'bold')}))
}

function withoutTabs(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({...run, value: run.value.replaceAll('\t', ' ')}))
}
