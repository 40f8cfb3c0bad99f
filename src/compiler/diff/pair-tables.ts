import {spansText, type Table} from '../clause-tree/index.ts'
import {dice, featureReader} from './alignment/features.ts'
import {foldText} from './alignment/fold-text.ts'
import {type Candidate, heaviestIncreasing} from './alignment/increasing.ts'

/** The rows and the columns of two tables, each in one order: what went stands before what came at the same place. */
export interface PairedTables {
  readonly rows: readonly TablePair[]
  readonly columns: readonly TablePair[]
}

/** A row or a column that both tables have, or one of them. */
export interface TablePair {
  /** Its number in the old table, from 0. */
  readonly a?: number
  /** Its number in the new table. */
  readonly b?: number
}

/** Tells which rows and columns of two tables are the same ones. Exchanging the tables gives the mirror image. */
export function pairTables(from: Table, to: Table): PairedTables {
  const [old, now] = [cellTexts(from), cellTexts(to)]
  return {rows: inOneOrder(old, now, pairRows), columns: inOneOrder(old[0] ?? [], now[0] ?? [], pairColumns)}
}

/** Texts of the cells, row by row. */
export function cellTexts({rows}: Table): readonly (readonly string[])[] {
  return rows.map(({cells}) => cells.map(({spans}) => spansText(spans)))
}

/** All elements of two lists in one order: what went stands before what came at the same place. */
function inOneOrder<T extends string | readonly string[]>(
  old: readonly T[],
  now: readonly T[],
  pairing: (a: readonly T[], b: readonly T[]) => readonly TablePair[],
): TablePair[] {
  const isExchanged = String(now) < String(old)
  const pairs = isExchanged
    ? pairing(now, old).map(({a, b}): TablePair => ({...(b === undefined ? {} : {a: b}), ...(a === undefined ? {} : {b: a})}))
    : pairing(old, now)
  const ordered: TablePair[] = []
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
function pairColumns(a: readonly string[], b: readonly string[]): readonly TablePair[] {
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
function pairRows(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): readonly TablePair[] {
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
