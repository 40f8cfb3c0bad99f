import {clauseTexts, type NoticePeriodFact} from '../analyze/index.ts'
import type {ComparedVersion} from '../diff/index.ts'
import type {NoticeTrigger} from './notice-profile.ts'
import type {Period} from './rules/notice-rule.ts'

/** A period of notice that the version in force promises its reader. */
export interface OwnPeriod {
  readonly trigger: NoticeTrigger
  /** Absent where notice is promised without a number. */
  readonly period?: Period
  /** The promise asks for a message to the reader, not only for an announcement. */
  readonly start: 'published' | 'delivered'
  readonly clause: ClauseSource
}

/** Where a promise stands and how it is worded. */
export interface ClauseSource {
  readonly path: string
  /** As written. */
  readonly label?: string
  readonly phrase: string
}

/** The notice that an agreement promises before it changes; each clause once for each trigger and length. */
export function ownPeriods({agreement, facts}: ComparedVersion): readonly OwnPeriod[] {
  const texts = new Map(clauseTexts(agreement).map((site) => [site.clause.path, site]))
  const userNames = facts.parties.filter(({role}) => role === 'user').flatMap(({names}) => names)
  const found: OwnPeriod[] = []
  for (const fact of facts.noticePeriods) {
    const site = texts.get(fact.path)
    if (!site || !isTrigger(fact.trigger)) continue
    const sentence = sentenceWith(site.text, fact.phrase)
    if (!isPromiseOfNotice(fact, sentence, userNames)) continue
    const own: OwnPeriod = {
      trigger: fact.trigger,
      ...(fact.count === undefined || fact.unit === undefined ? {} : {period: {count: fact.count, unit: fact.unit}}),
      start: DELIVERED.test(sentence) ? 'delivered' : 'published',
      clause: {path: fact.path, ...(site.clause.label ? {label: site.clause.label.text} : {}), phrase: fact.phrase},
    }
    if (!found.some((other) => isSame(other, own))) found.push(own)
  }
  return found
}

/** The sentence in which a phrase stands. */
export function sentenceWith(text: string, phrase: string): string {
  const at = Math.max(0, text.indexOf(phrase))
  const end = at + phrase.length
  const from = [...text.slice(0, at).matchAll(SENTENCE_END)].at(-1)
  const to = SENTENCE_END_ONCE.exec(text.slice(end))
  return text.slice(from ? from.index + from[0].length : 0, to ? end + to.index + 1 : text.length)
}

const SENTENCE_END = /[。!?！？]|[.;；](?:\s|$)/g
const SENTENCE_END_ONCE = /[。!?！？]|[.;；](?:\s|$)/

const TRIGGERS: ReadonlySet<string> = new Set(['amendment', 'price', 'feature', 'maintenance'])

function isTrigger(trigger: NoticePeriodFact['trigger']): trigger is NoticeTrigger {
  return TRIGGERS.has(trigger)
}

/** Words by which a message to the reader is meant, and not only an announcement to all. */
const DELIVERED =
  /通知|邮件|邮箱|短信|站内信|书面|送达|\bnoti(?:ce|fy|fication)|\be-?mail|\bwritten|\bsen[dt]\b|mitteil|benachrichtig|per E-Mail|Textform|notifi|courriel/i

/** Time ahead of a change; time within which something is due afterwards is no notice. */
const AHEAD = /提前|预先|事先|公示期|前$|notice|notification|advance|prior|before|vor\b|mindestens|spätestens|Frist|préavis|au moins|avant/i
const FROM_ANNOUNCEMENT =
  /(?:公告|公示|公布|发布|通知|送达|发出|posting|posted|publication|publishing|notice|sent|sending)[^。.;]*?(?:生效|施行|实施|执行|effective|effect|apply|applies)/i
/** A reminder before something renews itself announces no change. */
const RENEWAL = /续订|续费|续期|\brenew/i
const IN_FORCE_AT_ONCE = /生效|实施|执行|effective|effect|without/i
const WITHIN = /(?:以|之)?内$|^\s*within\b|^\s*innerhalb|^\s*dans /i

function isPromiseOfNotice({phrase, unit}: NoticePeriodFact, sentence: string, userNames: readonly string[]): boolean {
  if (unit === 'immediate') return IN_FORCE_AT_ONCE.test(phrase)
  if (WITHIN.test(phrase) && !/提前|公示期/.test(phrase)) return false
  if (RENEWAL.test(sentence)) return false
  if (!AHEAD.test(phrase) && !FROM_ANNOUNCEMENT.test(sentence)) return false
  return !isDutyOfUser(sentence, phrase, userNames)
}

/** Whether the part of the sentence before the period begins with the reader: `您应当提前30日…`, `you must give 30 days' notice`. */
function isDutyOfUser(sentence: string, phrase: string, userNames: readonly string[]): boolean {
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(phrase)))
  const part = (before.split(/[，,；;：:]/).at(-1) ?? '').replace(/^\s*(?:如果?|若|但|且|则|and|but|if)\s*/i, '').trimStart()
  return [...userNames, '您', 'you'].some(
    (name) => part.toLowerCase().startsWith(name.toLowerCase()) && !/^(?:\w|的)/.test(part.slice(name.length)),
  )
}

function isSame(a: OwnPeriod, b: OwnPeriod): boolean {
  return (
    a.trigger === b.trigger &&
    a.clause.path === b.clause.path &&
    a.period?.count === b.period?.count &&
    a.period?.unit === b.period?.unit &&
    a.start === b.start
  )
}
