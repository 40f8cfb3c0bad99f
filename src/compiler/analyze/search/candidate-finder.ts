import {requiredWords} from './required-words.ts'
import {WordFinder} from './word-finder.ts'

/**
 * Finds the rows of a table that are worth a search in a text, in the order of the table: those whose required words the text holds.
 * Read off the text in one pass, since most patterns have nothing to find in most texts.
 */
export function candidateFinder<Row>(rows: readonly Row[], patternOf: (row: Row) => RegExp): (text: string) => readonly Row[] {
  const words = new WordFinder()
  const always: Candidate<Row>[] = []
  const byWord: Candidate<Row>[][] = []
  for (const [place, row] of rows.entries()) {
    const [rarest, ...others] = requiredWords(patternOf(row))
      .slice(0, SETS)
      .map((set) => set.map((word) => words.add(word.toLowerCase())))
    const candidate = {row, place, others, triedIn: 0}
    if (rarest === undefined) always.push(candidate)
    else for (const word of rarest) byWord[word] = [...(byWord[word] ?? []), candidate]
  }
  const isHeld = (set: readonly number[]) => set.some((word) => words.isFound(word))
  let reading = 0
  return (text) => {
    const found = [...always]
    reading += 1
    for (const word of words.read(text.toLowerCase())) {
      for (const candidate of byWord[word] ?? NONE) {
        if (candidate.triedIn === reading) continue
        candidate.triedIn = reading
        if (candidate.others.every(isHeld)) found.push(candidate)
      }
    }
    return found.sort((one, other) => one.place - other.place).map(({row}) => row)
  }
}

/** Sets of words by which a pattern is told, the rarest ones; more of them cost more to find than they spare. */
const SETS = 3

const NONE: readonly never[] = Object.freeze([])

/** A row with its place in the table and the sets of words that it requires besides the one by which it is found. */
interface Candidate<Row> {
  readonly row: Row
  readonly place: number
  readonly others: readonly (readonly number[])[]
  /** The reading in which it was tried last. */
  triedIn: number
}
