import type {ChangeEvidence} from './change-evidence.ts'
import type {Favour} from './favour.ts'
import {FAVOUR_ROWS} from './tables/favour-rows.ts'

/** All reasons that the table finds in a change; the same reason once. */
export function favoursOf(evidence: ChangeEvidence): readonly Favour[] {
  const found = FAVOUR_ROWS.flatMap(({find}) => find(evidence))
  const seen = new Set<string>()
  return found.filter((favour) => {
    const sign = JSON.stringify(favour)
    if (seen.has(sign)) return false
    seen.add(sign)
    return true
  })
}
