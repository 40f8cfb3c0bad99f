import {type Agreement, bodySpans, type Clause} from '../../clause-tree/index.ts'
import {type ClauseText, clauseTexts} from '../clause-text.ts'
import {conspicuousness} from '../conspicuousness.ts'
import type {LimitationFact, PartyFact} from '../facts.ts'
import {candidateFinder} from '../search/candidate-finder.ts'
import {type Sentence, sentences} from '../sentences.ts'
import {actorFinder, type FindActor} from './actor.ts'
import {limitationRules} from './kinds/index.ts'
import type {LimitationRule} from './limitation-rule.ts'

/**
 * Finds where clauses limit rights: phrase tables, sentence by sentence, with vetoes and with the party that the words speak of.
 * Members of a list inherit what their lead-in excludes.
 */
export function findLimitations(agreement: Agreement, parties: readonly PartyFact[]): LimitationFact[] {
  const actorOf = actorFinder(parties)
  const texts = new Map(clauseTexts(agreement).map((site) => [site.clause, {...site, sentences: sentences(site.text)}]))
  const facts: LimitationFact[] = []
  visit(agreement.clauses, undefined)
  return facts

  function visit(clauses: readonly Clause[], leadIn: LeadIn | undefined): void {
    let running = leadIn
    for (const clause of clauses) {
      const site = texts.get(clause)
      const own = site && clause.body ? ownLimitations(site, actorOf) : []
      const inherited = running && site ? inheritFrom(running, site, own) : []
      facts.push(...own, ...inherited)
      const opened = site && leadInOf(site, own)
      visit(
        clause.children,
        opened ?? (clause.kind === 'section' || clause.kind === 'part' ? undefined : inherited.length > 0 ? running : undefined),
      )
      if (opened && clause.label === undefined) running = opened
    }
  }
}

/** A text that introduces a list whose members share its limitation. */
interface LeadIn {
  readonly path: string
  readonly facts: readonly LimitationFact[]
}

interface SplitText extends ClauseText {
  readonly sentences: readonly Sentence[]
}

function ownLimitations(site: SplitText, actorOf: FindActor): LimitationFact[] {
  const found: LimitationFact[] = []
  for (const sentence of site.sentences) {
    for (const rule of candidateRules(sentence.text)) {
      const hit = matchRule(rule, sentence, actorOf)
      if (!hit) continue
      const known = found.findIndex((fact) => fact.kind === rule.kind)
      if (known >= 0 && !isStronger(hit, found[known])) continue
      const start = sentence.start + hit.start
      const end = sentence.start + hit.end
      const fact: LimitationFact = {
        path: site.clause.path,
        kind: rule.kind,
        phrase: site.text.slice(start, end),
        strength: hit.strength,
        benefits: hit.benefits,
        conspicuous: conspicuousness(site.clause, sentence.start, sentence.end),
        position: site.position(start, end),
      }
      if (known >= 0) found[known] = fact
      else found.push(fact)
    }
  }
  return found
}

const candidateRules = candidateFinder(limitationRules, ({pattern}) => pattern)

/** A definite finding replaces a weak one, and what limits the reader replaces what favours them. */
function isStronger(hit: Hit, known: LimitationFact | undefined): boolean {
  const rank = ({strength, benefits}: Pick<LimitationFact, 'strength' | 'benefits'>) =>
    (benefits === 'user' ? 0 : 2) + (strength === 'definite' ? 1 : 0)
  return known === undefined || rank(hit) > rank(known)
}

interface Hit {
  readonly start: number
  readonly end: number
  readonly strength: LimitationFact['strength']
  readonly benefits: LimitationFact['benefits']
}

function matchRule(rule: LimitationRule, sentence: Sentence, actorOf: FindActor): Hit | undefined {
  const match = rule.pattern.exec(sentence.text)
  if (!match) return undefined
  const start = match.index
  const end = start + match[0].length
  if (
    rule.veto?.test(sentence.text) ||
    rule.vetoBefore?.test(sentence.text.slice(0, start)) ||
    rule.vetoAfter?.test(sentence.text.slice(end))
  )
    return undefined
  const actor = rule.actor === 'none' ? 'unknown' : actorOf(sentence.text, start, end)
  if (rule.isNamed && actor !== rule.actor) return undefined
  if (actor === 'mutual') return {start, end, strength: 'weak', benefits: 'mutual'}
  if (rule.actor === 'provider' && actor === 'user') return {start, end, strength: rule.strength, benefits: 'user'}
  if (rule.actor === 'user' && actor === 'provider') return {start, end, strength: 'weak', benefits: 'user'}
  return {start, end, strength: rule.strength, benefits: 'provider'}
}

/** Kinds that a lead-in hands down to the members of its list. */
const HANDED_DOWN: ReadonlySet<string> = new Set([
  'exclusion-of-liability',
  'unilateral-suspension-or-termination',
  'liability-cap',
  'indirect-damages-exclusion',
  'no-refund',
  'warranty-disclaimer',
  'user-sole-responsibility',
])

function leadInOf({clause, text, sentences: all}: SplitText, own: readonly LimitationFact[]): LeadIn | undefined {
  const isOpen = /[:：]\s*$/.test(text) || (clause.children.length > 1 && /(?:下列|以下|如下|following)[^。.]{0,40}$/i.test(text))
  if (!isOpen) return undefined
  const list = all.at(-1)
  const facts = own.filter(
    (candidate) =>
      HANDED_DOWN.has(candidate.kind) &&
      candidate.strength === 'definite' &&
      candidate.benefits === 'provider' &&
      list?.text.includes(candidate.phrase),
  )
  if (facts.length === 0 || FORBIDDEN_CONTENT.test(list?.text ?? '')) return undefined
  return {path: clause.path, facts}
}

/** Lists of what a reader may not do or post are no lists of limitations. */
const FORBIDDEN_CONTENT =
  /(?:不得|禁止|不可(?![抗掌控预避归克分撤转])|不应)[^。；]{0,60}(?:包括但不限于|下列|以下|如下)|(?:may not|must not|shall not|agree not to|prohibited)\b/i

/** A member that limits definitely by itself inherits nothing. */
function inheritFrom({path, facts}: LeadIn, {clause, text}: ClauseText, own: readonly LimitationFact[]): LimitationFact[] {
  if (clause.kind === 'section' || clause.kind === 'part' || bodySpans(clause.body).length === 0) return []
  if (own.some((fact) => fact.strength === 'definite')) return []
  return facts.map((fact) => ({
    ...fact,
    path: clause.path,
    inheritedFrom: path,
    conspicuous: conspicuousness(clause, 0, text.length),
    position: clause.position,
  }))
}
