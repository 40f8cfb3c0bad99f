import {isAgreementName} from '../../compiler/index.ts'
import type {Repair} from '../import-report.ts'
import {UNNUMBERED} from './gathered-titles.ts'
import type {Placed, PlacedBlock} from './place-headings.ts'
import {namesSection} from './section-words.ts'
import {splitAtSeam} from './split-at-seam.ts'
import {isTitleText} from './title-text.ts'

/**
 * Finds headings that bear no number, in agreements whose sections have none: short lines without a stop between a finished paragraph and
 * the text that they head. No sign proves it alone, so signs are added up; what has few of them becomes a heading with a note.
 */
export function findTitles(blocks: readonly PlacedBlock[]): Placed {
  const out: PlacedBlock[] = []
  const repairs: Repair[] = []
  for (const whole of agreementsOf(blocks)) {
    const {part, joined} = partTails(whole)
    const found = titlesOf(part)
    part.forEach((entry, index) => {
      const confidence = found.get(index)
      const [own, next] = [joined.get(index), joined.get(index + 1)]
      if (next && found.get(index + 1) !== 'likely') return
      if (own && confidence !== 'likely') {
        out.push(own)
        return
      }
      if (confidence === undefined) {
        out.push(entry)
        return
      }
      repairs.push({
        rule: 'find-headings',
        confidence,
        message: `Read \`${entry.block.text}\` as a heading without a number`,
        line: entry.block.line,
      })
      out.push({...entry, role: 'heading', ...(confidence === 'uncertain' ? {note: GUESSED} : {})})
    })
  }
  return {blocks: out, repairs}
}

/** Blocks, of which those that end in a line that may be a title are parted before it. */
interface PartedTails {
  readonly part: readonly PlacedBlock[]
  /** By the index of each such line: the block as it was. */
  readonly joined: ReadonlyMap<number, PlacedBlock>
}

function partTails(blocks: readonly PlacedBlock[]): PartedTails {
  const part: PlacedBlock[] = []
  const joined = new Map<number, PlacedBlock>()
  for (const entry of blocks) {
    const seam = entry.block.seams.at(-1)
    if (entry.role !== 'text' || seam === undefined) {
      part.push(entry)
      continue
    }
    const [head, tail] = splitAtSeam(entry.block, seam)
    if (isTitleText(tail.text)) {
      part.push({...entry, block: head}, {...entry, block: {...tail, isShort: true, gap: 0}})
      joined.set(part.length - 1, entry)
    } else part.push(entry)
  }
  return {part, joined}
}

/** The blocks of each agreement: from one title to the next. */
function agreementsOf(blocks: readonly PlacedBlock[]): PlacedBlock[][] {
  const parts: PlacedBlock[][] = [[]]
  for (const entry of blocks) {
    if (entry.role === 'title') parts.push([])
    parts.at(-1)?.push(entry)
  }
  return parts
}

function titlesOf(part: readonly PlacedBlock[]): ReadonlyMap<number, 'likely' | 'uncertain'> {
  const none = new Map<number, 'likely' | 'uncertain'>()
  const isNumbered =
    part.filter(({role, label}) => role === 'heading' && label !== undefined && label.style !== UNNUMBERED).length >= NUMBERED
  if (part[0]?.role !== 'title' || isNumbered) return none
  const texts = part.filter(({role}) => role === 'text')
  const listed = contentsOf(part)
  const candidates = new Set(part.flatMap((_, index) => (canHead(part, index) ? [index] : [])))
  for (const index of [...candidates]) if (isAmidList(candidates, index)) candidates.delete(index)
  const scores = new Map([...candidates].map((index) => [index, evidence({part, index, listed, candidates})]))
  const placed = part.filter(({label}) => label?.style === UNNUMBERED).length
  const sure = placed + [...scores.values()].filter((score) => score >= SURE).length
  const isHabit = sure >= 3 || [...scores.values()].filter((score) => score >= UNSURE).length >= HABIT
  if (candidates.size * 5 > texts.length * 2) return none
  const found = new Map<number, 'likely' | 'uncertain'>()
  for (const [index, own] of scores) {
    const score = own + (isHabit ? 1 : 0)
    if (score >= SURE) found.set(index, 'likely')
    else if (score >= UNSURE) found.set(index, 'uncertain')
  }
  return found.size === 1 && sure === 0 ? none : found
}

/** A line that reads as a title, after a paragraph that has ended and before something that it can head. */
function canHead(part: readonly PlacedBlock[], index: number): boolean {
  const [before, entry, next] = [part[index - 1], part[index], part[index + 1]]
  if (!entry || !before || !next || entry.role !== 'text' || next.role === 'title' || next.role === 'cover') return false
  if (!entry.block.isShort || entry.block.labels.length > 0 || !isTitleText(entry.block.text)) return false
  const hasEnded = before.role !== 'text' || /[。；！？.;!?]["”’）)]?$/.test(before.block.text) || before.block.isShort
  return hasEnded && !/[:：]$/.test(before.block.text)
}

/** Three short lines and more in a row are a list or an address. */
function isAmidList(candidates: ReadonlySet<number>, index: number): boolean {
  const has = (offset: number) => candidates.has(index + offset)
  return (has(-1) && has(1)) || (has(1) && has(2)) || (has(-1) && has(-2))
}

interface TitleSite {
  readonly part: readonly PlacedBlock[]
  readonly index: number
  /** What a list of contents names. */
  readonly listed: ReadonlySet<string>
  readonly candidates: ReadonlySet<number>
}

function evidence({part, index, listed, candidates}: TitleSite): number {
  const [before, entry, next] = [part[index - 1], part[index], part[index + 1]]
  if (!entry || !next) return 0
  const {text, gap} = entry.block
  let score = 0
  if (namesSection(text)) score += 1
  if (next.block.labels.some(({values, rank}) => rank !== 'bullet' && values.length === 1 && values[0] === 1)) score += 2
  if (!next.block.isShort || /[。；！？.;!?:：]["”’）)]?$/.test(next.block.text)) score += 1
  if (isTitleCase(text)) score += 1
  if (gap > next.block.gap) score += 1
  if (listed.has(bare(text))) score += 2
  if (before?.role === 'text' && before.block.isShort && !/[。；！？.;!?]["”’）)]?$/.test(before.block.text)) score -= 1
  if (candidates.has(index + 1) && !candidates.has(index + 2)) score -= 1
  if (isAgreementName(text) && !namesSection(text)) score -= 1
  return score
}

/** Titles that a list of contents names: lines that end in the number of a page, or that come again below. */
function contentsOf(part: readonly PlacedBlock[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const {block} of part) counts.set(bare(block.text), (counts.get(bare(block.text)) ?? 0) + 1)
  return new Set([...counts].filter(([text, count]) => count === 2 && text.length >= 2).map(([text]) => text))
}

function bare(text: string): string {
  return text.replace(/[\s.·…]+\d{1,3}$/, '').replace(/[\s.·…]/g, '')
}

/** `Payment, Refunds and Plan Changes`: all words of weight begin with a capital. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{Script=Latin}[\p{L}’'-]*/gu) ?? []
  const heavy = words.filter((word) => word.length > 3)
  return words.length >= 2 && heavy.length > 0 && heavy.every((word) => /^\p{Lu}/u.test(word))
}

/** So many headings with numbers, and those without are none. */
const NUMBERED = 2

/** So many lines with some signs, and the agreement has the habit of headings without numbers. */
const HABIT = 4

/** Signs that make a heading, and that make one with a note. */
const SURE = 3
const UNSURE = 2

const GUESSED = 'The line below was read as a heading; check that it is one.'
