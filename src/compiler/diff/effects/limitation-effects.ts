import type {LimitationFact} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording/wording.ts'

/** Ways of limiting the reader that a clause has in one version only, and those that it keeps with more words. */
export function limitationEffects(
  from: readonly LimitationFact[],
  to: readonly LimitationFact[],
  segments: readonly Segment[] | undefined,
): Effect[] {
  if (from.length + to.length === 0) return []
  const [old, now] = [limiting(from), limiting(to)]
  const effects: Effect[] = [
    ...old
      .filter(({kind}) => !now.some((other) => other.kind === kind))
      .map(({kind}) => ({kind: 'limitation-removed' as const, from: kind})),
    ...now.filter(({kind}) => !old.some((other) => other.kind === kind)).map(({kind}) => ({kind: 'limitation-added' as const, to: kind})),
  ]
  if (segments === undefined) return effects
  const added = segments.some(({op, text}) => op === 'insert' && WORDS.test(text))
  const removed = segments.some(({op, text}) => op === 'delete' && WORDS.test(text))
  if (added === removed) return effects
  const side = added ? 'insert' : 'delete'
  const kept = (added ? now : old).filter(
    ({kind, phrase}) => (added ? old : now).some((other) => other.kind === kind) && changesSentence(segments, side, phrase),
  )
  return [...effects, ...kept.map(({kind}) => ({kind: 'limitation-widened' as const, ...(added ? {to: kind} : {from: kind})}))]
}

const WORDS = /[\p{L}\p{N}]{2}/u

/** Whether words were inserted into, or deleted from, the sentence that limits. */
function changesSentence(segments: readonly Segment[], side: 'insert' | 'delete', phrase: string): boolean {
  const own = segments.filter(({op}) => op === 'equal' || op === side)
  const text = own.map((segment) => segment.text).join('')
  const at = text.indexOf(phrase)
  if (at < 0) return true
  const start = Math.max(...SENTENCE_ENDS.map((sign) => text.lastIndexOf(sign, at))) + 1
  const end = Math.min(
    ...SENTENCE_ENDS.map((sign) => text.indexOf(sign, at + phrase.length)).map((found) => (found < 0 ? text.length : found)),
  )
  let offset = 0
  return own.some((segment) => {
    const from = offset
    offset += segment.text.length
    return segment.op === side && from < end && offset > start && WORDS.test(text.slice(Math.max(from, start), Math.min(offset, end)))
  })
}

const SENTENCE_ENDS = ['。', '；', ';', '. ', '\n']

/** What surely limits the reader, one fact a kind. */
function limiting(facts: readonly LimitationFact[]): LimitationFact[] {
  const seen = new Set<string>()
  return facts.filter(({kind, strength, benefits}) => {
    const isNew = strength === 'definite' && benefits === 'provider' && !seen.has(kind)
    if (isNew) seen.add(kind)
    return isNew
  })
}
