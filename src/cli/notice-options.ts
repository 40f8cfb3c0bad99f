import {Temporal} from 'temporal-polyfill'
import type {AgreementSettings, ConsentDecision, DirectionOverride, NoticeProfile, NoticeTrigger, RuleOverride} from '../index.ts'
import {OperationalError} from '../io/index.ts'

/** What a person decided in place of the rules. */
export interface Overrides {
  readonly reconsent?: {readonly decision: ConsentDecision; readonly reason: string; readonly by?: string}
  readonly directions: readonly DirectionOverride[]
  readonly rules: readonly RuleOverride[]
}

/** Reads `--override <what>` with its `--reason`: a rule id, `reconsent=<decision>`, or `<clause path>=<direction>`. */
export function readOverrides(given: readonly string[], reason: string | undefined, by: string | undefined): Overrides {
  if (given.length === 0) return {directions: [], rules: []}
  if (reason === undefined || reason.trim() === '')
    throw usage('override-without-reason', '`--override` was given without a reason', 'Say why with `--reason "…"`; the notice shows it.')
  const person = {reason, ...(by === undefined ? {} : {by})}
  const pairs = given.map((text) => {
    const at = text.indexOf('=')
    return at < 0 ? {what: text, value: undefined} : {what: text.slice(0, at), value: text.slice(at + 1)}
  })
  const consent = pairs.find(({what, value}) => what === 'reconsent' && value !== undefined)?.value
  return {
    ...(consent === undefined ? {} : {reconsent: {decision: oneOf(DECISIONS, consent, '--override reconsent='), ...person}}),
    directions: pairs.flatMap(({what, value}) =>
      value === undefined || what === 'reconsent'
        ? []
        : [{path: what, direction: oneOf(DIRECTIONS, value, `--override ${what}=`), ...person}],
    ),
    rules: pairs.flatMap(({what, value}) => (value === undefined ? [{rule: what, ...person}] : [])),
  }
}

/** Reads `--profile role/counterparty/market,market`. */
export function readProfile(text: string): NoticeProfile {
  const [role = '', counterparty = '', markets = ''] = text.split('/')
  if (markets === '')
    throw usage('profile-malformed', `--profile ${text} is no profile`, 'Write role/counterparty/markets, for example `platform/both/CN`.')
  return {
    role: oneOf(ROLES, role, '--profile'),
    counterparty: oneOf(COUNTERPARTIES, counterparty, '--profile'),
    markets: markets.split(',').map((market) => market.trim()),
  }
}

/** Reads `--concerns price,feature`. */
export function readConcerns(text: string | undefined): readonly NoticeTrigger[] {
  return text === undefined ? [] : text.split(',').map((name) => oneOf(TRIGGERS, name.trim(), '--concerns'))
}

/** Checks a date or an instant of the command line. */
export function readMoment(option: string, text: string): string {
  try {
    return text.includes('T') ? Temporal.Instant.from(text).toString() : Temporal.PlainDate.from(text, {overflow: 'reject'}).toString()
  } catch {
    throw usage(
      'date-malformed',
      `${option} ${text} is no date`,
      'Write it as 2026-12-31, or with time and offset as 2026-12-31T09:00:00+08:00.',
    )
  }
}

/** Today in a time zone; the zone is checked. */
export function todayIn(timeZone: string): string {
  try {
    return Temporal.Now.plainDateISO(timeZone).toString()
  } catch {
    throw usage('time-zone-unknown', `${timeZone} is no time zone`, 'Write an IANA name such as Asia/Shanghai.')
  }
}

/** Reads `--comments 2026-11-01..2026-11-15`. */
export function readSpan(text: string): {readonly from: string; readonly to: string} {
  const [from = '', to = ''] = text.split('..')
  return {from: readMoment('--comments', from), to: readMoment('--comments', to)}
}

/** Reads `--link new=https://…`. */
export function readLinks(given: readonly string[]): {readonly old?: string; readonly new?: string; readonly redline?: string} {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=')
      return [oneOf(LINKS, text.slice(0, Math.max(0, at)), '--link'), text.slice(at + 1)]
    }),
  )
}

/** Lines that say how to reach the provider. */
export function contactLines(contact: AgreementSettings['provider']['contact']): readonly string[] {
  if (contact === undefined) return []
  return typeof contact === 'string' ? [contact] : Object.values(contact)
}

const ROLES = ['platform', 'direct', 'payment', 'telecom', 'intermediation'] as const
const COUNTERPARTIES = ['business', 'consumer', 'both'] as const
const TRIGGERS = ['amendment', 'price', 'feature', 'maintenance'] as const
const DECISIONS = ['reconsent', 'notify', 'none'] as const
const DIRECTIONS = ['user', 'provider', 'neutral'] as const
const LINKS = ['old', 'new', 'redline'] as const

function oneOf<Name extends string>(names: readonly Name[], given: string, option: string): Name {
  const found = names.find((name) => name === given)
  if (found === undefined) throw usage('option-unknown', `${option} cannot be \`${given}\``, `It can be ${names.join(', ')}.`)
  return found
}

function usage(code: string, message: string, remedy: string): OperationalError {
  return new OperationalError(code, message, remedy, {isMissing: false})
}
