import type {Facts} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording.ts'
import {MODAL_WORDS, NEGATIONS} from './word-tables.ts'

/** Duties that became powers, negations that came or went, parties that were exchanged: by the words that changed. */
export function wordEffects(segments: readonly Segment[], parties: Facts['parties']): Effect[] {
  const names = parties.flatMap((party) => party.names.filter((name) => name.length > 1 || name === '您' || name === '我'))
  const effects = changedTexts(segments).flatMap(({old, now}) => [
    ...exchange('modality', found(MODAL_WORDS, old), found(MODAL_WORDS, now)),
    ...exchange('negation', found(NEGATIONS, old), found(NEGATIONS, now)),
    ...exchange(
      'party',
      names.filter((name) => old.includes(name)),
      names.filter((name) => now.includes(name)),
    ),
  ])
  return effects.filter(
    (effect, index) => effects.findIndex(({kind, from, to}) => kind === effect.kind && from === effect.from && to === effect.to) === index,
  )
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

function found(table: RegExp, text: string): string[] {
  return [...text.matchAll(table)].map((match) => match[0].toLowerCase())
}

/** Words that one side has more often than the other. */
function exchange(kind: Effect['kind'], old: readonly string[], now: readonly string[]): Effect[] {
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
