import {type Facts, matchesIn} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording.ts'
import {MODAL_WORDS, NEGATIONS} from './word-tables.ts'

/** Duties that became powers, negations that came or went, parties that were exchanged: by the words that changed. */
export function wordEffects(segments: readonly Segment[], parties: Facts['parties']): Effect[] {
  const changed = changedTexts(segments)
  const [old, now] = [searchable(changed.old), searchable(changed.now)]
  const names = parties.flatMap((party) => party.names.filter((name) => name.length > 1 || name === '您' || name === '我'))
  const effects = [
    ...exchanges('modality', found(MODAL_WORDS, old), found(MODAL_WORDS, now)),
    ...exchanges('negation', found(NEGATIONS, old), found(NEGATIONS, now)),
    ...exchanges('party', occurring(names, old), occurring(names, now)),
  ]
  if (effects.length < 2) return effects.map(({effect}) => effect)
  const seen = new Set<string>()
  return effects
    .sort((x, y) => x.index - y.index)
    .flatMap(({effect}) => {
      const key = `${effect.kind}\n${effect.from}\n${effect.to}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew ? [effect] : []
    })
}

/** Longest words that are taken to be exchanged in their place; words in longer changes may only have moved in the sentence. */
const LONGEST_EXCHANGE = 24

/** Short replacements, each by itself, then all else that was deleted and inserted. */
function changedTexts(segments: readonly Segment[]): {readonly old: readonly string[]; readonly now: readonly string[]} {
  const [old, now]: [string[], string[]] = [[], []]
  let [restOld, restNow] = ['', '']
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index]
    const next = segments[index + 1]
    if (segment?.op === 'delete' && next?.op === 'insert' && Math.max(segment.text.length, next.text.length) <= LONGEST_EXCHANGE) {
      old.push(segment.text)
      now.push(next.text)
      index += 1
    } else if (segment?.op === 'delete') restOld += `${segment.text}\n`
    else if (segment?.op === 'insert') restNow += `${segment.text}\n`
  }
  old.push(restOld)
  now.push(restNow)
  return {old, now}
}

/** Several texts as one, a line end after each. */
interface Searchable {
  readonly texts: readonly string[]
  readonly whole: string
}

function searchable(texts: readonly string[]): Searchable {
  return {texts, whole: texts.join('\n')}
}

/** Words in each of several texts, by the index of the text. */
type Words = ReadonlyMap<number, readonly string[]>

/** Words of a table; all texts are searched at once. */
function found(table: RegExp, {texts, whole}: Searchable): Words {
  const matches = matchesIn(whole, table)
  if (matches.length === 0) return NO_WORDS
  const words = new Map<number, string[]>()
  let [index, end] = [0, texts[0]?.length ?? 0]
  for (const match of matches) {
    while (match.index > end && index < texts.length) {
      index += 1
      end += 1 + (texts[index]?.length ?? 0)
    }
    const word = match[0].toLowerCase()
    const known = words.get(index)
    if (known) known.push(word)
    else words.set(index, [word])
  }
  return words
}

function occurring(names: readonly string[], {texts, whole}: Searchable): Words {
  const present = names.filter((name) => whole.includes(name))
  return present.length === 0 ? NO_WORDS : new Map(texts.map((text, index) => [index, present.filter((name) => text.includes(name))]))
}

const NO_WORDS: Words = new Map()

/** What was exchanged in each text. */
function exchanges(kind: Effect['kind'], old: Words, now: Words): {readonly index: number; readonly effect: Effect}[] {
  if (old.size + now.size === 0) return []
  const effects: {index: number; effect: Effect}[] = []
  const add = (index: number) => {
    const effect = exchange(kind, old.get(index), now.get(index))
    if (effect) effects.push({index, effect})
  }
  for (const index of old.keys()) add(index)
  for (const index of now.keys()) if (!old.has(index)) add(index)
  return effects
}

/** Words that one side has more often than the other. */
function exchange(kind: Effect['kind'], old: readonly string[] = [], now: readonly string[] = []): Effect | undefined {
  const from = surplus(old, now)
  const to = surplus(now, old)
  if (from.length === 0 && to.length === 0) return undefined
  return {kind, ...(from.length > 0 ? {from: from.join(', ')} : {}), ...(to.length > 0 ? {to: to.join(', ')} : {})}
}

function surplus(these: readonly string[], those: readonly string[]): readonly string[] {
  if (those.length === 0) return these
  const left = [...those]
  return these.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
