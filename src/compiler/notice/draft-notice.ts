import {inTimeZone} from '../version/index.ts'
import {changeClauses} from './change-clauses.ts'
import type {ChangeNotice, NoticeRuleRow, RuleOverride, VersionHashes} from './change-notice.ts'
import {type ClassifiedChange, classifyChanges} from './classify-changes.ts'
import type {ConsentDecision} from './consent-evidence.ts'
import {type ConsentOutcome, decideConsent, type Override} from './decide-consent.ts'
import {exitRights} from './exit-rights.ts'
import {type DateJudgement, type DateQuestion, judgeChanges, localDate, startOfDay} from './judge-dates.ts'
import {meaningOfSilence} from './meaning-of-silence.ts'
import {type DirectionOverride, noticeChanges, renumberedRows, withOverrides} from './notice-changes.ts'
import {putAllIntoWords, putIntoWords} from './put-into-words.ts'
import type {RuleVerdict} from './rule-verdict.ts'
import {shortTextOf, summaryOf} from './summarize.ts'
import {say, type Translate, type Wording} from './wording.ts'

/** What a notice is made of beside the dates. */
export interface NoticeRequest extends DateQuestion {
  readonly agreement: string
  readonly title: string
  /** Language of the words, as `translate` speaks it. */
  readonly locale: string
  readonly translate: Translate
  readonly provider?: string | undefined
  readonly fromVersion: string
  readonly toVersion: string
  /** What changes, in the provider's own words. */
  readonly summary?: string | undefined
  readonly deliveredVia?: readonly string[] | undefined
  readonly commentPeriod?: {readonly from: string; readonly to: string} | undefined
  readonly transitionEnd?: string | undefined
  readonly contact?: readonly string[] | undefined
  readonly fullText?: ChangeNotice['fullText'] | undefined
  readonly history?: ChangeNotice['history'] | undefined
  readonly hashes?: {readonly old: VersionHashes; readonly new: VersionHashes} | undefined
  readonly overrides?: {
    readonly reconsent?: Override<ConsentDecision> | undefined
    readonly directions?: readonly DirectionOverride[] | undefined
    readonly rules?: readonly RuleOverride[] | undefined
  }
}

/** Drafts the notice of the changes between two versions: dates by law, changes by interest, consent by profile, all in words. */
export function draftNotice(request: NoticeRequest): ChangeNotice {
  const {translate: t, timeZone, overrides = {}} = request
  const changes = withOverrides(classifyChanges(request.diff, request.old, request.now), overrides.directions ?? [])
  const judged = judgeChanges(request, changes)
  const clauses = changeClauses(request.old)
  const consent = decideConsent(evidenceOf(request, changes, judged), overrides.reconsent)
  const applying = judged.rules.filter(({verdict}) => verdict !== 'not-applicable')
  const isPriceChanged = changes.some(({concerns}) => concerns.includes('price'))
  const exit = exitRights({rules: applying, clauses, consent, judged, isPriceChanged, translate: t})
  const verdict = verdictOf(judged, overrides.rules ?? [])
  const shown = noticeChanges(changes, t)
  const summary = summaryOf(request.summary, shown, t)
  const notice = {
    schemaVersion: 1 as const,
    agreement: request.agreement,
    title: request.title,
    locale: request.locale,
    ...(request.provider === undefined ? {} : {provider: request.provider}),
    fromVersion: request.fromVersion,
    toVersion: request.toVersion,
    summary,
    shortText: shortTextOf({title: request.title, summary, effective: judged.effective, href: request.fullText?.new}, t),
    publishedAt: request.announced,
    deliveredVia: request.deliveredVia ?? [],
    effectiveAt: effectiveInstant(request, judged),
    timeZone,
    ...(judged.earliest ? {earliestEffective: judged.earliest} : {}),
    ...('date' in judged.suggested ? {suggestedEffective: judged.suggested.date} : {}),
    ...(judged.binding === undefined ? {} : {bindingRule: judged.binding}),
    verdict,
    rules: judged.rules.map((rule) => ruleRow(rule, t)),
    ...commentOf(request, applying, judged),
    ...(request.transitionEnd === undefined ? {} : {transitionEnd: request.transitionEnd}),
    changes: shown,
    renumbered: renumberedRows(changes, t),
    requiresReconsent: consentInWords(consent, t),
    ifYouDoNotAgree: exit,
    meaningOfSilence: putAllIntoWords(meaningOfSilence({rules: applying, clauses, consent, judged}), t),
    fullText: request.fullText ?? {},
    history: request.history ?? [],
    contact: request.contact ?? [],
    hashes: request.hashes ?? {old: {}, new: {}},
    overrides: overrides.rules ?? [],
  }
  return notice
}

/** The instant that is wanted, or the beginning of the day. */
function effectiveInstant({effective, timeZone}: NoticeRequest, judged: DateJudgement): string {
  return effective?.includes('T') ? inTimeZone(effective, timeZone) : startOfDay(judged.effective, timeZone)
}

/** A rule as a document shows it. */
export function ruleRow(rule: RuleVerdict, t: Translate): NoticeRuleRow {
  const {id, origin, source, confidence, clause, trigger, start, period, computed, verdict, code} = rule
  return {
    id,
    origin,
    basis: putIntoWords(rule.basis, t),
    ...(source === undefined ? {} : {source}),
    ...(confidence === undefined ? {} : {confidence}),
    ...(clause === undefined ? {} : {clause: clause.path}),
    trigger,
    start,
    ...(period ? {count: period.count, unit: period.unit} : {}),
    ...(computed ? {computed} : {}),
    verdict,
    ...(code ? {code} : {}),
    explanation: putAllIntoWords(rule.explanation, t),
  }
}

function evidenceOf({profile, old}: NoticeRequest, changes: readonly ClassifiedChange[], {rules, announced}: DateJudgement) {
  const substantive = changes.filter(({isSubstantive}) => isSubstantive)
  const adverse = substantive.filter(({direction, isUndecided}) => direction === 'provider' || isUndecided)
  return {
    announced,
    profile,
    isChanged: changes.some(({isRenumbering}) => !isRenumbering),
    substantive,
    adverse,
    core: adverse.filter(({kindsBefore, kindsAfter, concerns}) => kindsBefore.length + kindsAfter.length > 0 || concerns.includes('price')),
    data: changes.filter(({concerns}) => concerns.includes('data')),
    clauses: changeClauses(old),
    hasNoticeRule: rules.some(
      ({period, verdict, id}) => verdict !== 'not-applicable' && period !== undefined && id !== 'not-before-announcement',
    ),
  }
}

/** Worst of the rules that no person has set aside. */
function verdictOf({rules}: DateJudgement, overrides: readonly RuleOverride[]): ChangeNotice['verdict'] {
  const verdicts = rules.filter(({id}) => !overrides.some(({rule}) => rule === id)).map(({verdict}) => verdict)
  return verdicts.includes('error') ? 'error' : verdicts.includes('warning') || overrides.length > 0 ? 'warning' : 'ok'
}

/** PRC Order 116 art. 10 wants comments before the text is final; it gives no length. */
function commentOf(
  {commentPeriod, timeZone, translate: t}: NoticeRequest,
  rules: readonly RuleVerdict[],
  {announced}: DateJudgement,
): Pick<ChangeNotice, 'commentPeriod'> {
  if (!commentPeriod) return {}
  const end = localDate(commentPeriod.to, timeZone).toString()
  const isInTime = end <= announced
  const dates = {to: {date: end}, published: {date: announced}}
  const explanation: Wording = say(
    isInTime ? 'comment-closed' : rules.some(({duties}) => duties.includes('public-comment')) ? 'comment-open' : 'comment-open-free',
    dates,
  )
  return {commentPeriod: {...commentPeriod, verdict: isInTime ? 'ok' : 'warning', explanation: putIntoWords(explanation, t)}}
}

function consentInWords({decision, because, override}: ConsentOutcome, t: Translate): ChangeNotice['requiresReconsent'] {
  return {
    decision,
    because: because.map(({id, wording}) => ({id, text: putIntoWords(wording, t)})),
    ...(override
      ? {override: {instead: override.instead, reason: override.reason, ...(override.by === undefined ? {} : {by: override.by})}}
      : {}),
  }
}
