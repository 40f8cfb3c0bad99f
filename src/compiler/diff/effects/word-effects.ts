import type {Facts} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording.ts'
import {MODAL_WORDS, NEGATIONS} from './word-tables.ts'

/** Duties that became powers, negations that came or went, parties that were exchanged: by the words that changed. */
export function wordEffects(segments: readonly Segment[], parties: Facts['parties']): Effect[] {
  const old = changedText(segments, 'delete')
  const now = changedText(segments, 'insert')
  if (old === '' && now === '') return []
  const names = parties.flatMap((party) => party.names.filter((name) => name.length > 1 || name === '您' || name === '我'))
  return [
    ...exchange('modality', found(MODAL_WORDS, old), found(MODAL_WORDS, now)),
    ...exchange('negation', found(NEGATIONS, old), found(NEGATIONS, now)),
    ...exchange(
      'party',
      names.filter((name) => old.includes(name)),
      names.filter((name) => now.includes(name)),
    ),
  ]
}

function changedText(segments: readonly Segment[], op: Segment['op']): string {
  return segments
    .filter((segment) => segment.op === op)
    .map(({text}) => text)
    .join('\n')
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
