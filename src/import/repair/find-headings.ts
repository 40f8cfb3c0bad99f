import {isAgreementName, isCoverHeading, isTitleLike, type LabelReading} from '../../compiler/index.ts'
import type {TextBlock} from './text-block.ts'

/** What a block is, before its place is settled. */
export type BlockRole = 'text' | 'heading' | 'title' | 'cover'

/** A block with its role; headings carry the label that they count by. */
export interface RoledBlock {
  readonly block: TextBlock
  readonly role: BlockRole
  /** Level among the headings that are set in larger letters; 1 is the largest. */
  readonly sizeLevel?: number
  readonly label?: LabelReading
}

/** Tells titles, headings of covers and labelled title lines from text. */
export function findHeadings(blocks: readonly TextBlock[]): RoledBlock[] {
  let isBelowTitle = false
  const roled = blocks.map((block, index): RoledBlock => {
    const role = roleOf(block, blocks[index + 1], isBelowTitle)
    if (role === 'title') isBelowTitle = true
    const label = role === 'heading' ? headingLabel(block) : undefined
    return label ? {block, role, label} : {block, role}
  })
  return bySize(roled)
}

/**
 * Where sizes are known, larger letters make a heading: the first of the largest is the title where it bears the name of an agreement, and what
 * stands above it is a cover; else the first that is large.
 */
function bySize(blocks: readonly RoledBlock[]): RoledBlock[] {
  const isLarge = ({block, role}: RoledBlock) => role !== 'cover' && (block.size ?? 1) >= LARGE && block.text.length <= 120
  const sizes = [...new Set(blocks.filter(isLarge).map(({block}) => block.size ?? 1))].sort((a, b) => b - a)
  if (sizes.length === 0) return [...blocks]
  const largest = blocks.find((entry) => isLarge(entry) && entry.block.size === sizes[0])
  const first = largest && !largest.label && isAgreementName(largest.block.text.trim()) ? largest : blocks.find(isLarge)
  const titleAt = first ? blocks.indexOf(first) : 0
  return blocks.map((entry, index) => {
    if (isLarge(entry) && index < titleAt) return {block: entry.block, role: 'text'}
    if (!isLarge(entry)) return entry.role === 'title' && first && first !== entry ? {block: entry.block, role: 'text'} : entry
    const sizeLevel = sizes.indexOf(entry.block.size ?? 1) + 1
    return entry === first && !entry.label ? {block: entry.block, role: 'title'} : {...entry, role: 'heading', sizeLevel}
  })
}

/** Letters so much larger than those of the body are those of a heading. */
const LARGE = 1.08

function roleOf(block: TextBlock, next: TextBlock | undefined, isBelowTitle: boolean): BlockRole {
  const text = block.text.trim()
  if (isBracketed(text) && text.length <= 20) return 'cover'
  if (isCoverHeading(text) && text.length <= 30) return 'cover'
  const label = headingLabel(block)
  if (label) return 'heading'
  const isTitle =
    block.isShort && block.labels.length === 0 && next !== undefined && isTitleLike(text) && isAgreementName(text) && !/[:：]$/.test(text)
  if (!isTitle) return 'text'
  return !isBelowTitle || DATED.test(next.text) ? 'title' : 'text'
}

/** The label of a line that holds only a title, such as `1.1 服务年度`; `undefined` for clauses with a sentence and for members of lists. */
function headingLabel(block: TextBlock): LabelReading | undefined {
  if (!block.isShort) return undefined
  return block.labels.find((label) => {
    if (!HEADING_STYLES.test(label.style)) return false
    const rest = block.text.slice(label.text.length).trim()
    return rest !== '' && isTitleLike(rest) && !/[:：]$/.test(rest)
  })
}

/** `【版权声明】`: how publishers set the headings of covers. */
function isBracketed(text: string): boolean {
  return /^【[^【】]{2,16}】$/.test(text)
}

const HEADING_STYLES =
  /^(?:decimal|decimal-dash|n-dot|n-space|han-part|han-division|han-article|han-comma|section-sign|keyword|keyword-part|keyword-annex|annex-han|I-dot)$/

/** A line of dates, versions or states under a title. */
const DATED = /^(?:(?:最[近后新]更新|更新|发布|生效|版本|修订)[^。]{0,12}[:：\d]|(?:last updated|effective|version|published|posted)\b)/i
