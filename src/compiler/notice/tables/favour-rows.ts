import type {LimitationKind} from '../../analyze/index.ts'
import type {ChangeEvidence, QuantityTrend} from '../change-evidence.ts'
import type {Favour, FavourRow} from '../favour.ts'
import {type FeeMultiples, feeMultiples} from '../fee-multiples.ts'
import {figures, rightsAndDuties, timeFavours} from '../rights-and-duties.ts'
import {say, type Wording} from '../wording.ts'

/** What in a change favours whom. A row that cannot tell says so; it never guesses for the reader. */
export const FAVOUR_ROWS: readonly FavourRow[] = [
  {
    id: 'limits that are new',
    find: ({change}) =>
      change.effects.flatMap(({kind, to}) =>
        kind === 'limitation-added' && to ? [provider('reason-limit-added', {kind: kindName(to)})] : [],
      ),
  },
  {
    id: 'limits that are gone',
    find: ({change}) =>
      change.effects.flatMap(({kind, from}) =>
        kind === 'limitation-removed' && from ? [user('reason-limit-removed', {kind: kindName(from)})] : [],
      ),
  },
  {
    id: 'limits of an added or removed clause',
    find: ({change, kindsBefore, kindsAfter}) => {
      if (change.effects.some(({kind}) => kind === 'limitation-added' || kind === 'limitation-removed')) return []
      if (change.kind === 'added') return kindsAfter.map((kind) => provider('reason-limit-added', {kind: kindName(kind)}))
      if (change.kind === 'removed') return kindsBefore.map((kind) => user('reason-limit-removed', {kind: kindName(kind)}))
      return []
    },
  },
  {
    id: 'marks that drew attention',
    find: ({change, kindsBefore, kindsAfter}) => [
      ...(change.effects.some(({kind}) => kind === 'emphasis-lost') && kindsBefore.length > 0 ? [provider('reason-emphasis-lost')] : []),
      ...(change.effects.some(({kind}) => kind === 'emphasis-gained') && kindsAfter.length > 0 ? [user('reason-emphasis-gained')] : []),
    ],
  },
  {id: 'quantities', find: (evidence) => quantityFavours(evidence)},
  {id: 'multiples of fees in a cap', find: (evidence) => multipleFavours(evidence)},
  {id: 'bare numbers of a price list', find: (evidence) => priceFavours(evidence)},
  {id: 'service levels', find: (evidence) => serviceLevelFavours(evidence)},
  {id: 'exceptions from a limit', find: (evidence) => exceptionFavours(evidence)},
  {id: 'rights and duties', find: (evidence) => rightsAndDuties(evidence)},
  {
    id: 'words that the tables cannot weigh',
    find: (evidence) => {
      const isWeighed = rightsAndDuties(evidence).length > 0
      return evidence.change.effects.flatMap(({kind}) => {
        if (kind === 'negation' || kind === 'date') return [undecided(`reason-open-${kind}`)]
        return (kind === 'modality' || kind === 'party') && !isWeighed ? [undecided(`reason-open-${kind}`)] : []
      })
    },
  },
]

/** What a larger number of this kind means in a clause that holds this limit; the smaller one means the opposite. */
const LARGER: readonly {
  readonly limit: LimitationKind
  readonly kinds: readonly QuantityTrend['kind'][]
  readonly favours: 'user' | 'provider'
}[] = [
  {limit: 'liability-cap', kinds: ['amount', 'percentage', 'deadline'], favours: 'user'},
  {limit: 'penalty', kinds: ['amount', 'percentage'], favours: 'provider'},
  {limit: 'claim-deadline', kinds: ['deadline', 'notice-period'], favours: 'user'},
  {limit: 'unilateral-modification', kinds: ['notice-period', 'deadline'], favours: 'user'},
  {limit: 'price-change', kinds: ['notice-period', 'deadline'], favours: 'user'},
  {limit: 'unilateral-suspension-or-termination', kinds: ['notice-period', 'deadline'], favours: 'user'},
  {limit: 'forfeiture', kinds: ['deadline'], favours: 'user'},
  {limit: 'data-deletion', kinds: ['deadline'], favours: 'user'},
]

function quantityFavours(evidence: ChangeEvidence): Favour[] {
  const {quantities, kindsBefore, kindsAfter} = evidence
  const limits = LARGER.filter(({limit}) => kindsBefore.includes(limit) && kindsAfter.includes(limit))
  return quantities.flatMap((quantity) => {
    const row = limits.find(({kinds}) => kinds.includes(quantity.kind))
    if (!row) return quantity.kind === 'amount' || quantity.kind === 'percentage' ? [] : [timeFavours(quantity, evidence)]
    const grows = row.limit === 'liability-cap' ? capGrows(quantity) : growth(quantity.trend)
    if (grows === undefined) return [undecided('reason-open-quantity', valuesOf(quantity))]
    const direction = grows === (row.favours === 'user') ? 'user' : 'provider'
    return [{direction, reason: say(`reason-${row.limit}-${direction}`, valuesOf(quantity))}]
  })
}

function growth(trend: QuantityTrend['trend']): boolean | undefined {
  return trend === 'up' ? true : trend === 'down' ? false : undefined
}

/** A percentage that comes into a cap lowers it unless it is above a hundred; a further sum is a further ceiling. */
function capGrows({trend, kind, value}: QuantityTrend): boolean | undefined {
  if (trend === 'new') return kind === 'percentage' && value !== undefined && value > 100
  if (trend === 'gone') return !(kind === 'percentage' && value !== undefined && value > 100)
  return growth(trend)
}

/** A cap of so many times the fees. */
function multipleFavours(evidence: ChangeEvidence): Favour[] {
  const multiples = capMultiples(evidence)
  if (!multiples) return []
  const direction = multiples.grows ? 'user' : 'provider'
  return [{direction, reason: say(`reason-liability-cap-${direction}`, {figures: figures(multiples.from, multiples.to)})}]
}

function capMultiples(evidence: ChangeEvidence): FeeMultiples | undefined {
  const {kindsBefore, kindsAfter} = evidence
  return [kindsBefore, kindsAfter].every((kinds) => kinds.includes('liability-cap')) ? feeMultiples(evidence) : undefined
}

/** Prices by the numbers that were exchanged, in reading order. */
function priceFavours({change, from, to, quantities, deleted, inserted, kindsBefore, kindsAfter}: ChangeEvidence): Favour[] {
  const isLimit = [...kindsBefore, ...kindsAfter].some((kind) => kind !== 'price-change' && kind !== 'auto-renewal')
  if (isLimit || change.kind === 'added' || change.kind === 'removed') return []
  const isPriced = [...from, ...to].some(({headings, text}) => [...headings, text].some((words) => PRICES.test(words)))
  if (!isPriced || quantities.some(({kind}) => kind === 'deadline' || kind === 'notice-period')) return []
  const [old, now] = [numbersIn(deleted), numbersIn(inserted)]
  if (old.length === 0 && now.length === 0) return []
  if (old.length !== now.length) return [undecided('reason-open-price')]
  const steps = now.map((value, index) => Math.sign(value - (old[index] ?? value)))
  if (steps.every((step) => step === 0)) return []
  if (steps.every((step) => step >= 0)) return [provider('reason-price-up')]
  return steps.every((step) => step <= 0) ? [user('reason-price-down')] : [provider('reason-price-mixed')]
}

const PRICES = /费用|资费|价格|单价|计费|收费|价目|套餐|\bfees?\b|pric(?:e|es|ing)\b|charges|\brates?\b|Preis|Entgelt|prix|tarif/i

function numbersIn(words: readonly string[]): number[] {
  return words.flatMap((text) => [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.'))))
}

/** Availability promised and compensation paid, before and after. */
function serviceLevelFavours({from, to, factsBefore, factsAfter}: ChangeEvidence): Favour[] {
  const levels = (facts: ChangeEvidence['factsBefore'], paths: readonly string[]) =>
    facts.serviceLevels.filter(({path}) => paths.includes(path))
  const old = levels(
    factsBefore,
    from.map(({path}) => path),
  )
  const now = levels(
    factsAfter,
    to.map(({path}) => path),
  )
  if (old.length === 0 || old.length !== now.length) return []
  return now.flatMap((level, index): Favour[] => {
    const was = old[index]
    const promised = [was?.atLeast, level.atLeast]
    const credit = [was?.credit, level.credit]
    return [...(level.kind === 'commitment' ? stepOf(promised, 'reason-service-level') : []), ...stepOf(credit, 'reason-service-credit')]
  })
}

function stepOf([old, now]: readonly (number | undefined)[], key: string): Favour[] {
  if (old === undefined || now === undefined || old === now) return []
  const values = {figures: figures(`${old}%`, `${now}%`)}
  return [now > old ? user(`${key}-user`, values) : provider(`${key}-provider`, values)]
}

const EXCEPTION =
  /除外|但是?|除非|不适用于|\bexcept|\bunless\b|\bprovided that|\bsave (?:for|that|where)|\bother than|es sei denn|ausgenommen|sauf\b/i

/** Words in a clause that stays a limit: an exception that goes is against the reader, one that comes is for them. */
function exceptionFavours(evidence: ChangeEvidence): Favour[] {
  const {change, kindsBefore, kindsAfter, deleted, inserted, quantities} = evidence
  const stays = kindsBefore.some((kind) => kindsAfter.includes(kind))
  if (!stays || change.segments === undefined) return []
  const [lost, gained] = [deleted.some((words) => EXCEPTION.test(words)), inserted.some((words) => EXCEPTION.test(words))]
  if (lost && !gained) return [provider('reason-exception-lost')]
  if (gained && !lost) return [user('reason-exception-gained')]
  if (quantities.length > 0 || capMultiples(evidence)) return []
  const widened = change.effects.some(({kind, to}) => kind === 'limitation-widened' && to !== undefined)
  return widened ? [provider('reason-limit-widened')] : [undecided('reason-open-limit')]
}

function kindName(kind: string): Wording {
  return say(kind)
}

function valuesOf({from, to}: QuantityTrend): Wording['values'] {
  return {figures: figures(from, to)}
}

function provider(key: string, values: Wording['values'] = {}): Favour {
  return {direction: 'provider', reason: say(key, values)}
}

function user(key: string, values: Wording['values'] = {}): Favour {
  return {direction: 'user', reason: say(key, values)}
}

function undecided(key: string, values: Wording['values'] = {}): Favour {
  return {direction: 'undecided', reason: say(key, values)}
}
