import {type Facts, matchesIn} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording.ts'
import {MODAL_WORDS, NEGATIONS} from './word-tables.ts'

/** Duties that became powers, negations that came or went, parties that were exchanged: by the words that changed. */
export function wordEffects(segments: readonly Segment[], parties: Facts['parties']): Effect[] {
  const names = parties.flatMap((party) => party.names.filter((name) => name.length > 1 || name === '您' || name === '我'))
  const changed = changedTexts(segments)
  const [old, now] = [changed.map((text) => text.old), changed.map((text) => text.now)]
  const wordsOf = (table: RegExp) => [found(table, old), found(table, now)] as const
  const [modals, negations] = [wordsOf(MODAL_WORDS), wordsOf(NEGATIONS)]
  const [namesOld, namesNow] = [occurring(names, old), occurring(names, now)]
  const seen = new Set<string>()
  return changed
    .flatMap((_, index) => [
      ...exchange('modality', modals[0].get(index), modals[1].get(index)),
      ...exchange('negation', negations[0].get(index), negations[1].get(index)),
      ...exchange('party', namesOld.get(index), namesNow.get(index)),
    ])
    .filter(({kind, from, to}) => {
      const key = `${kind}\n${from}\n${to}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
}

/** Longest words that are taken to be exchanged in their place; words in longer changes may only have moved in the sentence. */
const LONGEST_EXCHANGE = 24

/** Short replacements, each by itself, then all else that was deleted and inserted. */
function changedTexts(segments: readonly Segment[]): {readonly old: string; readonly now: string}[] {
  const exchanges: {old: string; now: string}[] = []
  const rest = {old: '', now: ''}
  segments.forEach(({op, text}, index) => {
    const [previous, next] = [segments[index - 1], segments[index + 1]]
    const isShort = (other: Segment | undefined) =>
      other !== undefined && text.length <= LONGEST_EXCHANGE && other.text.length <= LONGEST_EXCHANGE
    if (op === 'delete' && next?.op === 'insert' && isShort(next)) exchanges.push({old: text, now: next.text})
    else if (op === 'delete') rest.old += `${text}\n`
    else if (op === 'insert' && !(previous?.op === 'delete' && isShort(previous))) rest.now += `${text}\n`
  })
  return [...exchanges, rest]
}

/** Words of a table in each of several texts, by the index of the text; all are searched at once. */
function found(table: RegExp, texts: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>()
  let [index, end] = [0, texts[0]?.length ?? 0]
  for (const match of matchesIn(texts.join('\n'), table)) {
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

/** Names in each of several texts, by the index of the text. */
function occurring(names: readonly string[], texts: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const whole = texts.join('\n')
  const present = names.filter((name) => whole.includes(name))
  if (present.length === 0) return new Map()
  return new Map(texts.map((text, index) => [index, present.filter((name) => text.includes(name))]))
}

/** Words that one side has more often than the other. */
function exchange(kind: Effect['kind'], old: readonly string[] = [], now: readonly string[] = []): Effect[] {
  if (old.length === 0 && now.length === 0) return []
  const from = surplus(old, now)
  const to = surplus(now, old)
  if (from.length === 0 && to.length === 0) return []
  return [{kind, ...(from.length > 0 ? {from: from.join(', ')} : {}), ...(to.length > 0 ? {to: to.join(', ')} : {})}]
}

function surplus(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those]
  return these.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
