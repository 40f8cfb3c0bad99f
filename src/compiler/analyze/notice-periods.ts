import type {Agreement} from '../clause-tree/index.ts'
import {clauseTexts} from './clause-text.ts'
import {
  ENGLISH_NUMBER,
  ENGLISH_UNIT,
  FRENCH_NUMBER,
  FRENCH_UNIT,
  GERMAN_NUMBER,
  GERMAN_UNIT,
  HAN_NUMBER,
  HAN_UNIT,
  type Period,
  readEnglish,
  readFrench,
  readGerman,
  readHan,
} from './durations.ts'
import type {NoticePeriodFact} from './facts.ts'
import {isLasting} from './lasting-periods.ts'
import {candidateFinder} from './search/candidate-finder.ts'
import {matchesIn} from './search/matches-in.ts'
import {sentenceFinder} from './sentences.ts'

/** Finds the periods that somebody has to give or to keep, and promises of notice without one; how long something is kept, valid or used is no such period. */
export function findNoticePeriods(agreement: Agreement): NoticePeriodFact[] {
  return clauseTexts(agreement).flatMap(({clause, text, position}) => {
    const facts: NoticePeriodFact[] = []
    const taken: [number, number][] = []
    const sentenceAt = sentenceFinder(text)
    const triggerOf = triggerFinder()
    for (const {pattern, read} of candidates(text)) {
      for (const match of matchesIn(text, pattern)) {
        const start = match.index
        const end = start + match[0].length
        if (taken.some(([from, to]) => start < to && end > from)) continue
        const period = read(match.groups ?? {})
        if (!period) continue
        taken.push([start, end])
        const trigger = triggerIn(near(text, start, end)) ?? triggerOf(sentenceAt(start)) ?? triggerOf(text) ?? 'other'
        if (trigger === 'other' && isLasting(text, text.indexOf(match.groups?.n ?? '', start), end)) continue
        facts.push({path: clause.path, phrase: match[0].trim(), ...period, trigger, position: position(start, end)})
      }
    }
    return facts.sort((a, b) => (a.position.start.offset ?? 0) - (b.position.start.offset ?? 0))
  })
}

interface PeriodPattern {
  readonly pattern: RegExp
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => Period | undefined
}

const PATTERNS: readonly PeriodPattern[] = [
  {
    pattern: new RegExp(`(?:至少|最少|应当?|需|须)?(?:提前|预先|事先)(?:至少|不少于)?\\s?(?<n>${HAN_NUMBER})\\s?(?<unit>${HAN_UNIT})`, 'g'),
    read: readHan,
  },
  {
    pattern: new RegExp(
      `(?:结束|届满|期满|发布|公告|公示|公布|通知|收到|送达|发出|生效|终止|之日|签订|知道|发生|提交|到期|开通)[^，。；]{0,14}?(?:后的?|起)?的?(?:第)?\\s?(?<n>${HAN_NUMBER})\\s?(?<unit>${HAN_UNIT})\\s?(?:内|后|以内|之内|前|起|届满)?`,
      'g',
    ),
    read: readHan,
  },
  {pattern: new RegExp(`(?:在|于|应当?)?\\s?(?<n>${HAN_NUMBER})\\s?(?<unit>${HAN_UNIT})(?:之内|以内|内|之前|前|后)`, 'g'), read: readHan},
  {
    pattern:
      /一经(?:公布|公示|发布|公告|张贴|送达|作出|通知|发出)[^。；]{0,16}?(?:即|立即)?(?:告?生效|有效)|(?:公布|公示|发布|公告|更新|修改)(?:之?时|后|之日)?[^，。；]{0,14}?(?:即刻|即时|立即|即行?|自动)生效/g,
    read: () => ({count: 0, unit: 'immediate'}),
  },
  {pattern: /立即(?:以书面[^，。；]{0,4})?通知|即时通知/g, read: () => ({count: 0, unit: 'immediate'})},
  {
    pattern: new RegExp(
      `(?:at least|not less than|no less than|no fewer than|a minimum of|minimum)?\\s*(?<n>${ENGLISH_NUMBER})[\\s-]*(?<unit>${ENGLISH_UNIT})['’]?\\s*(?:(?:prior|advance|written|reasonable|e-?mail|of(?!\\s+age))\\s*){0,3}(?:notice|notification|in advance|before|prior|after|of(?!\\s+age)|from|following)\\b`,
      'gi',
    ),
    read: readEnglish,
  },
  {
    pattern: new RegExp(
      `\\b(?:within|in|for|upon|on|during|not later than|no later than|every|after)\\s+(?:a\\s+(?:period\\s+of\\s+)?|the\\s+|at least\\s+|no more than\\s+)?(?<n>${ENGLISH_NUMBER})[\\s-]*(?<unit>${ENGLISH_UNIT})\\b(?!\\s+(?:immediately\\s+)?preceding)`,
      'gi',
    ),
    read: readEnglish,
  },
  {
    pattern:
      /\b(?:effective|effect)\s+(?:immediately|upon posting|on posting|when posted|as soon as|upon publication)\b|\bimmediately upon (?:posting|notice|publication)\b|\bimmediate(?:ly)?\s+(?:account\s+)?(?:effect|terminat\w+|suspen\w+)\b/gi,
    read: () => ({count: 0, unit: 'immediate'}),
  },
  {pattern: /\b(?:with or without|without)\s+(?:any\s+)?(?:prior\s+|advance\s+)?notice\b/gi, read: () => ({count: 0, unit: 'immediate'})},
  {
    pattern: new RegExp(
      `\\b(?:innerhalb|binnen|mit|von|nach|spätestens|mindestens|vor)\\s+(?:(?:einer|der)\\s+(?:Frist|Kündigungsfrist)\\s+von\\s+)?(?:mindestens\\s+)?(?<n>${GERMAN_NUMBER})\\s+(?<unit>${GERMAN_UNIT})\\b`,
      'g',
    ),
    read: readGerman,
  },
  {
    pattern: new RegExp(
      `\\b(?:dans (?:un|le) délai (?:maximum |maximal )?(?:de )?|sous (?:un délai de )?|dans les |pendant |avec un préavis (?:de )?|moyennant un préavis (?:de )?|préavis de |au moins |à compter de |délai de )(?<n>${FRENCH_NUMBER})\\)?\\s*(?:\\(\\d{1,3}\\)\\s*)?(?<unit>${FRENCH_UNIT})\\b`,
      'gi',
    ),
    read: readFrench,
  },
  {
    pattern:
      /(?<!(?:不|无需|无须|毋须|不必|未|未经|不经|恕不|同意或)(?:另行|再)?)(?:将|会|应当?|须)?(?:提前|事先(?!被)|预先)(?!\d)[^，。；\d一二三四五六七八九十]{0,16}?(?:通知|告知|公告|公示|告示)(?!的)|(?<!同意或|未|不|无需|无须|不必)提前(?=以?[^，。；]{0,12}(?:告示|公告|通知|告知|公示))/g,
    read: () => ({}),
  },
  {
    pattern: /\b(?:give|provide|send|with)\s+(?:you\s+)?(?:reasonable\s+|prior\s+|advance\s+){1,2}(?:written\s+)?notice\b/gi,
    read: () => ({}),
  },
]

const candidates = candidateFinder(PATTERNS, ({pattern}) => pattern)

type Trigger = NoticePeriodFact['trigger']

/** What sets the period off, by the words of its sentence; the first row that fits. */
const TRIGGERS: readonly (readonly [Trigger, RegExp])[] = [
  ['objection', /异议|不接受|不同意|反对|object|disagree|reject|widersprech|Widerspruch|refus/i],
  ['claim', /赔偿申请|补偿申请|索赔|申请(?:赔偿|补偿)|提出(?:赔偿|补偿)|主张权利|claim|bring|Ansprüche|réclamation/i],
  ['price', /价格|资费|计费标准|收费标准|费用标准|单价|调价|pric(?:e|ing)|\bfees?\b|charges|rates|Preis|Entgelt|tarif|prix/i],
  ['maintenance', /维护|检修|升级|maintenance|upgrade|Wartung/i],
  [
    'amendment',
    /(?:协议|条款|规则|政策|SLA)[^。]{0,20}(?:调整|更新|修改|变更|修订)|(?:修改|变更|更新|调整|修订)[^。]{0,14}(?:协议|条款|规则|政策|SLA)|(?:change|modif|amend|updat|revis)\w*[^.]{0,60}\b(?:terms|agreement|policy|conditions)|(?:terms|agreement|policy|conditions)\b[^.]{0,60}(?:change|modif|amend|updat|revis)|(?:Änderung|ändern)[^.]{0,40}(?:Bedingungen|AGB|Vertrag)|modif\w+[^.]{0,40}conditions/i,
  ],
  ['feature', /功能|下线|停止提供|服务(?:的)?变更|变更[^。]{0,8}服务|feature|functionality|discontinu|Funktion/i],
  ['suspension', /暂停|中止|冻结|suspen|disable|Sperr/i],
  ['termination', /终止|解除|注销|取消服务|terminat|cancel|Kündig|kündig|résili/i],
]

/** The trigger that words name. A period is looked for near itself first, then in its sentence, then in its clause. */
function triggerIn(words: string): Trigger | undefined {
  return TRIGGERS.find(([, pattern]) => pattern.test(words))?.[0]
}

/** The same for sentences and clauses that hold many periods: each is searched once. */
function triggerFinder(): typeof triggerIn {
  const known = new Map<string, Trigger | undefined>()
  return (words) => {
    if (!known.has(words)) known.set(words, triggerIn(words))
    return known.get(words)
  }
}

const PART_ENDS: ReadonlySet<string> = new Set(['，', '。', '；', ', ', '. '])

/** The part between the commas around a period. */
function near(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && !PART_ENDS.has(text.charAt(from - 1)) && !PART_ENDS.has(text.slice(from - 1, from + 1))) from -= 1
  const rest = /[，。；]|[,.;]\s/.exec(text.slice(end))
  return text.slice(from, rest ? end + rest.index : text.length)
}
