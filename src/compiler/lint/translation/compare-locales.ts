import type {Facts} from '../../analyze/index.ts'
import {type Agreement, type Clause, headingText, ownText} from '../../clause-tree/index.ts'
import type {Diagnostic, Severity} from '../../diagnostic/index.ts'
import {applySilencers} from '../silencers.ts'
import {type ClauseContent, clauseContents} from './clause-content.ts'
import {type ClausePair, pairClauses} from './pair-clauses.ts'
import {type TranslationRule, translationRules} from './rules.ts'

/** A text with its facts. */
export interface AnalyzedText {
  readonly agreement: Agreement
  readonly facts: Facts
}

/** Pairs the clauses of a text with those of its translation, by labels, shape, figures and what they do to their reader. */
export function pairTranslation(authoritative: AnalyzedText, translation: AnalyzedText): ClausePair[] {
  return pairTexts(
    authoritative.agreement,
    translation.agreement,
    clauseContents(authoritative.agreement, authoritative.facts),
    clauseContents(translation.agreement, translation.facts),
  )
}

/**
 * Compares a translation with the authoritative text, clause by clause.
 * Positions lie in the translation; what it lacks is shown where it should stand.
 */
export function compareLocales(
  authoritative: AnalyzedText,
  translation: AnalyzedText,
  severities: Readonly<Record<string, Severity | 'off'>> = {},
): Diagnostic[] {
  const from = clauseContents(authoritative.agreement, authoritative.facts)
  const to = clauseContents(translation.agreement, translation.facts)
  const found: Diagnostic[] = []
  const report = ({id, severity}: TranslationRule, diagnostic: Omit<Diagnostic, 'ruleId' | 'severity'>) => {
    const wanted = severities[id]
    if (wanted !== 'off') found.push({...diagnostic, ruleId: id, severity: wanted ?? severity})
  }
  const locale = authoritative.agreement.locale
  let previous = translation.agreement.clauses[0]
  for (const pair of pairTexts(authoritative.agreement, translation.agreement, from, to)) {
    if (pair.authoritative && pair.translation) {
      previous = pair.translation
      const contents = [from.get(pair.authoritative), to.get(pair.translation)] as const
      if (!contents[0] || !contents[1]) continue
      for (const rule of translationRules)
        for (const {actual, expected} of rule.check?.({
          authoritative: pair.authoritative,
          translation: pair.translation,
          from: contents[0],
          to: contents[1],
        }) ?? [])
          report(rule, {
            path: pair.translation.path,
            position: pair.translation.position,
            actual,
            expected,
            message: `Unexpected \`${actual}\` in the translation, expected \`${expected}\` as in ${pair.authoritative.path} of ${locale}`,
          })
    } else {
      const side = pair.authoritative ? 'authoritative' : 'translation'
      const clause = pair.authoritative ?? pair.translation
      const position = pair.translation?.position ?? previous?.position
      for (const rule of translationRules)
        if (rule.alone === side && clause)
          report(rule, {
            path: clause.path,
            ...(position ? {position} : {}),
            actual: side === 'translation' ? opening(clause) : 'nothing',
            expected: side === 'translation' ? 'nothing' : opening(clause),
            message:
              side === 'translation'
                ? `Unexpected clause \`${clause.path}\` that ${locale} does not have, expected the clauses of ${locale}`
                : `Unexpected end after \`${previous?.path ?? ''}\`, expected a translation of ${clause.path} of ${locale}: \`${opening(clause)}\``,
          })
    }
  }
  for (const rule of translationRules)
    for (const {actual, expected} of rule.whole?.(authoritative.facts, translation.facts) ?? []) {
      const position = translation.facts.dates.find(({date}) => date === actual)?.position
      report(rule, {
        ...(position ? {position} : {}),
        actual,
        expected,
        message: `Unexpected date \`${actual}\` in the translation, expected \`${expected}\` as in ${locale}`,
      })
    }
  return applySilencers(translation.agreement, found)
}

function pairTexts(authoritative: Agreement, translation: Agreement, from: Contents, to: Contents): ClausePair[] {
  return pairClauses(authoritative.clauses, translation.clauses, (a, b) => likeness(a, b, from, to))
}

type Contents = ReadonlyMap<Clause, ClauseContent>

/** Labels, shape and figures speak for a pair; a clause is not paired with one of another shape and other figures. */
function likeness(a: Clause, b: Clause, from: Contents, to: Contents): number {
  const [left, right] = [from.get(a), to.get(b)]
  if (!left || !right) return 0
  if ((a.kind === 'section') !== (b.kind === 'section') || (a.body?.type === 'table') !== (b.body?.type === 'table')) return 0
  const figures = (content: ClauseContent) => [...content.money, ...content.percentages, ...content.durations, ...content.dates].join('|')
  let score = 1
  if (a.path.split('.').at(-1) === b.path.split('.').at(-1)) score += 1.5
  if (a.kind === b.kind) score += 0.5
  if (a.children.length === b.children.length) score += a.children.length > 0 ? 1 : 0.25
  if (figures(left) !== '' || figures(right) !== '') score += figures(left) === figures(right) ? 2 : -1
  if (left.limitations.length + right.limitations.length > 0) score += left.limitations.join() === right.limitations.join() ? 1.5 : -1
  if (left.references.length + right.references.length > 0) score += left.references.join() === right.references.join() ? 1 : -0.25
  if (left.emphasis > 0 === right.emphasis > 0) score += 0.25
  return score
}

function opening(clause: Clause): string {
  const text = headingText(clause.heading) || ownText(clause)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
