import type {Align, Clause, Label} from '../../clause-tree/index.ts'
import type {Segment} from '../../diff/index.ts'
import type {RedlineCell, RedlineLine, RedlineOp, RedlineRun} from '../redline-view.ts'
import {type Frame, type Frames, framesOf} from './line-frames.ts'
import {aloneRow, type CellPair, pairRows, type RowPair} from './pair-rows.ts'
import {aloneRuns, sameMarks, type Woven, weaveText} from './weave-text.ts'

/** The lines of a clause that both versions have; without `segments` its text is the same in both. */
export function pairedLines(from: Clause, to: Clause, segments: readonly Segment[] | undefined, level: number): RedlineLine[] {
  const [old, now] = [framesOf(from), framesOf(to)]
  const runs = segments ?? [{op: 'equal', text: textOf(now)}]
  const partner = pairFrames(old, now)
  const rows = new Map<number, readonly RowPair[]>()
  const homes = new Map<number, number>()
  for (const [before, after] of partner)
    if (before.table && after.table) {
      const pairs = pairRows({table: before.table, slots: before.rows}, {table: after.table, slots: after.rows})
      rows.set(after.slot, pairs)
      for (const cell of pairs.flatMap(({cells}) => cells))
        if (cell.from !== undefined && cell.to !== undefined) homes.set(cell.from, cell.to)
    } else homes.set(before.slot, after.slot)
  const woven = weaveText(runs, {from: old.slots, to: now.slots, home: (slot) => homes.get(slot)})
  const labels = pairedLabel(from.label, to.label)
  const isFirstPaired = partner.some(([before, after]) => before === old.frames[0] && after === now.frames[0])
  const lines: RedlineLine[] = []
  const unpaired = old.frames.filter((frame) => !partner.some(([before]) => before === frame))
  for (const frame of unpaired.filter(({role}) => role === 'heading'))
    lines.push(line(frame, 'delete', {label: isFirstPaired ? [] : labelFor(old, frame, from.label, 'delete'), level, woven}))
  for (const frame of now.frames) {
    const isPaired = partner.some(([, after]) => after === frame)
    const isFirst = frame === now.frames[0]
    const label = isPaired && isFirst && isFirstPaired ? labels : isFirst ? aloneLabel(to.label, 'insert') : []
    const oldLabel = isPaired && !isFirstPaired && partnerOf(partner, frame) === old.frames[0] ? aloneLabel(from.label, 'delete') : []
    lines.push(
      line(frame, isPaired ? 'equal' : 'insert', {label: [...oldLabel, ...label], level, woven, rows: rows.get(frame.slot) ?? undefined}),
    )
  }
  for (const frame of unpaired.filter(({role}) => role !== 'heading'))
    lines.push(line(frame, 'delete', {label: isFirstPaired ? [] : labelFor(old, frame, from.label, 'delete'), level, woven}))
  return lines
}

/** The lines of a clause that one version alone has. */
export function aloneLines(clause: Clause, op: RedlineOp, level: number): RedlineLine[] {
  const {frames, slots} = framesOf(clause)
  const runs = slots.map((slot) => aloneRuns(slot, op))
  const woven = {now: runs, gone: runs}
  return frames.map((frame, index) => line(frame, op, {label: index === 0 ? aloneLabel(clause.label, op) : [], level, woven}))
}

/** Clauses that one clause became: its text goes on from one to the next. `undefined` where titles or tables are among them. */
export function splitLines(
  whole: Clause,
  parts: readonly Clause[],
  segments: readonly Segment[],
  level: number,
): RedlineLine[] | undefined {
  const [old, now] = [framesOf(whole), parts.map(framesOf)]
  if (![old, ...now].every(({frames}) => frames.length === 1 && frames[0]?.role === 'text')) return undefined
  const woven = weaveText(segments, {from: old.slots, to: now.flatMap(({slots}) => slots), home: (_, current) => current})
  return now.map(({frames}, index) => {
    const label = index === 0 ? pairedLabel(whole.label, parts[0]?.label) : aloneLabel(parts[index]?.label, 'insert')
    const runs = woven.now[index] ?? []
    return {...base(frames[0], level), label, runs, end: index === parts.length - 1 ? 'equal' : 'insert'}
  })
}

/** The mirror of {@link splitLines}: clauses that became one. */
export function mergedLines(
  whole: Clause,
  parts: readonly Clause[],
  segments: readonly Segment[],
  level: number,
): RedlineLine[] | undefined {
  const exchanged = segments.map((segment) => ({...segment, op: exchange(segment.op)}))
  return splitLines(whole, parts, exchanged, level)?.map((merged) => ({
    ...merged,
    label: exchangeRuns(merged.label),
    runs: exchangeRuns(merged.runs),
    end: exchange(merged.end),
  }))
}

function exchange(op: RedlineOp): RedlineOp {
  return op === 'insert' ? 'delete' : op === 'delete' ? 'insert' : 'equal'
}

/** Exchanges the versions; what was deleted stands first again. */
function exchangeRuns(runs: readonly RedlineRun[]): RedlineRun[] {
  const out: RedlineRun[] = []
  let start = 0
  for (const {was, ...run} of runs) {
    const exchanged: RedlineRun = {...run, op: exchange(run.op), ...(was ? {marks: was, was: run.marks} : {})}
    if (exchanged.op !== 'delete') out.push(exchanged)
    else {
      out.splice(start, 0, exchanged)
      start += 1
    }
    if (exchanged.op === 'equal') start = out.length
  }
  return out
}

function base(frame: Frame | undefined, level: number): Omit<RedlineLine, 'label' | 'end'> {
  return {
    role: frame?.role ?? 'text',
    ...(frame?.role === 'heading' ? {level: Math.min(6, level)} : {}),
    ...(frame?.quoted ? {quoted: true as const} : {}),
    runs: [],
    rows: [],
  }
}

interface LineParts {
  readonly label: readonly RedlineRun[]
  readonly level: number
  readonly woven: Woven
  readonly rows?: readonly RowPair[] | undefined
}

function line(frame: Frame, end: RedlineOp, {label, level, woven, rows}: LineParts): RedlineLine {
  const source = end === 'delete' ? woven.gone : woven.now
  if (frame.role !== 'table') return {...base(frame, level), label, runs: source[frame.slot] ?? [], end}
  const pairs = rows ?? frame.rows.map((row) => aloneRow(row, end === 'equal' ? 'insert' : end))
  return {
    ...base(frame, level),
    label,
    rows: pairs.map(({op, cells}) => ({
      op,
      cells: cells.map((cell, index) => viewCell(cell, op, frame.table?.align[columnOf(cells, index, end)])),
    })),
    end,
  }

  function viewCell({from, to}: CellPair, row: RedlineOp, align: Align | undefined): RedlineCell {
    const runs = (to === undefined ? woven.gone[from ?? 0] : woven.now[to]) ?? []
    const op = row !== 'equal' ? row : from === undefined ? 'insert' : to === undefined ? 'delete' : 'equal'
    return {op, ...(align ? {align} : {}), runs}
  }
}

/** The column of a cell in the version whose frame is shown. */
function columnOf(cells: readonly CellPair[], index: number, end: RedlineOp): number {
  const side = end === 'delete' ? 'from' : 'to'
  return cells.slice(0, index).filter((cell) => cell[side] !== undefined).length
}

function pairFrames(old: Frames, now: Frames): (readonly [Frame, Frame])[] {
  const [before, after] = [old.frames, now.frames]
  const isTable = (frame: Frame | undefined) => frame?.role === 'table'
  if (before.length === 1 && after.length === 1 && isTable(before[0]) === isTable(after[0]))
    return before[0] && after[0] ? [[before[0], after[0]]] : []
  const isTitle = (frame: Frame) => frame.role === 'heading'
  return before.flatMap((frame) => {
    const other = after.find((candidate) => isTitle(candidate) === isTitle(frame) && isTable(candidate) === isTable(frame))
    return other ? [[frame, other] as const] : []
  })
}

function partnerOf(partner: readonly (readonly [Frame, Frame])[], frame: Frame): Frame | undefined {
  return partner.find(([, after]) => after === frame)?.[0]
}

function labelFor({frames}: Frames, frame: Frame, label: Label | undefined, op: RedlineOp): RedlineRun[] {
  return frames[0] === frame ? aloneLabel(label, op) : []
}

function textOf({slots}: Frames): string {
  return slots.map((slot) => slot.map(({value}) => value).join('')).join('\n')
}

/** Sign that Markdown's list markers stand for. */
const BULLET = '•'

function aloneLabel(label: Label | undefined, op: RedlineOp): RedlineRun[] {
  return label ? [{op, value: label.style === 'bullet' ? BULLET : label.text, marks: label.marks}] : []
}

function pairedLabel(from: Label | undefined, to: Label | undefined): RedlineRun[] {
  const [old, now] = [aloneLabel(from, 'delete'), aloneLabel(to, 'insert')]
  if (old[0] === undefined || now[0] === undefined || old[0].value !== now[0].value) return [...old, ...now]
  return [{...now[0], op: 'equal', ...(sameMarks(old[0].marks, now[0].marks) ? {} : {was: old[0].marks})}]
}
