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
    const pairs = exchanges.ofChange[at] ?? []
    if (pairs.length === 0 || (kind !== 'modified' && kind !== 'retitled' && kind !== 'moved')) return change
    const rest = segments.filter(({op}) => op !== 'equal').length - 2 * pairs.length
    if (rest !== 0) return change
    const known = pairs.flatMap((pair) => common.get(keyOf(pair)) ?? [])
    const [first] = known
    if (first === undefined || known.length < pairs.length) return change
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
function commonExchanges({ofChange, oldWords, newWords}: Exchanges, changes: readonly Change[]): Map<number, Replacement> {
  const [leadingFrom, leadingTo]: [Leading[], Leading[]] = [[], []]
  for (const pairs of ofChange)
    for (const {from, to} of pairs) {
      vote(leadingFrom, from, to)
      vote(leadingTo, to, from)
    }
  const isLeading = (leading: Leading | undefined, word: number) => leading !== undefined && leading.word === word && leading.all >= LEAST
  const found = new Map<number, Exchange & {count: number; readonly paths: Set<string>}>()
  ofChange.forEach((pairs, index) => {
    for (const {from, to} of pairs) {
      if (!isLeading(leadingFrom[from], to) && !isLeading(leadingTo[to], from)) continue
      const key = keyOf({from, to})
      const known = found.get(key) ?? {from, to, count: 0, paths: new Set<string>()}
      found.set(key, known)
      known.count += 1
      for (const {path} of changes[index]?.to ?? []) known.paths.add(path)
    }
  })
  const common = new Map<number, Replacement>()
  for (const [key, {from, to, count, paths}] of found) {
    const isMost = [leadingFrom[from], leadingTo[to]].some((leading) => leading !== undefined && count * 2 > leading.all)
    if (isMost && count >= LEAST && paths.size >= LEAST)
      common.set(key, {from: oldWords[from] ?? '', to: newWords[to] ?? '', count, paths: [...paths]})
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

/** Words that stand in the place of others, by their numbers. */
interface Exchange {
  readonly from: number
  readonly to: number
}

function keyOf({from, to}: Exchange): number {
  return from * 2 ** 26 + to
}

/** The exchanges of each change, and the words by number. */
interface Exchanges {
  readonly ofChange: readonly (readonly Exchange[])[]
  readonly oldWords: readonly string[]
  readonly newWords: readonly string[]
}

const PARAMETER = /^\{\{[^{}]+\}\}$/

function exchangesIn(changes: readonly Change[]): Exchanges {
  const [oldNumbers, newNumbers] = [new Map<string, number>(), new Map<string, number>()]
  const ofChange = changes.map(({segments = []}) => {
    const exchanges: Exchange[] = []
    for (let index = 0; index + 1 < segments.length; index += 1) {
      const [old, now] = [segments[index], segments[index + 1]]
      if (old?.op !== 'delete' || now?.op !== 'insert' || old.text.length > LONGEST || now.text.length > LONGEST) continue
      exchanges.push({from: numberOf(oldNumbers, old.text.trim()), to: numberOf(newNumbers, now.text.trim())})
    }
    return exchanges
  })
  return {ofChange, oldWords: [...oldNumbers.keys()], newWords: [...newNumbers.keys()]}
}

function numberOf(numbers: Map<string, number>, words: string): number {
  const known = numbers.get(words)
  if (known !== undefined) return known
  numbers.set(words, numbers.size)
  return numbers.size - 1
}
