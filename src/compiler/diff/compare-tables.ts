import {spansText, type Table} from '../clause-tree/index.ts'
import {dice, featureReader} from './features.ts'
import {foldText} from './fold-text.ts'
import {type Candidate, heaviestIncreasing} from './increasing.ts'
import type {CompareWording, Segment} from './wording.ts'

/** A row of a table that came, went, or has a cell with other words. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** Number of the row in the old version; the head is 0. */
  readonly from?: number
  readonly to?: number
  /** What the row is about: its first cell, in the new version where it has it. */
  readonly name: string
  /** Cells that differ, in their order; none for rows that came or went. */
  readonly cells: readonly CellChange[]
}

/** A cell with other words, or one of a column that came or went. */
export interface CellChange {
  /** Number of the column from 1, in the new version where it has it. */
  readonly column: number
  /** The head of the column. */
  readonly name: string
  readonly from?: string
  readonly to?: string
}

/** What differs between two tables. */
export interface ComparedTables {
  /** Old and new text, cells parted by a tab and rows by a line end; no change reaches over a cell that stayed. */
  readonly segments: readonly Segment[]
  readonly rows: readonly RowChange[]
}

/** Compares row by row and cell by cell. Exchanging the tables gives the mirror image. */
export function compareTables(from: Table, to: Table, compareWording: CompareWording): ComparedTables {
  const [old, now] = [cellsOf(from), cellsOf(to)]
  const columns = inOneOrder(old[0] ?? [], now[0] ?? [], pairColumns)
  const segments: Segment[] = []
  const rows: RowChange[] = []
  for (const {a, b} of inOneOrder(old, now, pairRows)) {
    const [before, after] = [a === undefined ? undefined : old[a], b === undefined ? undefined : now[b]]
    parted(segments, '\n', a, b)
    if (before && after && a !== undefined && b !== undefined) {
      const cells = compareCells(before, after)
      if (cells.length > 0) rows.push({kind: 'changed', from: a, to: b, name: after[0] ?? '', cells})
    } else if (after && b !== undefined) {
      segments.push({op: 'insert', text: after.join('\t')})
      rows.push({kind: 'added', to: b, name: after[0] ?? '', cells: []})
    } else if (before && a !== undefined) {
      segments.push({op: 'delete', text: before.join('\t')})
      rows.push({kind: 'removed', from: a, name: before[0] ?? '', cells: []})
    }
  }
  return {segments: joinedSegments(segments), rows}

  function compareCells(before: readonly string[], after: readonly string[]): CellChange[] {
    const changes: CellChange[] = []
    for (const {a, b} of columns) {
      const [was, is] = [a === undefined ? undefined : before[a], b === undefined ? undefined : after[b]]
      if (was === undefined && is === undefined) continue
      parted(segments, '\t', was === undefined ? undefined : a, is === undefined ? undefined : b)
      segments.push(...compareWording(was ?? '', is ?? ''))
      if (foldText(was ?? '') === foldText(is ?? '') && was !== undefined && is !== undefined) continue
      changes.push({
        column: (b ?? a ?? 0) + 1,
        name: (b === undefined ? old[0]?.[a ?? 0] : now[0]?.[b]) ?? '',
        ...(was === undefined ? {} : {from: was}),
        ...(is === undefined ? {} : {to: is}),
      })
    }
    return changes
  }
}

function cellsOf({rows}: Table): string[][] {
  return rows.map(({cells}) => cells.map(({spans}) => spansText(spans)))
}

/** An element of both lists, or of one of them. */
interface Pair {
  readonly a?: number
  readonly b?: number
}

/** All elements of two lists in one order: what went stands before what came at the same place. */
function inOneOrder<T extends string | readonly string[]>(
  old: readonly T[],
  now: readonly T[],
  pairing: (a: readonly T[], b: readonly T[]) => readonly Pair[],
): Pair[] {
  const isExchanged = String(now) < String(old)
  const pairs = isExchanged
    ? pairing(now, old).map(({a, b}): Pair => ({...(b === undefined ? {} : {a: b}), ...(a === undefined ? {} : {b: a})}))
    : pairing(old, now)
  const ordered: Pair[] = []
  let [i, j] = [0, 0]
  for (const {a = old.length, b = now.length} of [...pairs, {}]) {
    for (; i < a; i += 1) ordered.push({a: i})
    for (; j < b; j += 1) ordered.push({b: j})
    if (a < old.length && b < now.length) ordered.push({a, b})
    i = a + 1
    j = b + 1
  }
  return ordered
}

/** As many columns are the same ones; of a column that came or went the heads tell which it is. */
function pairColumns(a: readonly string[], b: readonly string[]): readonly Pair[] {
  if (a.length === b.length) return a.map((_, index) => ({a: index, b: index}))
  return heaviestIncreasing(
    a.flatMap((head, i) => b.flatMap((other, j) => (foldText(head) === foldText(other) ? [{a: i, b: j, weight: head.length + 1}] : []))),
  )
}

/** Rows that are compared one with all. */
const MOST = 10_000
/** Likeness from which two rows are the same one. */
const SAME = 0.4

/** Heads are the same row; other rows are, where they say the same, or are called the same, or share most of their words. */
function pairRows(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): readonly Pair[] {
  const read = featureReader()
  const [featuresA, featuresB] = [a, b].map((rows) => rows.map((cells) => read(cells.join(' '))))
  const [textsA, textsB] = [a, b].map((rows) => rows.map((cells) => foldText(cells.join('\t'))))
  const [namesA, namesB] = [a, b].map((rows) => rows.map((cells) => foldText(cells[0] ?? '')))
  const likeness = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i === j ? 1 : 0
    if (textsA?.[i] === textsB?.[j]) return 1
    const [left, right] = [featuresA?.[i], featuresB?.[j]]
    const words = left && right ? dice(left, right) : 0
    return namesA?.[i] !== '' && namesA?.[i] === namesB?.[j] ? 0.5 + words / 2 : words
  }
  const isSmall = a.length * b.length <= MOST
  const placesB = new Map<string, number[]>()
  for (const list of [textsB, namesB])
    list?.forEach((key, j) => {
      const known = placesB.get(key)
      if (known) known.push(j)
      else placesB.set(key, [j])
    })
  const candidatesOf = (i: number): readonly number[] =>
    isSmall
      ? b.map((_, j) => j)
      : [...new Set([...near(placesB, textsA?.[i]), ...near(placesB, namesA?.[i]), i])].filter((j) => j < b.length)
  const candidates: Candidate[] = a.flatMap((cells, i) =>
    candidatesOf(i).flatMap((j) => {
      const value = likeness(i, j)
      return value >= SAME ? [{a: i, b: j, weight: value * value * Math.sqrt(cells.join('').length + 1)}] : []
    }),
  )
  return heaviestIncreasing(candidates)
}

/** Places of a text; a text in too many places tells nothing. */
function near(places: ReadonlyMap<string, readonly number[]>, key: string | undefined): readonly number[] {
  const found = places.get(key ?? '') ?? []
  return found.length > 24 ? [] : found
}

/** The sign between two rows or cells, on each side that has one before. */
function parted(segments: Segment[], sign: string, a: number | undefined, b: number | undefined): void {
  const [inOld, inNew] = [a !== undefined && a > 0, b !== undefined && b > 0]
  if (inOld && inNew) segments.push({op: 'equal', text: sign})
  else if (inOld) segments.push({op: 'delete', text: sign})
  else if (inNew) segments.push({op: 'insert', text: sign})
}

/** Joins runs of one kind; between two equal runs what went stands before what came. */
export function joinedSegments(segments: readonly Segment[]): Segment[] {
  const tidy: Segment[] = []
  let [gone, fresh, equal] = ['', '', '']
  const flush = () => {
    if (gone !== '') tidy.push({op: 'delete', text: gone})
    if (fresh !== '') tidy.push({op: 'insert', text: fresh})
    ;[gone, fresh] = ['', '']
  }
  for (const {op, text} of segments) {
    if (text === '') continue
    if (op === 'equal') {
      flush()
      equal += text
      continue
    }
    if (equal !== '') tidy.push({op: 'equal', text: equal})
    equal = ''
    if (op === 'delete') gone += text
    else fresh += text
  }
  flush()
  if (equal !== '') tidy.push({op: 'equal', text: equal})
  return tidy
}
