import {type Agreement, type Clause, spansText} from '../clause-tree/index.ts'
import {clauseTexts} from './clause-text.ts'
import type {ServiceLevelFact} from './facts.ts'
import {foldWidth} from './fold-width.ts'
import {percentagesIn} from './quantities.ts'
import {sentences} from './sentences.ts'

/** Finds what availability is promised and what is paid where it is missed, in sentences and in tables. */
export function findServiceLevels(agreement: Agreement): ServiceLevelFact[] {
  return clauseTexts(agreement).flatMap(({clause, text, position}) => {
    if (clause.body?.type === 'table') return tableLevels(clause)
    if (!/[%％]/.test(text) || !AVAILABILITY.test(text)) return []
    return sentences(text).flatMap((sentence) => {
      if (!AVAILABILITY.test(sentence.text)) return []
      const range = readRange(sentence.text)
      if (!range) return []
      const credit = creditOf(sentence.text.slice(range.end))
      return [
        {
          path: clause.path,
          kind: credit === undefined ? ('commitment' as const) : ('tier' as const),
          phrase: sentence.text.trim(),
          ...boundsOf(range),
          ...(credit === undefined ? {} : {credit}),
          position: position(sentence.start, sentence.end),
        },
      ]
    })
  })
}

const AVAILABILITY = /可用性|可用率|availability|uptime|Verfügbarkeit|disponibilité/i
const CREDIT = /赔偿|补偿|赔付|代金券|返还|credit|compensat|refund|Gutschrift|avoir|remboursement/i

/** Rows of a table whose head names an availability, and a compensation beside it. */
function tableLevels({body, path}: Clause): ServiceLevelFact[] {
  if (body?.type !== 'table') return []
  const head = body.rows[0]?.cells.map(({spans}) => spansText(spans)) ?? []
  const level = head.findIndex((cell) => AVAILABILITY.test(cell))
  if (level < 0) return []
  const credit = head.findIndex((cell, column) => column !== level && CREDIT.test(cell))
  return body.rows.slice(1).flatMap(({cells}) => {
    const cell = cells[level]
    const phrase = cell ? foldWidth(spansText(cell.spans)) : ''
    const range = readRange(phrase)
    if (!cell || !range) return []
    const paid = foldWidth(spansText(cells[credit]?.spans ?? []))
    const value = percentagesIn(paid)[0]?.value
    return [
      {
        path,
        kind: credit >= 0 ? ('tier' as const) : ('commitment' as const),
        phrase: credit >= 0 ? `${phrase} → ${paid}` : phrase,
        ...boundsOf(range),
        ...(value === undefined ? {} : {credit: value}),
        position: cell.position,
      },
    ]
  })
}

interface Range {
  readonly atLeast?: number
  readonly below?: number
  readonly end: number
}

function boundsOf({atLeast, below}: Range): Pick<ServiceLevelFact, 'atLeast' | 'below'> {
  return {...(atLeast === undefined ? {} : {atLeast}), ...(below === undefined ? {} : {below})}
}

/** Bounds that the words and signs beside percentages give. */
function readRange(text: string): Range | undefined {
  const range: {atLeast?: number; below?: number; end: number} = {end: 0}
  for (const {value, start, end} of percentagesIn(text)) {
    const before = text.slice(Math.max(0, start - 24), start)
    const after = text.slice(end, end + 16)
    if (range.atLeast === undefined && (AT_LEAST_BEFORE.test(before) || AT_LEAST_AFTER.test(after)))
      Object.assign(range, {atLeast: value, end})
    else if (range.below === undefined && (BELOW_BEFORE.test(before) || BELOW_AFTER.test(after))) Object.assign(range, {below: value, end})
  }
  return range.atLeast === undefined && range.below === undefined ? undefined : range
}

const AT_LEAST_BEFORE =
  /(?:不低于|不小于|不少于|大于或?等于|等于或?(?:高于|大于)|高于或?等于|达到?|≥|>=|>|at least|no(?:t)? less than|greater than or equal to|equal to or (?:greater|higher) than|above|mindestens|au moins|supérieure? (?:ou égale )?à)\s*$/i
const AT_LEAST_AFTER = /^\s*(?:\(含\)|以上|及以上|or (?:more|higher|above)|oder mehr|≤|<=)/i
const BELOW_BEFORE = /(?:(?<!不)(?:低于|小于|少于|不足|未达到?)|<|below|less than|under|lower than|unter|weniger als|inférieure? à)\s*$/i
const BELOW_AFTER = /^\s*(?:以下|or less|oder weniger)/i

function creditOf(text: string): number | undefined {
  return CREDIT.test(text) ? percentagesIn(text)[0]?.value : undefined
}
