import type {LabelReading} from '../../compiler/index.ts'
import {isChildLabel} from './child-label.ts'
import type {RoledBlock} from './find-headings.ts'
import {UNNUMBERED} from './gathered-titles.ts'
import {likenessAmong} from './likeness.ts'
import {listNumber, startsList, type TextGroup} from './text-groups.ts'

/** A heading to be put before its text. */
export interface HeadingSlot {
  readonly block: RoledBlock
  readonly label: LabelReading
  /** Stands already before the first group. */
  readonly isFixed: boolean
  /** Has text before the groups. */
  readonly hasBody: boolean
}

/** For each heading the group that it stands before, in order. */
export interface Alignment {
  readonly starts: readonly number[]
  /** How well headings and groups fit; only to be compared with that of the same headings. */
  readonly score: number
  /** Whether enough headings were found alike or numbered to trust the whole. */
  readonly isPlausible: boolean
}

/** Where headings and groups stand in the source. */
export interface AlignmentSite {
  /** Nothing follows the headings. */
  readonly isLast: boolean
  /** The groups follow the title of the agreement. */
  readonly isBelowTitle: boolean
}

/** The best monotone alignment of headings with groups of text, by dynamic programming over (heading, start). */
export function alignHeadings(slots: readonly HeadingSlot[], groups: readonly TextGroup[], site: AlignmentSite): Alignment {
  const likeness = likenessAmong(groups.map(({text}) => text))
  const count = groups.length
  const best: number[][] = slots.map(() => new Array<number>(count + 1).fill(Number.NEGATIVE_INFINITY))
  const chosen: number[][] = slots.map(() => new Array<number>(count + 1).fill(count))
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    for (let start = 0; start <= count; start += 1) {
      for (let end = start; end <= count; end += 1) {
        if (index === slots.length - 1 && end !== count) continue
        const rest = index === slots.length - 1 ? 0 : (best[index + 1]?.[end] ?? 0)
        const score = ownScore(index, start, end) + rest
        const row = best[index]
        const ends = chosen[index]
        if (row && ends && score > (row[start] ?? 0)) {
          row[start] = score
          ends[start] = end
        }
      }
    }
  }
  let first = 0
  let firstScore = Number.NEGATIVE_INFINITY
  for (let start = 0; start <= (slots[0]?.isFixed ? 0 : count); start += 1) {
    const misplaced = groups.slice(0, start).filter((group) => slots[0] && numberFit(slots[0].label, group) > 0).length
    const score = (best[0]?.[start] ?? 0) - (site.isBelowTitle ? 0 : start * BEFORE_FIRST) - misplaced * 3
    if (score > firstScore) [first, firstScore] = [start, score]
  }
  const starts: number[] = []
  let start = first
  slots.forEach((_, index) => {
    starts.push(start)
    start = chosen[index]?.[start] ?? count
  })
  return {starts, score: firstScore, isPlausible: isPlausible(starts)}

  function ownScore(index: number, start: number, end: number): number {
    const slot = slots[index]
    const next = slots[index + 1]
    if (!slot) return 0
    const isParent = next !== undefined && isChildLabel(next.label, slot.label)
    const owned = end - start
    if (owned === 0) {
      if (isParent) return 0.3
      if (slot.hasBody) return 0
      if (next === undefined && groups.at(-1)?.blocks.at(-1)?.block.isRejoined) return -3
      return next === undefined && !site.isLast ? -0.2 : -1.5
    }
    const group = groups[start]
    const alike = slot.isFixed && slot.hasBody ? 0.2 : likeness.between(titleOf(slot), group?.text ?? '')
    let score = alike * 2 - 0.25 * (owned - 1) + (DEFINES.test(group?.text ?? '') ? 0.4 : 0)
    if (isParent) score += group?.announcesClauses ? 1.4 : -1.4
    if (isFirstSection(slot) && PREAMBLE.test(group?.text ?? '')) score -= 1.5
    else score -= 1.6 * groups.slice(start, end).filter((owner) => owner.announcesClauses).length
    const before = groups[start - 1]
    if (before && /[:：]$/.test(before.text) && !before.announcesClauses && !slot.isFixed) score -= group?.isLedIn ? 0.6 : 1.5
    for (let at = start; at < end; at += 1) {
      const owner = groups[at]
      const fit =
        owner === undefined
          ? 0
          : slot.label.style === UNNUMBERED
            ? listFit(owner, at === start && !slot.isFixed)
            : numberFit(slot.label, owner)
      score += fit * (fit > 0 ? 1.5 : 3)
    }
    return score
  }

  function isPlausible(found: readonly number[]): boolean {
    const leaves = slots.filter((slot, index) => !slot.isFixed && !isParentOf(index))
    const proven = slots.filter((slot, index) => {
      const from = found[index] ?? count
      const group = groups[from]
      return (
        !slot.isFixed &&
        !isParentOf(index) &&
        group &&
        from < (found[index + 1] ?? count) &&
        ((slot.label.style === UNNUMBERED ? startsList(group) : numberFit(slot.label, group) > 0) ||
          likeness.between(titleOf(slot), group.text) > 0.12)
      )
    }).length
    const open = slots.at(-1)?.isFixed === false && (found.at(-1) ?? 0) === count && !site.isLast ? 1 : 0
    return leaves.length > 0 && proven * 2 >= leaves.length - open
  }

  function isParentOf(index: number): boolean {
    const [slot, next] = [slots[index], slots[index + 1]]
    return slot !== undefined && next !== undefined && isChildLabel(next.label, slot.label)
  }
}

function titleOf({block, label}: HeadingSlot): string {
  return block.block.text.slice(label.text.length)
}

/** Whether the number of a group lies below that of a heading: 1 if so, -1 if below another, 0 without a number. */
function numberFit(label: LabelReading, group: TextGroup): number {
  const numbers = group.blocks[0]?.block.labels.filter(({style, values}) => style.startsWith('decimal') && values.length > 1) ?? []
  if (numbers.length === 0) return 0
  return numbers.some(({values}) => values.length > label.values.length && label.values.every((value, index) => values[index] === value))
    ? 1
    : -1
}

/** Whether a list goes on where a heading without a number would interrupt it, or begins where there is none; 1 if it begins below one. */
function listFit(group: TextGroup, isBelowHeading: boolean): number {
  const number = listNumber(group)
  if (number === undefined) return 0
  return isBelowHeading ? (number === 1 ? 1 : -1) : number === 1 ? -1 : 0
}

function isFirstSection({label, isFixed}: HeadingSlot): boolean {
  return !isFixed && label.values.every((value) => value === 1)
}

/** How a definition begins under its title. */
const DEFINES = /^(?:是?指|即|means\b|refers to\b)/

/** What an agreement says before its first section. */
const PREAMBLE =
  /以下简称|以下统称|下称|请(?:您)?(?:务必|仔细|认真|审慎)|欢迎|同意(?:并接受)?本|阅读(?:并|、|和)|hereinafter|please read|welcome to|by (?:using|accessing)|agree to (?:these|this|the)/i

/** A text before the first heading belongs to the heading of the page before, or to the preamble. */
const BEFORE_FIRST = 0.1
