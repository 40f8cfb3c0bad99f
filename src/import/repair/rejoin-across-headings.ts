import type {Repair} from '../import-report.ts'
import type {RoledBlock} from './find-headings.ts'
import {joinHyphenated} from './hyphenation.ts'

/** Blocks whose paragraphs are whole again, with what was joined. */
export interface Rejoined {
  readonly blocks: readonly RoledBlock[]
  readonly repairs: readonly Repair[]
}

/** Joins a paragraph that breaks off before a run of headings with its rest after it: the headings were gathered at the end of the page between. */
export function rejoinAcrossHeadings(blocks: readonly RoledBlock[]): Rejoined {
  const out: RoledBlock[] = []
  const repairs: Repair[] = []
  for (const entry of blocks) {
    const before = out.findLastIndex(({role}) => role !== 'heading')
    const broken = out[before]
    const isRest = entry.role === 'text' && entry.block.labels.length === 0 && before >= 0 && before < out.length - 1
    if (isRest && broken?.role === 'text' && broken.block.isOpen) {
      const {runs} = joinHyphenated(broken.block.runs, entry.block.runs, new Set())
      const text = runs.map(({value}) => value).join('')
      out[before] = {...broken, block: {...broken.block, runs, text, isOpen: entry.block.isOpen, isShort: false, isRejoined: true}}
      repairs.push({
        rule: 'join-lines',
        confidence: 'likely',
        message: `Joined a paragraph around ${out.length - 1 - before} headings`,
        line: entry.block.line,
      })
    } else out.push(entry)
  }
  return {blocks: out, repairs}
}
