import type {Facts} from '../analyze/index.ts'
import type {ChangeEvidence, QuantityTrend} from './change-evidence.ts'
import type {Favour} from './favour.ts'
import {sentenceWith} from './own-periods.ts'
import {say, type Wording} from './wording.ts'

/** Rights and duties that words give or take, by the party that the words name; and the time that a duty leaves. */
export function rightsAndDuties(evidence: ChangeEvidence): readonly Favour[] {
  const names = partyNames(evidence.factsBefore, evidence.factsAfter)
  return [
    ...evidence.inserted.flatMap((text) => favoursIn(text, names, false)),
    ...evidence.deleted.flatMap((text) => favoursIn(text, names, true)),
  ]
}

/** Whether more or less time for the one who owes something favours the reader; undefined where the text does not say who owes it. */
export function timeFavours({trend, from, to}: QuantityTrend, {from: old, to: now, factsBefore, factsAfter}: ChangeEvidence): Favour {
  const values = {figures: figures(from, to)}
  const clause = (to === undefined ? old : now).find(({text}) => text.includes(to ?? from ?? ''))
  const owner = clause && ownerOf(clause.text, to ?? from ?? '', partyNames(factsBefore, factsAfter))
  if (owner === undefined || (trend !== 'up' && trend !== 'down'))
    return {direction: 'undecided', reason: say('reason-open-quantity', values)}
  const direction = (owner === 'user') === (trend === 'up') ? 'user' : 'provider'
  return {direction, reason: say(`reason-time-${owner}-${trend}`, values)}
}

/** What a figure was and is, or that it came or went. */
export function figures(from: string | undefined, to: string | undefined): Wording {
  if (from !== undefined && to !== undefined) return say('figures-changed', {from, to})
  return to === undefined ? say('figures-gone', {from: from ?? ''}) : say('figures-new', {to})
}

interface PartyNames {
  readonly user: readonly string[]
  readonly provider: readonly string[]
}

function partyNames(...facts: readonly Facts[]): PartyNames {
  const names = (role: 'user' | 'provider', pronouns: readonly string[]) => [
    ...new Set([
      ...facts.flatMap(({parties}) => parties.filter((party) => party.role === role).flatMap((party) => party.names)),
      ...pronouns,
    ]),
  ]
  return {user: names('user', ['您', '用户', '客户', 'you']), provider: names('provider', ['我们', '服务商', '服务提供者', '平台', 'we'])}
}

const DUTY = /^[^，,。.;；]{0,40}?(?:应当|应该|必须|不得|应(?=[^用付急])|须|\bshall\b|\bmust\b|\bmay not\b|\bagrees? to\b)/i
const POWER =
  /^[^，,。.;；]{0,40}?(?:有权|可以|可(?=[^能])|\bmay\b(?! not)|\bis entitled\b|\bare entitled\b|\bhas the right\b|\bhave the right\b)/i

function favoursIn(text: string, names: PartyNames, isGone: boolean): Favour[] {
  return (['user', 'provider'] as const).flatMap((party) =>
    (['duty', 'power'] as const).flatMap((what): Favour[] => {
      const pattern = what === 'duty' ? DUTY : POWER
      if (!names[party].some((name) => placesOf(name, text).some((at) => pattern.test(text.slice(at + name.length))))) return []
      const forUser = ((party === 'user') === (what === 'power')) !== isGone
      return [{direction: forUser ? 'user' : 'provider', reason: say(`reason-${party}-${what}-${isGone ? 'gone' : 'new'}`)}]
    }),
  )
}

/** The party named last before a phrase in its sentence, followed by a word of duty. */
function ownerOf(text: string, phrase: string, names: PartyNames): 'user' | 'provider' | undefined {
  const sentence = sentenceWith(text, phrase)
  const before = sentence.slice(0, Math.max(0, sentence.indexOf(phrase)))
  const last = (party: 'user' | 'provider') =>
    Math.max(-1, ...names[party].flatMap((name) => placesOf(name, before)).filter((at) => DUTY_WORD.test(before.slice(at))))
  const [user, provider] = [last('user'), last('provider')]
  return user === provider ? undefined : user > provider ? 'user' : 'provider'
}

const DUTY_WORD = /应当|应该|必须|不得|应|须|将|\bshall\b|\bmust\b|\bwill\b/i

function placesOf(name: string, text: string): number[] {
  if (name === '') return []
  const isWord = /^[A-Za-z]/.test(name)
  const [hay, needle] = isWord ? [text.toLowerCase(), name.toLowerCase()] : [text, name]
  const places: number[] = []
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length))
    if (!isWord || !(/[a-z]/i.test(hay.charAt(at - 1)) || /[a-z]/i.test(hay.charAt(at + needle.length)))) places.push(at)
  return places
}
