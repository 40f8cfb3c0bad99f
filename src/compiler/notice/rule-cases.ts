import type {ComparedVersion} from '../diff/index.ts'
import {clauseName} from './clause-name.ts'
import type {NoticePolicy, NoticeProfile, NoticeTrigger} from './notice-profile.ts'
import {type OwnPeriod, ownPeriods} from './own-periods.ts'
import type {RuleVerdict} from './rule-verdict.ts'
import type {CountingSystem, NoticeRule, Period} from './rules/notice-rule.ts'
import {selectRules} from './select-rules.ts'
import type {Triggers} from './triggers.ts'
import {say, type Wording} from './wording.ts'

/** A rule that has to be thought of, with the reasons for which it applies or does not. */
export interface RuleCase
  extends Pick<RuleVerdict, 'id' | 'origin' | 'basis' | 'source' | 'confidence' | 'clause' | 'trigger' | 'start' | 'period' | 'duties'> {
  readonly usual?: Period
  readonly atMost?: Period
  readonly clearDays?: true
  readonly counting: CountingSystem
  readonly applies: boolean
  readonly reasons: readonly Wording[]
}

/** Every rule to think of: law by profile, the clauses of the version in force, the provider's own policy; in that order. */
export function ruleCases(
  rules: readonly NoticeRule[],
  profile: NoticeProfile,
  announced: string,
  inForce: ComparedVersion,
  policy: NoticePolicy,
  triggers: Triggers,
): readonly RuleCase[] {
  const counting = ownCounting(profile)
  const own = ownPeriods(inForce).map((period) => ownCase(period, counting, triggers))
  const law = selectRules(rules, profile, announced).map((rule) => lawCase(rule, triggers))
  const isGeneral = ({counting: system}: RuleCase) => system === 'general'
  return [...law.filter((rule) => !isGeneral(rule)), ...own, ...policyCases(policy, own, counting, triggers), ...law.filter(isGeneral)]
}

function lawCase(rule: NoticeRule, triggers: Triggers): RuleCase {
  const {id, start, period, usual, atMost, clearDays, counting, duties, source, confidence} = rule
  return {
    id,
    origin: 'law',
    basis: say(`law-${id}`),
    source,
    confidence,
    trigger: LAW_TRIGGERS[rule.when],
    start,
    ...(period ? {period} : {}),
    ...(usual ? {usual} : {}),
    ...(atMost ? {atMost} : {}),
    ...(clearDays ? {clearDays} : {}),
    counting,
    duties,
    ...lawReasons(rule, triggers),
  }
}

const LAW_TRIGGERS = {
  any: 'amendment',
  major: 'major',
  detrimental: 'detrimental',
  price: 'price',
  'renewal-price': 'renewal-price',
} as const

function lawReasons(
  {id, when}: NoticeRule,
  {isChanged, major, isDetrimental, concerns, isRenewing}: Triggers,
): Pick<RuleCase, 'applies' | 'reasons'> {
  switch (when) {
    case 'any':
      return {applies: isChanged, reasons: [say(`rule-${id}`)]}
    case 'major':
      return major.length > 0
        ? {applies: true, reasons: [say(`rule-${id}`), ...major]}
        : {applies: false, reasons: [say(`rule-${id}`), say('not-major')]}
    case 'detrimental':
      return {applies: isDetrimental, reasons: [say(`rule-${id}`), say(isDetrimental ? 'is-detrimental' : 'not-detrimental')]}
    case 'price':
      return {applies: concerns.has('price'), reasons: [say(`rule-${id}`), ...(concerns.get('price') ?? [say('not-price')])]}
    case 'renewal-price': {
      const applies = concerns.has('price') && isRenewing
      return {applies, reasons: [say(`rule-${id}`), ...(applies ? (concerns.get('price') ?? []) : [say('not-renewal-price')])]}
    }
  }
}

function ownCase({trigger, period, start, clause}: OwnPeriod, counting: CountingSystem, {concerns}: Triggers): RuleCase {
  const unit = period ? `-${period.unit}` : ''
  const isPlain = period === undefined || period.unit === 'calendar-day'
  return {
    id: `own-${trigger}-${clause.path}${isPlain ? '' : unit}`,
    origin: 'agreement',
    basis: say('basis-clause', {clause: clauseName(clause), phrase: clause.phrase}),
    clause,
    trigger,
    start,
    ...(period ? {period} : {}),
    counting,
    duties: [],
    applies: concerns.has(trigger),
    reasons: concerns.get(trigger) ?? [say(`not-${trigger}`)],
  }
}

/** The policy speaks where it promises what no clause of the version in force says already. */
function policyCases(policy: NoticePolicy, own: readonly RuleCase[], counting: CountingSystem, {concerns}: Triggers): RuleCase[] {
  return POLICY.flatMap(([trigger, name]): RuleCase[] => {
    const days = policy[name]
    if (days === undefined) return []
    const isSaid = own.some(({trigger: other, period}) => other === trigger && period?.unit === 'calendar-day' && period.count >= days)
    if (isSaid) return []
    return [
      {
        id: `policy-${trigger}`,
        origin: 'policy',
        basis: say('basis-policy', {name, days}),
        trigger,
        start: 'published',
        period: {count: days, unit: 'calendar-day'},
        counting,
        duties: [],
        applies: concerns.has(trigger),
        reasons: concerns.get(trigger) ?? [say(`not-${trigger}`)],
      },
    ]
  })
}

const POLICY = [
  ['amendment', 'amendmentDays'],
  ['price', 'priceDays'],
  ['feature', 'featureDays'],
  ['maintenance', 'maintenanceDays'],
] as const satisfies readonly (readonly [NoticeTrigger, keyof NoticePolicy])[]

/** How periods of the agreement itself are counted: by the law of the first market. */
function ownCounting({markets}: NoticeProfile): CountingSystem {
  const [market = ''] = markets
  if (market === 'CN') return 'cn-civil-code'
  if (market === 'DE') return 'de-bgb'
  if (market === 'JP') return 'jp-civil-code'
  if (market === 'UK') return 'uk-clear-days'
  if (market.startsWith('US')) return 'us-practice'
  return market === '' ? 'general' : 'eu-1182-71'
}
