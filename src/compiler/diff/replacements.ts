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
  const sorted = [...common.values()].sort(
    (x, y) => y.count - x.count || (x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : 1),
  )
  const indexOf = new Map(sorted.map((replacement, index) => [replacement, index]))
  const marked = changes.map((change, at): Change => {
    const {segments = [], kind} = change
    const pairs = exchanges.ofChange[at] ?? []
    if (pairs.length === 0 || (kind !== 'modified' && kind !== 'retitled' && kind !== 'moved')) return change
    const rest = segments.filter(({op}) => op !== 'equal').length - 2 * pairs.length
    if (rest !== 0) return change
    const known = pairs.map((pair) => common.get(pair))
    const [first] = known
    if (first === undefined || known.includes(undefined)) return change
    const isParameter = known.every((exchange) => exchange && (PARAMETER.test(exchange.from) || PARAMETER.test(exchange.to)))
    return {
      ...change,
      replacement: indexOf.get(first) ?? 0,
      effects: change.effects.filter((effect) => !effect.kind.startsWith('limitation') && !(isParameter && effect.kind === 'party')),
      ...(isParameter
        ? {materiality: 'editorial' as const, reason: 'a name was exchanged for a parameter, or back, all over the text'}
        : {reason: 'the same words were exchanged all over the text'}),
    }
  })
  return {changes: marked, replacements: sorted}
}

/** Exchanges that occur often enough, and that are most of what happened to the old words or most of what the new ones came from; by number. */
function commonExchanges({ofChange, all}: Exchanges, changes: readonly Change[]): Map<number, Replacement> {
  const [leadingFrom, leadingTo]: [Leading[], Leading[]] = [[], []]
  for (const pairs of ofChange)
    for (const pair of pairs) {
      const {from, to} = all[pair] ?? NO_EXCHANGE
      vote(leadingFrom, from, pair)
      vote(leadingTo, to, pair)
    }
  const isLeading = (pair: number, leading: Leading | undefined) => leading !== undefined && leading.pair === pair && leading.all >= LEAST
  const found = new Map<number, {count: number; readonly paths: Set<string>}>()
  ofChange.forEach((pairs, index) => {
    for (const pair of pairs) {
      const {from, to} = all[pair] ?? NO_EXCHANGE
      if (!isLeading(pair, leadingFrom[from]) && !isLeading(pair, leadingTo[to])) continue
      const known = found.get(pair) ?? {count: 0, paths: new Set<string>()}
      found.set(pair, known)
      known.count += 1
      for (const {path} of changes[index]?.to ?? []) known.paths.add(path)
    }
  })
  const common = new Map<number, Replacement>()
  for (const [pair, {count, paths}] of found) {
    const {from, to, words} = all[pair] ?? NO_EXCHANGE
    const isMost = [leadingFrom[from], leadingTo[to]].some((leading) => leading !== undefined && count * 2 > leading.all)
    if (isMost && count >= LEAST && paths.size >= LEAST) common.set(pair, {...words, count, paths: [...paths]})
  }
  return common
}

/** The exchange that may be most of those that words take part in: majority vote (Boyer and Moore, 1981). */
interface Leading {
  pair: number
  votes: number
  /** Exchanges in all. */
  all: number
}

function vote(leading: Leading[], words: number, pair: number): void {
  const known = leading[words]
  if (!known) leading[words] = {pair, votes: 1, all: 1}
  else {
    known.all += 1
    if (known.pair === pair) known.votes += 1
    else if (known.votes > 0) known.votes -= 1
    else {
      known.pair = pair
      known.votes = 1
    }
  }
}

/** Words that stand in the place of others. */
interface Exchange {
  readonly words: {readonly from: string; readonly to: string}
  /** Number of the old words among all old ones. */
  readonly from: number
  /** Number of the new words among all new ones. */
  readonly to: number
}

const NO_EXCHANGE: Exchange = {words: {from: '', to: ''}, from: 0, to: 0}

/** All exchanges of a comparison. */
interface Exchanges {
  /** Different ones; the place of one is its number. */
  readonly all: readonly Exchange[]
  /** Numbers of those in each change. */
  readonly ofChange: readonly (readonly number[])[]
}

const PARAMETER = /^\{\{[^{}]+\}\}$/

function exchangesIn(changes: readonly Change[]): Exchanges {
  const [oldWords, newWords] = [new Map<string, number>(), new Map<string, number>()]
  const pairs = new Map<number, number>()
  const all: Exchange[] = []
  const exchange = (from: string, to: string): number => {
    const [old, now] = [numbered(oldWords, from), numbered(newWords, to)]
    const key = old * MOST_WORDS + now
    const known = pairs.get(key)
    if (known !== undefined) return known
    pairs.set(key, all.length)
    return all.push({words: {from, to}, from: old, to: now}) - 1
  }
  const ofChange = changes.map(({segments = []}) => {
    const found: number[] = []
    for (let index = 0; index + 1 < segments.length; index += 1) {
      const [old, now] = [segments[index], segments[index + 1]]
      if (old?.op !== 'delete' || now?.op !== 'insert' || old.text.length > LONGEST || now.text.length > LONGEST) continue
      found.push(exchange(old.text.trim(), now.text.trim()))
    }
    return found
  })
  return {all, ofChange}
}

/** More than any text has different words. */
const MOST_WORDS = 2 ** 26

function numbered(words: Map<string, number>, word: string): number {
  const known = words.get(word)
  if (known !== undefined) return known
  words.set(word, words.size)
  return words.size - 1
}
