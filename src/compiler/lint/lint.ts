import {clauseTexts, type Facts} from '../analyze/index.ts'
import type {Agreement} from '../clause-tree/index.ts'
import type {Diagnostic, Severity} from '../diagnostic/index.ts'
import type {LintContext, LintProfile} from './rule.ts'
import {lintRules} from './rules/index.ts'
import {applySilencers} from './silencers.ts'

/** How to lint. */
export interface LintOptions {
  readonly source: string
  /** Selects the requirements of law; by default a direct service to companies and consumers in the market of the language. */
  readonly profile?: LintProfile | undefined
  /** Severity by rule id; `off` leaves the rule out. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined
}

/** Tree and facts → diagnostics, in reading order, those that the author silenced left out. */
export function lint(agreement: Agreement, facts: Facts, options: LintOptions): Diagnostic[] {
  const isHan = agreement.locale.startsWith('zh')
  const profile = options.profile ?? {role: 'direct', counterparty: 'both', markets: [isHan ? 'CN' : 'EU']}
  const context: LintContext = {agreement, facts, texts: clauseTexts(agreement), source: options.source, profile, isHan}
  const found = lintRules.flatMap((rule) => {
    const wanted = options.severities?.[rule.id]
    if (wanted === 'off') return []
    return rule
      .check(context)
      .map((finding): Diagnostic => ({...finding, ruleId: rule.id, severity: wanted ?? finding.severity ?? rule.severity}))
  })
  return applySilencers(agreement, found).sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
}
