import type {Agreement} from './agreement.ts'
import type {Clause} from './clause.ts'

/** Calls `visitor` for each clause below `clauses` in reading order, with its ancestors from the outermost in. */
export function visitClauses(clauses: readonly Clause[], visitor: (clause: Clause, ancestors: readonly Clause[]) => void): void {
  const ancestors: Clause[] = []
  walk(clauses)

  function walk(siblings: readonly Clause[]): void {
    for (const clause of siblings) {
      visitor(clause, ancestors)
      ancestors.push(clause)
      walk(clause.children)
      ancestors.pop()
    }
  }
}

/** All clauses of an agreement in reading order, front matter left out. */
export function flattenClauses(agreement: Agreement): Clause[] {
  const flat: Clause[] = []
  visitClauses(agreement.clauses, (clause) => {
    flat.push(clause)
  })
  return flat
}
