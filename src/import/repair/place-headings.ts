import type {Repair} from '../import-report.ts'
import {alignAtSeams} from './align-at-seams.ts'
import type {HeadingSlot} from './align-headings.ts'
import {isChildLabel} from './child-label.ts'
import type {RoledBlock} from './find-headings.ts'
import {UNNUMBERED} from './gathered-titles.ts'
import {areAlike} from './likeness.ts'
import {groupTexts, startsList, type TextGroup} from './text-groups.ts'

/** Blocks in reading order; a heading whose place is a guess carries a note. */
export interface PlacedBlock extends RoledBlock {
  readonly note?: string
}

/** The blocks in order, with what was moved. */
export interface Placed {
  readonly blocks: readonly PlacedBlock[]
  readonly repairs: readonly Repair[]
}

/**
 * Puts headings that an extractor gathered at the end of a page back before their bodies: by numbering, and by likeness of titles and texts.
 * Headings and texts both keep their order; a heading that stands where it belongs is not touched.
 */
export function placeHeadings(blocks: readonly RoledBlock[]): Placed {
  const segments = partAtRuns(blocks)
  const out: PlacedBlock[] = []
  const repairs: Repair[] = []
  let pending: RoledBlock | undefined
  let hasPendingBody = false
  segments.forEach((segment, index) => {
    const next = segments[index + 1]
    const isDisplaced = segment.headings.length > 0 && isGathered(segment, pending, next)
    if (!isDisplaced) {
      out.push(...segment.texts, ...segment.headings)
      if (segment.headings.length > 0) [pending, hasPendingBody] = [segment.headings.at(-1), false]
      else if (segment.texts.length > 0) hasPendingBody = true
      return
    }
    const {lead} = groupTexts(segment.texts)
    out.push(...lead)
    if (lead.length > 0) [pending, hasPendingBody] = [undefined, false]
    const slots: HeadingSlot[] = [
      ...(pending?.label ? [{block: pending, label: pending.label, isFixed: true, hasBody: hasPendingBody}] : []),
      ...segment.headings.flatMap((block) => (block.label ? [{block, label: block.label, isFixed: false, hasBody: false}] : [])),
    ]
    const {groups, alignment} = alignAtSeams(slots, segment.texts, {isLast: next === undefined, isBelowTitle: lead.length > 0})
    const hasOnePlace = next === undefined && segment.headings.length === 1 && slots[0]?.isFixed === true
    if (!alignment.isPlausible && !hasOnePlace) {
      out.push(
        ...segment.texts.slice(lead.length),
        ...segment.headings.map((heading, at) => (at === 0 ? {...heading, note: UNPLACED} : heading)),
      )
      for (const {block} of segment.headings.slice(0, 1))
        repairs.push({
          rule: 'place-headings',
          confidence: 'uncertain',
          message: `${segment.headings.length} headings from \`${block.text}\` stand together; their texts were not found`,
          line: block.line,
        })
    } else {
      out.push(...merge({slots, groups, starts: alignment.starts, following: next?.texts[0]}))
    }
    const last = slots.at(-1)
    pending = segment.headings.at(-1)
    hasPendingBody = last !== undefined && (alignment.starts.at(-1) ?? 0) < groups.length
  })
  return {blocks: out, repairs}

  function merge({slots, groups, starts, following}: Merge): PlacedBlock[] {
    const placed: PlacedBlock[] = []
    let at = 0
    slots.forEach((slot, index) => {
      const start = starts[index] ?? groups.length
      while (at < start) placed.push(...(groups[at++]?.blocks ?? []))
      if (slot.isFixed) return
      const child = slots[index + 1]
      const isRightAboveChild = child !== undefined && starts[index + 1] === start && isChildLabel(child.label, slot.label)
      const proof = isRightAboveChild ? 'number' : alignmentProof(slot, groups[start], child ? undefined : following)
      const isGuess = proof === 'order' && start < groups.length
      repairs.push({
        rule: 'place-headings',
        confidence: isGuess ? 'uncertain' : 'likely',
        message: `Put \`${slot.block.block.text}\` before its text, by ${proof}`,
        line: slot.block.block.line,
      })
      placed.push(isGuess ? {...slot.block, note: GUESSED} : slot.block)
    })
    while (at < groups.length) placed.push(...(groups[at++]?.blocks ?? []))
    return placed
  }
}

interface Merge {
  readonly slots: readonly HeadingSlot[]
  readonly groups: readonly TextGroup[]
  readonly starts: readonly number[]
  /** What stands after the headings in the source. */
  readonly following: RoledBlock | undefined
}

const GUESSED = 'The heading below was put here by its order only; check its place.'
const UNPLACED = 'These headings stand together and their texts could not be told; put them before their texts.'

function alignmentProof(
  slot: HeadingSlot,
  group: TextGroup | undefined,
  following: RoledBlock | undefined,
): 'number' | 'likeness' | 'order' {
  const isBelow = (entry: RoledBlock | undefined) =>
    entry?.block.labels.some(
      ({values}) => values.length > slot.label.values.length && slot.label.values.every((value, index) => values[index] === value),
    )
  if (slot.label.style === UNNUMBERED ? startsList(group) : isBelow(group?.blocks[0]) || isBelow(following)) return 'number'
  const title = slot.block.block.text.slice(slot.label.text.length)
  return areAlike(title, group?.text ?? '') ? 'likeness' : 'order'
}

/** Texts, and the run of headings that follows them. */
interface Segment {
  readonly texts: readonly RoledBlock[]
  readonly headings: readonly RoledBlock[]
}

function partAtRuns(blocks: readonly RoledBlock[]): Segment[] {
  const segments: {texts: RoledBlock[]; headings: RoledBlock[]}[] = []
  for (const block of blocks) {
    const last = segments.at(-1)
    const isHeading = block.role === 'heading'
    if (!last || (!isHeading && last.headings.length > 0))
      segments.push({texts: isHeading ? [] : [block], headings: isHeading ? [block] : []})
    else if (isHeading) last.headings.push(block)
    else last.texts.push(block)
  }
  return segments
}

/**
 * Whether the headings after these texts were gathered there: two of them that should each have a text stand next to each other, or a
 * text before them bears a number below one of theirs. Short members of a list, which follow a lead-in, are none.
 */
function isGathered({texts, headings}: Segment, pending: RoledBlock | undefined, next: Segment | undefined): boolean {
  if (headings.some(({label}) => label?.style === UNNUMBERED)) return texts.some(({role}) => role === 'text')
  const labels = headings.flatMap(({label}) => (label ? [label.values] : []))
  const isBelow = (values: readonly number[], parent: readonly number[]) =>
    values.length > parent.length && parent.every((value, index) => values[index] === value)
  const follows = texts.some(({block}) =>
    block.labels.some(({values, style}) => style.startsWith('decimal') && labels.some((label) => isBelow(values, label))),
  )
  if (follows) return true
  const free = texts.filter(({role, block}) => role === 'text' && !block.labels.some(({style}) => style.startsWith('decimal')))
  if (free.length === 0) return false
  const siblings = headings.filter(({label}, index) => {
    const after = headings[index + 1]?.label
    return label !== undefined && after !== undefined && !isChildLabel(after, label)
  }).length
  const last = texts.at(-1)?.block
  if (last && /[:：]$/.test(last.text) && siblings > 0 && pending?.label === undefined && next === undefined) return false
  const isAtEnd = next === undefined && headings.length > 0 && pending !== undefined
  return siblings > 0 || (isAtEnd && free.length > 1)
}
