import type {VersionText} from '../published-versions.ts'
import type {Weakness} from './consent-evidence.ts'
import type {Expression} from './expression.ts'
import type {ShownClause} from './shown-text.ts'

const LAW: Readonly<Record<Weakness['code'], string>> = Object.freeze({
  'continued-use': 'Order 116 of 2025 Art. 16; PRC Civil Code Art. 140; BGB § 308 Nr. 5',
  'pre-checked-control': 'Order 116 of 2025 Art. 16; PIPL Art. 14; GDPR recital 32',
  'text-not-displayed': 'PRC Civil Code Art. 496; interpretation of the contract part (2023) Art. 10',
  'clauses-not-presented': 'PRC Civil Code Art. 496; interpretation of the contract part (2023) Art. 10',
  'version-not-current': 'PRC Civil Code Art. 136',
})

/** What was shown and how the subject agreed to it. */
export interface ShownExpression {
  readonly expression: Expression
  readonly presented: readonly ShownClause[]
  readonly published: VersionText
  /** Whether the text is the newest one that was announced or is in force. */
  readonly isCurrent: boolean
}

/** What may keep an expression of will from counting before a court, with its law. */
export function findWeaknesses({expression, presented, published, isCurrent}: ShownExpression): Weakness[] {
  const shown = new Set(presented.map(({textSha256}) => textSha256))
  const isFilledIn = published.renditions.some(({parametersSha256}) => parametersSha256 !== undefined)
  const paths = new Set(presented.map(({path}) => path))
  const isPresented = ({path, textSha256}: ShownClause) => shown.has(textSha256) || (isFilledIn && paths.has(path))
  const found: Weakness['code'][] = []
  if (expression.method === 'continued-use') found.push('continued-use')
  if (expression.controlDefaultState === 'checked') found.push('pre-checked-control')
  if (expression.textDisplayed !== 'full') found.push('text-not-displayed')
  if (!published.conspicuousClauses.filter(({kinds}) => kinds.length > 0).every(isPresented)) found.push('clauses-not-presented')
  if (!isCurrent) found.push('version-not-current')
  return found.map((code) => ({code, basis: LAW[code]}))
}
