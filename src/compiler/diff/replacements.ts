import type {Change, Replacement} from './change.ts'
import type {Segment} from './wording.ts'

/** Times that the same words must have been exchanged to be told as one thing. */
const LEAST = 4
/** Length of such words in UTF-16 units. */
const LONGEST = 60

/** Finds words that were exchanged for the same others all over the text, and marks the changes that consist of nothing else. */
export function withReplacements(changes: readonly Change[]): {
  readonly changes: readonly Change[]
  readonly replacements: readonly Replacement[]
} {
  const exchanges = changes.map(({segments = []}) => exchangesIn(segments))
  const common = commonExchanges(exchanges, changes)
  if (common.length === 0) return {changes, replacements: []}
  common.sort((x, y) => y.count - x.count || (x.from < y.from ? -1 : x.from > y.from ? 1 : x.to < y.to ? -1 : 1))
  const indexOf = new Map(common.map((exchange, index) => [keyOf(exchange), index]))
  const marked = changes.map((change, at): Change => {
    const {segments = [], kind} = change
    const pairs = exchanges[at] ?? []
    if (pairs.length === 0 || (kind !== 'modified' && kind !== 'retitled' && kind !== 'moved')) return change
    const rest = segments.filter(({op}) => op !== 'equal').length - 2 * pairs.length
    if (rest !== 0) return change
    const known = pairs.map((exchange) => indexOf.get(keyOf(exchange)))
    const [first] = known
    if (first === undefined || known.includes(undefined)) return change
    const isParameter = pairs.every(({from, to}) => PARAMETER.test(from) || PARAMETER.test(to))
    return {
      ...change,
      replacement: first,
      effects: change.effects.filter((effect) => !effect.kind.startsWith('limitation') && !(isParameter && effect.kind === 'party')),
      ...(isParameter
        ? {materiality: 'editorial' as const, reason: 'a name was exchanged for a parameter, or back, all over the text'}
        : {reason: 'the same words were exchanged all over the text'}),
    }
  })
  return {changes: marked, replacements: common}
}

/** Exchanges that occur often enough, and that are most of what happened to the old words or most of what the new ones came from. */
function commonExchanges(exchanges: readonly (readonly Exchange[])[], changes: readonly Change[]): Replacement[] {
  const [leadingFrom, leadingTo] = [new Map<string, Leading>(), new Map<string, Leading>()]
  for (const pairs of exchanges)
    for (const {from, to} of pairs) {
      vote(leadingFrom, from, to)
      vote(leadingTo, to, from)
    }
  const leads = ({all}: Leading, count: number) => count * 2 > all
  const found = new Map<string, Exchange & {count: number; readonly paths: Set<string>}>()
  exchanges.forEach((pairs, index) => {
    for (const {from, to} of pairs) {
      const [ofFrom, ofTo] = [leadingFrom.get(from), leadingTo.get(to)]
      if ((ofFrom?.word !== to || ofFrom.all < LEAST) && (ofTo?.word !== from || ofTo.all < LEAST)) continue
      const key = keyOf({from, to})
      const known = found.get(key) ?? {from, to, count: 0, paths: new Set<string>()}
      found.set(key, known)
      known.count += 1
      for (const {path} of changes[index]?.to ?? []) known.paths.add(path)
    }
  })
  return [...found.values()].flatMap(({from, to, count, paths}) => {
    const [ofFrom, ofTo] = [leadingFrom.get(from), leadingTo.get(to)]
    const isMost = (ofFrom && leads(ofFrom, count)) || (ofTo && leads(ofTo, count))
    return isMost && count >= LEAST && paths.size >= LEAST ? [{from, to, count, paths: [...paths]}] : []
  })
}

/** The word that may be most of those that others were exchanged for: majority vote (Boyer and Moore, 1981). */
interface Leading {
  word: string
  votes: number
  /** Exchanges in all. */
  all: number
}

function vote(leading: Map<string, Leading>, word: string, other: string): void {
  const known = leading.get(word)
  if (!known) leading.set(word, {word: other, votes: 1, all: 1})
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

interface Exchange {
  readonly from: string
  readonly to: string
}

function keyOf({from, to}: Exchange): string {
  return `${from}\u0000${to}`
}

const PARAMETER = /^\{\{[^{}]+\}\}$/

/** Words that stand in the place of others. */
function exchangesIn(segments: readonly Segment[]): Exchange[] {
  const exchanges: Exchange[] = []
  for (let index = 0; index + 1 < segments.length; index += 1) {
    const [old, now] = [segments[index], segments[index + 1]]
    if (old?.op !== 'delete' || now?.op !== 'insert' || old.text.length > LONGEST || now.text.length > LONGEST) continue
    exchanges.push({from: old.text.trim(), to: now.text.trim()})
  }
  return exchanges
}
