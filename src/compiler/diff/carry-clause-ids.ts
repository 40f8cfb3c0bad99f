import type {Agreement, Clause} from '../clause-tree/index.ts'
import {alignVersions} from './compare-agreements.ts'

/** A version whose clauses have permanent ids, by path. */
export interface IdentifiedVersion {
  readonly agreement: Agreement
  readonly ids: ReadonlyMap<string, string>
}

/**
 * Permanent ids of the clauses of a new version, by path, in reading order.
 * A clause keeps its id wherever it moved and whatever its number is now; of a split one the part nearest to the old text keeps it,
 * of merged ones the heaviest gives it. What is new asks `nextId` for one; ids of removed clauses are not given again.
 */
export function carryClauseIds(
  previous: IdentifiedVersion | undefined,
  to: Agreement,
  nextId: (clause: Clause) => string,
): Map<string, string> {
  const kept = previous ? keptIds(previous, to) : new Map<string, string>()
  const ids = new Map<string, string>()
  const visit = (clause: Clause): void => {
    ids.set(clause.path, kept.get(clause.path) ?? nextId(clause))
    clause.children.forEach(visit)
  }
  to.clauses.forEach(visit)
  return ids
}

function keptIds({agreement, ids}: IdentifiedVersion, to: Agreement): Map<string, string> {
  const {a, b, toB} = alignVersions(agreement, to).matching
  const kept = new Map<string, string>()
  for (const {index, clause} of a) {
    const id = ids.get(clause.path)
    const partner = b[toB[index] ?? -1]
    if (id !== undefined && partner) kept.set(partner.clause.path, id)
  }
  return kept
}
