import {type ClauseText, type Facts, matchesIn} from '../analyze/index.ts'
import type {Agreement} from '../clause-tree/index.ts'
import type {Diagnostic, Severity} from '../diagnostic/index.ts'

/** A check of an agreement, with the documentation that its users read and the examples that are its tests. */
export interface Rule {
  /** Kebab-case; stable. */
  readonly id: string
  readonly severity: Severity
  /** Its findings repeat one slip, and are told to people once: those with one `message`, or all of the `rule`. Left out: each is a fault of its own. */
  readonly repeats?: 'message' | 'rule'
  /** One sentence: what is reported. */
  readonly summary: string
  /** Why it matters, with the law where there is one. */
  readonly why: string
  /** Markdown in which the rule finds something, and in which it finds nothing. */
  readonly failing: string
  readonly passing: string
  readonly check: (context: LintContext) => readonly Finding[]
}

/** What a rule is given. */
export interface LintContext {
  readonly agreement: Agreement
  readonly facts: Facts
  /** All clauses with words; width folded. */
  readonly texts: readonly ClauseText[]
  readonly source: string
  readonly profile: LintProfile
  /** The text is in Chinese. */
  readonly isHan: boolean
}

/** Selects the requirements of law: who contracts with whom, in which markets. */
export interface LintProfile {
  readonly role: 'platform' | 'direct' | 'payment' | 'telecom' | 'intermediation'
  readonly counterparty: 'business' | 'consumer' | 'both'
  readonly markets: readonly string[]
}

/** What a rule found; the linter adds rule, severity and file. */
export type Finding = Omit<Diagnostic, 'ruleId' | 'severity'> & {readonly severity?: Severity}

/** A finding in a part of a clause's text. */
export function findingAt(site: ClauseText, start: number, end: number, message: string, more: Partial<Finding> = {}): Finding {
  return {path: site.clause.path, position: site.position(start, end), actual: site.text.slice(start, end), message, ...more}
}

/** A row for a rule that looks for a pattern in every text. */
export interface PatternRow {
  readonly pattern: RegExp
  readonly veto?: RegExp
  readonly message: (match: RegExpMatchArray) => string
  readonly replacement?: (match: RegExpMatchArray) => string
}

/** Findings for every match of a pattern in every text. */
export function matchTexts({texts}: LintContext, {pattern, veto, message, replacement}: PatternRow): Finding[] {
  return texts.flatMap((site) => {
    if (veto?.test(site.text)) return []
    return matchesIn(site.text, pattern).map((match) => {
      const start = match.index
      const end = start + match[0].length
      const text = replacement?.(match)
      const position = site.position(start, end)
      const fix = text === undefined ? {} : {expected: text, fix: {description: `Write \`${text}\``, edits: [{position, text}]}}
      return findingAt(site, start, end, message(match), fix)
    })
  })
}
