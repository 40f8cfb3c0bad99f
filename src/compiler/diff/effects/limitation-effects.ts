import type {LimitationFact} from '../../analyze/index.ts'
import type {Effect} from '../change.ts'
import type {Segment} from '../wording.ts'

/** Ways of limiting the reader that a clause has in one version only, and those that it keeps with more words. */
export function limitationEffects(
  from: readonly LimitationFact[],
  to: readonly LimitationFact[],
  segments: readonly Segment[] | undefined,
): Effect[] {
  const [old, now] = [limiting(from), limiting(to)]
  const effects: Effect[] = [
    ...old
      .filter(({kind}) => !now.some((other) => other.kind === kind))
      .map(({kind}) => ({kind: 'limitation-removed' as const, from: kind})),
    ...now.filter(({kind}) => !old.some((other) => other.kind === kind)).map(({kind}) => ({kind: 'limitation-added' as const, to: kind})),
  ]
  if (segments === undefined) return effects
  const added = segments.some(({op, text}) => op === 'insert' && /[\p{L}\p{N}]{2}/u.test(text))
  const removed = segments.some(({op, text}) => op === 'delete' && /[\p{L}\p{N}]{2}/u.test(text))
  if (added === removed) return effects
  const kept = now.filter(({kind}) => old.some((other) => other.kind === kind))
  return [...effects, ...kept.map(({kind}) => ({kind: 'limitation-widened' as const, ...(added ? {to: kind} : {from: kind})}))]
}

/** What surely limits the reader, one fact a kind. */
function limiting(facts: readonly LimitationFact[]): LimitationFact[] {
  const seen = new Set<string>()
  return facts.filter(({kind, strength, benefits}) => {
    const isNew = strength === 'definite' && benefits === 'provider' && !seen.has(kind)
    if (isNew) seen.add(kind)
    return isNew
  })
}
