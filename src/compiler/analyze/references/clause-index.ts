import {type Agreement, type Clause, flattenClauses, headingText} from '../../clause-tree/index.ts'
import {foldWidth} from '../fold-width.ts'

/** What references of an agreement can mean. */
export interface ClauseIndex {
  readonly paths: ReadonlySet<string>
  /** All clauses in reading order. */
  readonly clauses: readonly Clause[]
  /** Name of the agreement, without its brackets. */
  readonly title: string
  readonly annexes: readonly Clause[]
}

/** The index of an agreement. */
export function clauseIndex(agreement: Agreement): ClauseIndex {
  const clauses = flattenClauses(agreement)
  return {
    paths: new Set(clauses.map((clause) => clause.path)),
    clauses,
    title: foldWidth(headingText(agreement.titles.at(-1))).replace(/^《([^《》]+)》$/, '$1'),
    annexes: agreement.clauses.filter((clause) => clause.path.startsWith('annex') || /annex|keyword-annex/.test(clause.label?.style ?? '')),
  }
}
