import {type Clause, type Span, sliceSpans, spansText, type Table} from '../../clause-tree/index.ts'
import {contentOf} from '../../diff/index.ts'
import type {Slot} from './weave-text.ts'

/** A line of a clause in one version and the slots that its text is in. */
export interface Frame {
  readonly role: 'heading' | 'text' | 'preformatted' | 'table'
  readonly quoted: boolean
  /** Number of its slot, for a table of its first one. */
  readonly slot: number
  /** Numbers of the slots of each row. */
  readonly rows: readonly (readonly number[])[]
  /** The table itself, where it is one. */
  readonly table?: Table
}

/** The lines of a clause; their slots, parted by one character each, are its title and text as the diff compares them. */
export interface Frames {
  readonly frames: readonly Frame[]
  readonly slots: readonly Slot[]
}

/** Title, then text; a clause without either has one empty line. */
export function framesOf(clause: Clause): Frames {
  const {heading, text} = contentOf(clause)
  const frames: Frame[] = []
  const slots: Slot[] = []
  const line = (role: Frame['role'], spans: Slot, quoted = false) => {
    frames.push({role, quoted, slot: slots.length, rows: []})
    slots.push(spans)
  }
  if (heading !== '') line('heading', trimmed(clause.heading?.spans ?? []))
  const {body} = clause
  if (text !== '' && body)
    switch (body.type) {
      case 'paragraph':
        line('text', body.spans.map(withoutPosition), body.quoted ?? false)
        break
      case 'preformatted':
        line('preformatted', [{value: body.value, marks: []}])
        break
      case 'table': {
        const first = slots.length
        const rows = body.rows.map(({cells}) => cells.map(({spans}) => slots.push(spans.map(withoutPosition)) - 1))
        frames.push({role: 'table', quoted: false, slot: first, rows, table: body})
      }
    }
  if (frames.length === 0) line('text', [])
  return {frames, slots}
}

function trimmed(spans: readonly Span[]): Slot {
  const text = spansText(spans)
  const start = text.length - text.trimStart().length
  return sliceSpans(spans, start, Math.max(start, text.trimEnd().length)).map(withoutPosition)
}

function withoutPosition({position: _, ...span}: Span): Slot[number] {
  return span
}
