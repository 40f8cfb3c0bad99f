import type {Mark, Span} from '../../clause-tree/index.ts'
import type {Segment} from '../../diff/index.ts'
import type {RedlineRun} from '../redline-view.ts'

/** A stretch of text that keeps together in one version: a title, a paragraph, a cell. One character parts it from the next. */
export type Slot = readonly Omit<Span, 'position'>[]

/** Runs for each slot of the new version, and for each of the old one that has no home there. */
export interface Woven {
  readonly now: readonly RedlineRun[][]
  readonly gone: readonly RedlineRun[][]
}

/**
 * Lays what was deleted and inserted over the marks of both versions.
 * `home` tells which slot of the new version an old slot belongs to; words that are equal across other slots count as deleted and inserted.
 */
export function weaveText(
  segments: readonly Segment[],
  {from, to, home}: {from: readonly Slot[]; to: readonly Slot[]; home: (slot: number, current: number) => number | undefined},
): Woven {
  const [old, fresh] = [cursorOver(from), cursorOver(to)]
  const now: RedlineRun[][] = to.map(() => [])
  const gone: RedlineRun[][] = from.map(() => [])
  const write = (runs: RedlineRun[] | undefined, added: readonly RedlineRun[]) => {
    for (const run of added) append(runs, run)
  }
  const drop = (piece: Piece) => {
    const target = home(piece.slot, fresh.slot())
    write(
      target === undefined ? gone[piece.slot] : now[target],
      piece.spans.map((span) => ({op: 'delete', ...span})),
    )
  }
  const add = (piece: Piece) =>
    write(
      now[piece.slot],
      piece.spans.map((span) => ({op: 'insert', ...span})),
    )
  for (const {op, text} of segments) {
    for (let left = text.length; left > 0; ) {
      const length = Math.min(left, op === 'insert' ? left : old.room(), op === 'delete' ? left : fresh.room())
      const before = op === 'insert' ? undefined : old.take(length)
      const after = op === 'delete' ? undefined : fresh.take(length)
      if (before && after && before.spans.length > 0 && after.spans.length > 0 && home(before.slot, after.slot) === after.slot)
        write(now[after.slot], overlaid(before.spans, after.spans))
      else {
        if (before) drop(before)
        if (after) add(after)
      }
      left -= length
    }
  }
  return {now, gone}
}

/** Runs of a text that one version alone has. */
export function aloneRuns(slot: Slot, op: RedlineRun['op']): RedlineRun[] {
  const runs: RedlineRun[] = []
  for (const span of slot) append(runs, {op, ...span})
  return runs
}

/** Whether two sets of marks are the same. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index])
}

/** Part of one slot, or the character between two: then without spans. */
interface Piece {
  readonly slot: number
  readonly spans: Slot
}

/** Reads slots from front to back. */
function cursorOver(slots: readonly Slot[]) {
  const lengths = slots.map((slot) => slot.reduce((sum, {value}) => sum + value.length, 0))
  let [slot, at, span, inSpan] = [0, 0, 0, 0]
  return {
    slot: () => slot,
    /** Characters until the end of the slot, or 1 at the character after it. */
    room: () => Math.max(1, (lengths[slot] ?? 0) - at),
    take(length: number): Piece {
      const here = slot
      if (at >= (lengths[slot] ?? 0)) {
        ;[slot, at, span, inSpan] = [Math.min(slot + 1, slots.length - 1), 0, 0, 0]
        return {slot: here, spans: []}
      }
      const spans: Omit<Span, 'position'>[] = []
      for (let left = length; left > 0; ) {
        const current = slots[slot]?.[span]
        if (!current) break
        const value = current.value.slice(inSpan, inSpan + left)
        spans.push({...current, value})
        left -= value.length
        inSpan += value.length
        if (inSpan === current.value.length) [span, inSpan] = [span + 1, 0]
      }
      at += length
      return {slot: here, spans}
    },
  }
}

/** Equal text with the looks of the new version and, where they were others, the marks of the old one. */
function overlaid(old: Slot, now: Slot): RedlineRun[] {
  const runs: RedlineRun[] = []
  let [index, at] = [0, 0]
  for (const span of now) {
    for (let done = 0; done < span.value.length; ) {
      const before = old[index]
      const length = Math.min(span.value.length - done, (before?.value.length ?? Number.POSITIVE_INFINITY) - at)
      const isMarkedOtherwise = before !== undefined && !sameMarks(before.marks, span.marks)
      append(runs, {op: 'equal', ...span, value: span.value.slice(done, done + length), ...(isMarkedOtherwise ? {was: before.marks} : {})})
      done += length
      at += length
      if (at === before?.value.length) [index, at] = [index + 1, 0]
    }
  }
  return runs
}

/** Adds a run, joined to the last one where it looks the same. */
function append(runs: RedlineRun[] | undefined, run: RedlineRun): void {
  const last = runs?.at(-1)
  if (last && looksLike(last, run)) runs?.splice(-1, 1, {...last, value: last.value + run.value})
  else runs?.push(run)
}

function looksLike(a: RedlineRun, b: RedlineRun): boolean {
  return (
    a.op === b.op &&
    sameMarks(a.marks, b.marks) &&
    (a.was === undefined) === (b.was === undefined) &&
    sameMarks(a.was ?? [], b.was ?? []) &&
    a.link?.url === b.link?.url &&
    a.link?.title === b.link?.title &&
    a.image === undefined &&
    b.image === undefined
  )
}
