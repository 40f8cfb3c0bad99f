import type {Change, Replacement} from './change.ts'

/** Times that the same words must have been exchanged to be told as one thing. */
const LEAST = 4
/** Length of such words in UTF-16 units. */
const LONGEST = 60

/** Finds words that were exchanged for the same others all over the text, and marks the changes that consist of nothing else. */
export function withReplacements(changes: readonly Change[]): {
  readonly changes: readonly Change[]
  readonly replacements: readonly Replacement[]
} {
  const exchanges = exchangesIn(changes)
  const common = commonExchanges(exchanges, changes)
  if (common.size === 0) return {changes, replacements: []}
  const replacements = [...common.values()].sort(
    (x, y) => y.count - x.count || (x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : 1),
  )
  const indexOf = new Map(replacements.map((replacement, index) => [replacement, index]))
  const marked = changes.map((change, at): Change => {
    const {segments = [], kind} = change
    const [start, end] = [exchanges.starts[at] ?? 0, exchanges.starts[at + 1] ?? 0]
    if (start === end || (kind !== 'modified' && kind !== 'retitled' && kind !== 'moved')) return change
    const known = Array.from({length: end - start}, (_, index) => common.get(keyOf(exchanges, start + index))).filter(
      (found) => found !== undefined,
    )
    const [first] = known
    if (first === undefined || known.length < end - start) return change
    if (segments.filter(({op}) => op !== 'equal').length !== 2 * (end - start)) return change
    const isParameter = known.every(({from, to}) => PARAMETER.test(from) || PARAMETER.test(to))
    return {
      ...change,
      replacement: indexOf.get(first) ?? 0,
      effects: change.effects.filter((effect) => !effect.kind.startsWith('limitation') && !(isParameter && effect.kind === 'party')),
      ...(isParameter
        ? {materiality: 'editorial' as const, reason: 'a name was exchanged for a parameter, or back, all over the text'}
        : {reason: 'the same words were exchanged all over the text'}),
    }
  })
  return {changes: marked, replacements}
}

/** Exchanges that occur often enough, and that are most of what happened to the old words or most of what the new ones came from. */
function commonExchanges(exchanges: Exchanges, changes: readonly Change[]): Map<number, Replacement> {
  const {starts, from, to, oldWords, newWords} = exchanges
  const [leadingFrom, leadingTo]: [Leading[], Leading[]] = [[], []]
  from.forEach((old, index) => {
    const now = to[index] ?? 0
    vote(leadingFrom, old, now)
    vote(leadingTo, now, old)
  })
  const isLeading = (leading: Leading | undefined, word: number) => leading !== undefined && leading.word === word && leading.all >= LEAST
  const found = new Map<number, {readonly old: number; readonly now: number; count: number; readonly paths: Set<string>}>()
  changes.forEach((change, at) => {
    for (let index = starts[at] ?? 0; index < (starts[at + 1] ?? 0); index += 1) {
      const [old = 0, now = 0] = [from[index], to[index]]
      if (!isLeading(leadingFrom[old], now) && !isLeading(leadingTo[now], old)) continue
      const key = keyOf(exchanges, index)
      const known = found.get(key) ?? {old, now, count: 0, paths: new Set<string>()}
      found.set(key, known)
      known.count += 1
      for (const {path} of change.to) known.paths.add(path)
    }
  })
  const common = new Map<number, Replacement>()
  for (const [key, {old, now, count, paths}] of found) {
    const isMost = [leadingFrom[old], leadingTo[now]].some((leading) => leading !== undefined && count * 2 > leading.all)
    if (isMost && count >= LEAST && paths.size >= LEAST)
      common.set(key, {from: oldWords[old] ?? '', to: newWords[now] ?? '', count, paths: [...paths]})
  }
  return common
}

/** The words that may be most of those that others were exchanged for: majority vote (Boyer and Moore, 1981). */
interface Leading {
  word: number
  votes: number
  /** Exchanges in all. */
  all: number
}

function vote(leading: Leading[], word: number, other: number): void {
  const known = leading[word]
  if (!known) leading[word] = {word: other, votes: 1, all: 1}
  else {
    known.all += 1
    if (known.word === other) known.votes += 1
    else if (known.votes > 0) known.votes -= 1
    else {
      known.word = other
      known.votes = 1
    }
  }
}

/** Words that stand in the place of others, by their numbers: those of the change `at` from `starts[at]` to `starts[at + 1]`. */
interface Exchanges {
  readonly starts: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** The words by number. */
  readonly oldWords: readonly string[]
  readonly newWords: readonly string[]
}

function keyOf({from, to}: Exchanges, index: number): number {
  return (from[index] ?? 0) * 2 ** 26 + (to[index] ?? 0)
}

const PARAMETER = /^\{\{[^{}]+\}\}$/

function exchangesIn(changes: readonly Change[]): Exchanges {
  const [oldNumbers, newNumbers] = [new Map<string, number>(), new Map<string, number>()]
  const [starts, from, to]: [number[], number[], number[]] = [[], [], []]
  for (const {segments = []} of changes) {
    starts.push(from.length)
    for (let index = 0; index + 1 < segments.length; index += 1) {
      const [old, now] = [segments[index], segments[index + 1]]
      if (old?.op !== 'delete' || now?.op !== 'insert' || old.text.length > LONGEST || now.text.length > LONGEST) continue
      from.push(numberOf(oldNumbers, old.text.trim()))
      to.push(numberOf(newNumbers, now.text.trim()))
    }
  }
  starts.push(from.length)
  return {starts, from, to, oldWords: [...oldNumbers.keys()], newWords: [...newNumbers.keys()]}
}

function numberOf(numbers: Map<string, number>, words: string): number {
  const known = numbers.get(words)
  if (known !== undefined) return known
  numbers.set(words, numbers.size)
  return numbers.size - 1
}
