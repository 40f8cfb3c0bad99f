import {type Agreement, bodySpans, type Clause} from '../../clause-tree/index.ts'
import {type ClauseText, clauseTexts} from '../clause-text.ts'
import {conspicuousness} from '../conspicuousness.ts'
import type {LimitationFact, PartyFact} from '../facts.ts'
import {candidateFinder} from '../search/candidate-finder.ts'
import {type Sentence, sentences} from '../sentences.ts'
import {type Actor, actorFinder, type FindActor} from './actor.ts'
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
      const own = site && clause.body ? ownLimitations(site, actorOf, running?.power ?? '') : []
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

/** A text that introduces a list whose members share its limitation, or go on with its words. */
interface LeadIn {
  readonly path: string
  readonly facts: readonly LimitationFact[]
  /** Whose power the members tell, as in `We may`; empty where they are sentences of their own. */
  readonly power: string
}

interface SplitText extends ClauseText {
  readonly sentences: readonly Sentence[]
}

/** @param power words before the list that the text is a member of, and with which its first sentence is read */
function ownLimitations(site: SplitText, actorOf: FindActor, power: string): LimitationFact[] {
  const found: LimitationFact[] = []
  for (const [index, sentence] of site.sentences.entries()) {
    const before = index === 0 ? power : ''
    const text = before + sentence.text
    for (const rule of candidateRules(text)) {
      const hit = matchRule(rule, text, actorOf)
      if (!hit || hit.end <= before.length) continue
      const known = found.findIndex((fact) => fact.kind === rule.kind)
      if (known >= 0 && !isStronger(hit, found[known])) continue
      const start = sentence.start + Math.max(0, hit.start - before.length)
      const end = sentence.start + hit.end - before.length
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

/** The first place of a sentence that limits the reader, else the first one that favours somebody. */
function matchRule({pattern, veto, vetoBefore, vetoAfter, ...rule}: LimitationRule, text: string, actorOf: FindActor): Hit | undefined {
  let favourable: Hit | undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index
    const end = start + match[0].length
    if (veto?.test(text)) return undefined
    if (vetoBefore?.test(text.slice(0, start)) || vetoAfter?.test(text.slice(end))) continue
    if (UNDONE_BY_NEGATION.has(rule.kind) && isNegated(match[0], text.slice(0, start))) continue
    const hit = hitOf(rule, start, end, rule.actor === 'none' ? 'unknown' : actorOf(text, start, end))
    if (hit?.benefits === 'provider') return hit
    favourable ??= hit
    pattern.lastIndex = start + 1
  }
  return favourable
}

/** Kinds that say what somebody may do or will lose: who may not, or will not, is not limited. */
const UNDONE_BY_NEGATION: ReadonlySet<string> = new Set([
  'unilateral-modification',
  'unilateral-suspension-or-termination',
  'price-change',
  'assignment',
  'data-use-permission',
  'data-deletion',
  'forfeiture',
  'penalty',
  'auto-renewal',
])

function isNegated(phrase: string, before: string): boolean {
  return NEGATED.test(phrase) || NEGATION_BEFORE.test(before)
}

const NEGATED = /^(?:you\s+)?(?:may|will|shall|can|could|might|would|do|does)\s+(?:not|never)\b/i
const NEGATION_BEFORE =
  /(?:\b(?:not|never)\s+(?:be\s+)?|\b(?:no|not\s+have|without)\s+(?:(?:the|any|a)\s+)?|(?:不会|不得|不应|不再|不可|不能|无权|未)被?)$/i

function hitOf(
  {actor: of, isNamed, strength}: Pick<LimitationRule, 'actor' | 'isNamed' | 'strength'>,
  start: number,
  end: number,
  actor: Actor,
): Hit | undefined {
  if (isNamed && actor !== of) return undefined
  if (actor === 'mutual') return {start, end, strength: 'weak', benefits: 'mutual'}
  if (of === 'provider' && actor === 'user') return {start, end, strength, benefits: 'user'}
  if (of === 'user' && actor === 'provider') return {start, end, strength: 'weak', benefits: 'user'}
  return {start, end, strength, benefits: 'provider'}
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
  const list = listSentence(all)
  const facts = own.filter(
    (candidate) =>
      HANDED_DOWN.has(candidate.kind) &&
      candidate.strength === 'definite' &&
      candidate.benefits === 'provider' &&
      list.includes(candidate.phrase),
  )
  const [, zh = '', en = zh] = POWER.exec(list) ?? []
  if ((facts.length === 0 && en === '') || FORBIDDEN_CONTENT.test(list)) return undefined
  return {path: clause.path, facts, power: en && `${en} `}
}

/** The sentence that a list goes on with: the last one, or the last but one where that only says `This includes:`. */
function listSentence(all: readonly Sentence[]): string {
  const last = all.at(-1)?.text ?? ''
  return ONLY_OPENS.test(last) ? `${all.at(-2)?.text ?? ''} ${last}` : last
}

const ONLY_OPENS = /^(?:(?:this|these|that|such\s+\w+|examples?|it)\s+(?:may\s+)?(?:includes?|are|is)\b|including\b|for\s+example\b)/i

/** `我们有权：`, `We reserve the right to:`, `We do not:`: the members say to do what. */
const POWER =
  /([^，。；,.;]{0,60}(?:有权|可以?))(?:(?:采取|行使|作出|做出|进行|选择)?(?:下列|以下|如下)[^，。；]{0,16})?[:：]$|([^.;]{0,120}\b(?:(?:may|can|will|do|does|shall)(?:\s+not)?|cannot|(?:right|entitled|free|permitted)\b[^.;:]{0,60}\bto))\s*:$/i

/** Lists of what a reader may not do or post are no lists of limitations. */
const FORBIDDEN_CONTENT =
  /(?:不得|禁止|不可(?![用抗掌控预避归克分撤转])|不应)[^。；]{0,60}(?:包括但不限于|下列|以下|如下)|(?:may not|must not|shall not|agree not to|prohibited)\b/i

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
