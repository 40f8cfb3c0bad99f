import type {PartyFact} from '../facts.ts'
import {patternOfWords, wordsFor} from '../party-words.ts'
import {matchesIn} from '../search/matches-in.ts'
import {occurrences} from '../search/occurrences.ts'

/** Whom the words of a sentence speak of at a place. */
export type Actor = 'provider' | 'user' | 'mutual' | 'unknown'

/** Finds who acts in a part of a sentence: the last party named before it that is no object, the one it begins with, else the first one named in it. */
export type FindActor = (sentence: string, start: number, end: number) => Actor

/** For the parties of one agreement, who are called besides by common words. */
export function actorFinder(parties: readonly PartyFact[]): FindActor {
  const names = parties.flatMap(({role, names: all}) =>
    role === 'other' ? [] : all.map((name) => ({name: name.toLowerCase(), actor: role})).filter(({name}) => !KNOWN.has(name)),
  )
  let last = {sentence: '', mentions: [] as readonly Mention[]}
  return (sentence, start, end) => {
    if (last.sentence !== sentence) last = {sentence, mentions: mentionsIn(sentence, names)}
    const {mentions} = last
    const opening = mentions.find((mention) => mention.start >= start && mention.start <= start + 3 && mention.start < end)
    if (opening && !isObject(sentence, opening)) return opening.actor
    const acting =
      mentions.findLast((mention) => mention.start < start && acts(sentence, mention)) ??
      mentions.find((mention) => mention.start >= start && mention.start < end && acts(sentence, mention))
    return acting && hasOtherSubject(sentence, acting, start) ? 'unknown' : (acting?.actor ?? 'unknown')
  }
}

const MUTUAL =
  '任何一方|双方|各方|一方|另一方|违约方|守约方|受影响(?:的)?一?方|either party|each party|neither party|both parties|the parties|a party(?! to\\b)|jede Partei|beide Parteien|chacune des parties|les parties'
const PROVIDER = wordsFor('provider')
const USER = wordsFor('user')
const KNOWN: ReadonlySet<string> = new Set([...PROVIDER, ...USER].map((word) => word.toLowerCase()))
/** `平台有权…`: who runs the service, named by what it runs; as a subject only, since `平台` is a place, too. */
const ACTING_THING =
  '(?<![在于对向])(?:平台|网站|公司|本站|本网站?|商城|服务商|服务方|平台方|运营方)(?=(?:均|亦|也|即|并|仍|都|则)?(?:有权|将|不(?!得|存在|可用)|予以|无需|无须|免责|保留|享有|概不))'
const MENTIONS = new RegExp(
  `(?<mutual>${MUTUAL})|(?<provider>${ACTING_THING}|${patternOfWords(PROVIDER)})|(?<user>${patternOfWords(USER)})`,
  'giu',
)

/** A party named in a sentence. */
interface Mention {
  readonly actor: Actor
  readonly start: number
  readonly end: number
}

/** In reading order. Where two names overlap the earlier one counts, then that of both parties, the provider and the reader, then the longer one. */
function mentionsIn(sentence: string, names: readonly {readonly name: string; readonly actor: Actor}[]): Mention[] {
  const small = sentence.toLowerCase()
  const found: Mention[] = [
    ...matchesIn(sentence, MENTIONS).map(({groups, index, 0: name}) => ({
      actor: groups?.mutual ? ('mutual' as const) : groups?.provider ? ('provider' as const) : ('user' as const),
      start: index,
      end: index + name.length,
    })),
    ...names.flatMap(({name, actor}) => occurrences(name, small).map((start) => ({actor, start, end: start + name.length}))),
  ].sort((a, b) => a.start - b.start || ORDER.indexOf(a.actor) - ORDER.indexOf(b.actor) || b.end - a.end)
  let end = 0
  return found.filter((mention) => {
    if (mention.start < end) return false
    end = mention.end
    return true
  })
}

const ORDER: readonly Actor[] = ['mutual', 'provider', 'user']

function acts(sentence: string, mention: Mention): boolean {
  return !isObject(sentence, mention) && !(mention.actor === 'user' && (isCondition(sentence, mention) || isAssent(sentence, mention)))
}

/** `您理解并同意…`, `you agree that…`: the reader only assents to what others do. */
function isAssent(sentence: string, {end}: Mention): boolean {
  return ASSENT.test(sentence.slice(end, end + 80))
}

const ASSENT =
  /^(?:在此|均|已|已经|应当?|充分|完全|清楚|明确|特别|确认|[，、:：])*(?:理解|了解|知悉|知晓|认可|接受|同意|承认)(?:并|且|和|、|及|认可|同意|接受|知悉|确认|充分){0,4}[，:：]?(?=[^，。；]{1,24}?(?:有权|可以?|将|会|不|无需|无须|概|均))|^\s+(?:\w+\s+){0,3}(?:understand|acknowledge|agree|accept|recogni[sz]e|confirm|(?:is|are)\s+aware)s?\s+(?:and\s+(?:agree|accept|acknowledge)s?\s+)?that\b(?!\s+(?:he|she|they|it)\b)/i

/** `如您违反…`: the reader fulfils the condition, the provider acts. */
function isCondition(sentence: string, {start}: Mention): boolean {
  return /(?:如|若|当|在|如果|一旦|倘若)$/.test(sentence.slice(Math.max(0, start - 2), start))
}

/** `用户承诺…，社区有权…`: whoever has the power is named right before it, if by a name that is not known. */
function hasOtherSubject(sentence: string, {actor, end}: Mention, start: number): boolean {
  if (actor !== 'user' || !/^(?:有权|保留|享有)/.test(sentence.slice(start, start + 2))) return false
  const clause = Math.max(sentence.lastIndexOf('，', start), sentence.lastIndexOf(',', start), sentence.lastIndexOf('：', start))
  return clause >= end && SUBJECT.test(sentence.slice(clause + 1, start).trim())
}

const SUBJECT =
  /^(?![并且则即亦也均但仍还否从因如若在对由经按根为于就以同随此届应须需将会可不未无已所有其])[\p{Script=Han}\w][\p{Script=Han}\w ]{1,11}(?<![的时后前下中内外上则亦均也即并都仍将应须需])$/u

/** Names after a preposition, possessives and names inside a relative clause do not act. */
function isObject(sentence: string, {actor, start, end}: Mention): boolean {
  if (
    /(?:对|向|给|与|和|使|令|就|将|把|要求|通知|告知|保护|帮助|为|于|因|经|被|由于|除|以|的|在|使用|访问|登录|通过|利用|享受|购买|发现|认为|认定|确认|怀疑|获知|知悉|得知|收到|赔偿|补偿|退还|返还)$/.test(
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
  if (actor !== 'mutual' && OF_A_PARTY.test(sentence.slice(end))) return true
  return (
    /\b(?:to|from|for|with|by|of|against|notify|notifies|provide|indemnify|allow|your|our)\s+$/i.test(
      sentence.slice(Math.max(0, start - 12), start),
    ) || /^(?:your|our|unsere?|notre|votre)$/i.test(sentence.slice(start, end))
  )
}

/** `您已支付的服务费`: who paid is told, not who acts. */
const RELATIVE =
  /^(?:已经?|所|实际|当[期月年]|最近|就)?[^，。；]{0,6}?(?:支付|缴纳|交纳|付|购买|订购|提供|提交|上传|填写|选择|登记|预留)[^，。；]{0,8}的(?=\p{Script=Han})/u

/** `User Content`, `Customer's account`: a thing of the party is named; whose liability it is says who is liable. */
const OF_A_PARTY =
  /^(?:['’]s?(?!\s+(?:\w+\s+){0,3}(?:liability|responsibility|obligations?)\b)|\s+(?:generated|content|data|accounts?|materials?|information|submissions?))\b/i
