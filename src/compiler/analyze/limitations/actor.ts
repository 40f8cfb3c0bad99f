import type {PartyFact} from '../facts.ts'

/** Whom the words of a sentence speak of at a place. */
export type Actor = 'provider' | 'user' | 'mutual' | 'unknown'

/** Finds who acts in a part of a sentence: the last party named before it that is no object, the one it begins with, else the first one named in it. */
export type FindActor = (sentence: string, start: number, end: number) => Actor

/** Compiles the names of the parties of one agreement. */
export function actorFinder(parties: readonly PartyFact[]): FindActor {
  const names = (role: PartyFact['role']) => parties.filter((party) => party.role === role).flatMap((party) => party.names)
  const provider = alternatives([
    ...names('provider'),
    '我们',
    '我方',
    '本公司',
    '本平台',
    'we',
    'us',
    'our',
    'the Company',
    'Company',
    'Provider',
    'Licensor',
    'Supplier',
    'wir',
    'uns',
    'unsere',
    'Anbieter',
    'Betreiber',
    'nous',
    'notre',
  ])
  const user = alternatives([
    ...names('user').filter((name) => !names('provider').includes(name)),
    '您',
    '用户',
    '你',
    '会员',
    'you',
    'your',
    'Customer',
    'User',
    'Member',
    'Licensee',
    'Kunde',
    'Kunden',
    'Nutzer',
    'Sie',
    'vous',
    'Client',
    'Utilisateur',
  ])
  const mutual =
    '任何一方|双方|各方|一方|另一方|违约方|守约方|受影响(?:的)?一?方|either party|each party|neither party|both parties|the parties|a party|jede Partei|beide Parteien|chacune des parties|les parties'
  const pattern = new RegExp(`(?<mutual>${mutual})|(?<provider>${provider})|(?<user>${user})`, 'giu')
  let last = {sentence: '', mentions: [] as readonly Mention[]}
  return (sentence, start, end) => {
    if (last.sentence !== sentence) last = {sentence, mentions: mentionsIn(sentence, pattern)}
    let found: Actor = 'unknown'
    for (const {actor, at, isObjective, isConditional} of last.mentions) {
      if (at >= start && at <= start + 3 && at < end && !isObjective) return actor
      if (at >= start && (found !== 'unknown' || at >= end)) return found
      if (!isObjective && !isConditional) found = actor
    }
    return found
  }
}

/** A party named in a sentence. */
interface Mention {
  readonly actor: Actor
  readonly at: number
  readonly isObjective: boolean
  readonly isConditional: boolean
}

function mentionsIn(sentence: string, pattern: RegExp): Mention[] {
  return [...sentence.matchAll(pattern)].map(({groups, index, 0: name}) => {
    const actor = groups?.mutual ? 'mutual' : groups?.provider ? 'provider' : 'user'
    return {
      actor,
      at: index,
      isObjective: isObject(sentence, index, index + name.length),
      isConditional: actor === 'user' && isCondition(sentence, index),
    }
  })
}

/** `如您违反…`: the reader fulfils the condition, the provider acts. */
function isCondition(sentence: string, start: number): boolean {
  return /(?:如|若|当|在|如果|一旦|倘若)$/.test(sentence.slice(Math.max(0, start - 2), start))
}

/** Names after a preposition, possessives and names inside a relative clause do not act. */
function isObject(sentence: string, start: number, end: number): boolean {
  if (
    /(?:对|向|给|与|和|使|令|就|要求|通知|告知|保护|帮助|为|于|因|经|被|由于|除|以|发现|认为|认定|确认|怀疑|获知|知悉|得知|收到|赔偿|补偿|退还|返还)$/.test(
      sentence.slice(Math.max(0, start - 3), start),
    )
  )
    return true
  if (
    /^的(?!(?:违约|赔偿|法律|最高|累计|全部|总|合计)*(?:责任|赔偿(?!申请|请求|要求)|义务))/.test(sentence.slice(end)) &&
    /\p{Script=Han}/u.test(sentence.charAt(end))
  )
    return true
  if (RELATIVE.test(sentence.slice(end))) return true
  return (
    /\b(?:to|from|for|with|by|of|against|notify|notifies|provide|indemnify|allow|your|our)\s+$/i.test(
      sentence.slice(Math.max(0, start - 12), start),
    ) || /^(?:your|our|unsere?|notre|votre)$/i.test(sentence.slice(start, end))
  )
}

/** `您已支付的服务费`: who paid is told, not who acts. */
const RELATIVE =
  /^(?:已经?|所|实际|当[期月年]|最近|就)?[^，。；]{0,6}?(?:支付|缴纳|交纳|付|购买|订购|提供|提交|上传|填写|选择|登记|预留)[^，。；]{0,8}的(?=\p{Script=Han})/u

/** Latin names stand between other signs than letters; the longest name goes first. */
function alternatives(names: readonly string[]): string {
  const unique = [...new Set(names)].sort((a, b) => b.length - a.length).map(escapePattern)
  const isLatin = (name: string) => /^\p{Script=Latin}/u.test(name)
  const latin = unique.filter(isLatin).join('|')
  return [
    ...unique.filter((name) => !isLatin(name)),
    ...(latin === '' ? [] : [`(?<![\\p{Script=Latin}\\d])(?:${latin})(?![\\p{Script=Latin}])`]),
  ].join('|')
}

function escapePattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
