import {clauseTexts, readNumber} from '../analyze/index.ts'
import type {ComparedVersion} from '../diff/index.ts'
import type {ClauseSource} from './own-periods.ts'
import type {Period} from './rules/notice-rule.ts'

/** Time after sending at which a message counts as received by a clause of the agreement. */
export interface DeliveryShift {
  readonly period: Period
  readonly clause: ClauseSource
}

/**
 * The longest time that the agreement itself puts between sending and receipt of electronic messages, such as `发出后第三日视为送达`.
 * Without such a clause a message arrives when it enters the reader's system (PRC Civil Code 137(2)), on the day of sending.
 */
export function deliveryShift({agreement}: ComparedVersion): DeliveryShift | undefined {
  const shifts = clauseTexts(agreement).flatMap(({clause, text}) => {
    if (!RECEIPT.test(text)) return []
    return text
      .split(/[。；;]|\.\s/)
      .filter((part) => RECEIPT.test(part) && (ELECTRONIC.test(part) || !POST.test(part)))
      .flatMap((part) =>
        PATTERNS.flatMap(({pattern, read}) =>
          [...part.matchAll(pattern)].flatMap((match): DeliveryShift[] => {
            const period = read(match.groups ?? {})
            const label = clause.label ? {label: clause.label.text} : {}
            return period && period.count > 0 ? [{period, clause: {path: clause.path, ...label, phrase: match[0].trim()}}] : []
          }),
        ),
      )
  })
  return shifts.sort((a, b) => weight(b.period) - weight(a.period))[0]
}

const RECEIPT =
  /视为(?:已经?)?(?:有效)?(?:送达|收到|收悉|接收)|deemed\s+(?:to\s+(?:have\s+been|be)\s+)?(?:duly\s+)?(?:received|delivered|given|served)/i
const POST = /邮寄|寄出|快递|挂号|付邮|投邮|\bpost(?:ed|ing)?\b|\bcourier|registered mail|\bby mail\b/i
const ELECTRONIC = /邮件|邮箱|短信|站内信|电子|公告|e-?mail|electronic|message|posting on/i

type Groups = Readonly<Record<string, string | undefined>>

const PATTERNS: readonly {readonly pattern: RegExp; readonly read: (groups: Groups) => Period | undefined}[] = [
  {
    pattern:
      /(?:发出|发送|发布|公告|寄出|投递)[^，,]{0,6}?(?:之?后|之?日起|起)的?(?:满)?第?\s?(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(?:个)?(?<unit>工作日|营业日|自然日|小时|日|天)/g,
    read: ({n = '', unit = ''}) =>
      periodOf(readNumber(n), /工作|营业/.test(unit) ? 'business-day' : unit === '小时' ? 'hour' : 'calendar-day'),
  },
  {
    pattern:
      /(?<n>\d{1,3}|first|second|third|fourth|fifth|sixth|seventh|tenth|next|one|two|three|four|five|seven|ten|twenty-four|forty-eight)(?:st|nd|rd|th)?(?:\s\(\d+\))?\s(?<kind>business\s|working\s|calendar\s)?(?<unit>day|hour)s?\s(?:after|following|from)\s/gi,
    read: ({n = '', kind = '', unit = ''}) =>
      periodOf(
        ORDINALS.get(n.toLowerCase()) ?? readNumber(n),
        /business|working/i.test(kind) ? 'business-day' : /hour/i.test(unit) ? 'hour' : 'calendar-day',
      ),
  },
]

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['next', 1],
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['tenth', 10],
  ['twenty-four', 24],
  ['forty-eight', 48],
])

function periodOf(count: number | undefined, unit: Period['unit']): Period | undefined {
  return count === undefined ? undefined : {count, unit}
}

function weight({count, unit}: Period): number {
  return unit === 'hour' ? Math.ceil(count / 24) : unit === 'business-day' ? count * 1.5 : count
}
