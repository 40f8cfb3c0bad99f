import type {Facts, LimitationFact, LimitationKind} from '../analyze/index.ts'

/** Kinds of limitation by path, as a reader is told of them: definite ones that do not favour the reader. */
export function limitationKinds(facts: Facts): Map<string, readonly LimitationKind[]> {
  const kinds = new Map<string, readonly LimitationKind[]>()
  for (const fact of facts.limitations) {
    if (!countsAgainstReader(fact)) continue
    const known = kinds.get(fact.path) ?? []
    if (!known.includes(fact.kind)) kinds.set(fact.path, [...known, fact.kind])
  }
  return kinds
}

/** Whether readers are told of a limitation: it is definite and does not favour them. */
function countsAgainstReader({benefits, strength}: LimitationFact): boolean {
  return benefits !== 'user' && strength !== 'weak'
}
