import {type Facts, matchesIn} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording/wording.ts'
import {MODAL_WORDS, NEGATIONS} from './word-tables.ts'

/** Names of parties that words can be told by: one letter is none, unless it is a pronoun. */
export function partyNames(parties: Facts['parties']): string[] {
  return parties.flatMap(({names}) => names.filter((name) => name.length > 1 || name === '您' || name === '我'))
}

/** Duties that became powers, negations that came or went, parties that were exchanged: by the words that changed. */
export function wordEffects(segments: readonly Segment[], names: readonly string[]): Effect[] {
  const {old, now} = changedTexts(segments)
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

/** Several texts as one, a line end after each, so that all are searched at once. */
interface Texts {
  whole: string
  /** Where each text ends. */
  readonly ends: number[]
}

/** Short replacements, each by itself, then all else that was deleted and inserted. */
function changedTexts(segments: readonly Segment[]): {readonly old: Texts; readonly now: Texts} {
  const [old, now]: [Texts, Texts] = [
    {whole: '', ends: []},
    {whole: '', ends: []},
  ]
  let [restOld, restNow] = ['', '']
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index]
    const next = segments[index + 1]
    if (segment?.op === 'delete' && next?.op === 'insert' && Math.max(segment.text.length, next.text.length) <= LONGEST_EXCHANGE) {
      add(old, segment.text)
      add(now, next.text)
      index += 1
    } else if (segment?.op === 'delete') restOld += `${segment.text}\n`
    else if (segment?.op === 'insert') restNow += `${segment.text}\n`
  }
  add(old, restOld)
  add(now, restNow)
  return {old, now}
}

function add(texts: Texts, text: string): void {
  texts.whole += text
  texts.ends.push(texts.whole.length)
  texts.whole += '\n'
}

/** A word in one of several texts. */
interface Word {
  /** Of the text. */
  readonly index: number
  readonly word: string
}

/** Words of a table, in reading order. */
function found(table: RegExp, {whole, ends}: Texts): readonly Word[] {
  let index = 0
  return matchesIn(whole, table).map((match) => {
    while (match.index > (ends[index] ?? whole.length)) index += 1
    return {index, word: match[0].toLowerCase()}
  })
}

/** Names, each once a text, by the texts that they stand in. */
function occurring(names: readonly string[], {whole, ends}: Texts): readonly Word[] {
  const words: Word[] = []
  for (const name of names) {
    let index = 0
    for (let at = whole.indexOf(name); at >= 0; at = whole.indexOf(name, (ends[index] ?? whole.length) + 1)) {
      while (at > (ends[index] ?? whole.length)) index += 1
      words.push({index, word: name})
    }
  }
  return words.sort((x, y) => x.index - y.index)
}

/** What was exchanged in each text. */
function exchanges(kind: Effect['kind'], old: readonly Word[], now: readonly Word[]): {readonly index: number; readonly effect: Effect}[] {
  const effects: {index: number; effect: Effect}[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const index = Math.min(old[i]?.index ?? Number.POSITIVE_INFINITY, now[j]?.index ?? Number.POSITIVE_INFINITY)
    const [fromOld, fromNow] = [i, j]
    while (old[i]?.index === index) i += 1
    while (now[j]?.index === index) j += 1
    const effect = exchange(kind, wordsOf(old, fromOld, i), wordsOf(now, fromNow, j))
    if (effect) effects.push({index, effect})
  }
  return effects
}

function wordsOf(words: readonly Word[], start: number, end: number): readonly string[] {
  return start === end ? NO_WORDS : words.slice(start, end).map(({word}) => word)
}

const NO_WORDS: readonly string[] = []

/** Words that one side has more often than the other. */
function exchange(kind: Effect['kind'], old: readonly string[], now: readonly string[]): Effect | undefined {
  const from = surplus(old, now).join(', ')
  const to = surplus(now, old).join(', ')
  if (from === '') return to === '' ? undefined : {kind, to}
  return to === '' ? {kind, from} : {kind, from, to}
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
