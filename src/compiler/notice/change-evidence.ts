import {durationsIn, type Facts, type LimitationFact, type LimitationKind, moneyIn, percentagesIn} from '../analyze/index.ts'
import type {Change, Effect} from '../diff/index.ts'
import type {FoundClause} from './clause-lookup.ts'

/** What can be known of a change before anybody says whom it favours. */
export interface ChangeEvidence {
  readonly change: Change
  readonly from: readonly FoundClause[]
  readonly to: readonly FoundClause[]
  /** Ways in which the clauses limit the reader, in each version. */
  readonly kindsBefore: readonly LimitationKind[]
  readonly kindsAfter: readonly LimitationKind[]
  readonly quantities: readonly QuantityTrend[]
  /** Words that only one version has. */
  readonly deleted: readonly string[]
  readonly inserted: readonly string[]
  readonly factsBefore: Facts
  readonly factsAfter: Facts
}

/** A sum, percentage or period that changed, and which way. */
export interface QuantityTrend {
  readonly kind: 'amount' | 'percentage' | 'deadline' | 'notice-period'
  readonly trend: 'up' | 'down' | 'new' | 'gone' | 'unknown'
  readonly from?: string
  readonly to?: string
  /** Value of the new one, or of the old one that went, in its own unit. */
  readonly value?: number
}

/** Gathers what speaks for and against each side. */
export function evidenceOf(
  change: Change,
  from: readonly FoundClause[],
  to: readonly FoundClause[],
  factsBefore: Facts,
  factsAfter: Facts,
): ChangeEvidence {
  const words = (op: 'insert' | 'delete') => (change.segments ?? []).filter((segment) => segment.op === op).map(({text}) => text)
  return {
    change,
    from,
    to,
    kindsBefore: kindsAt(factsBefore, from),
    kindsAfter: kindsAt(factsAfter, to),
    quantities: change.effects.flatMap((effect) => trendOf(effect)),
    deleted: change.kind === 'removed' ? from.map(({text}) => text) : words('delete'),
    inserted: change.kind === 'added' ? to.map(({text}) => text) : words('insert'),
    factsBefore,
    factsAfter,
  }
}

/** Kinds of limitation for the provider in these clauses, each once, in reading order. */
function kindsAt({limitations}: Facts, clauses: readonly FoundClause[]): LimitationKind[] {
  const isLimit = ({path, benefits, strength}: LimitationFact) =>
    benefits === 'provider' && strength === 'definite' && clauses.some((clause) => clause.path === path)
  return [...new Set(limitations.filter(isLimit).map(({kind}) => kind))]
}

function trendOf({kind, from, to}: Effect): QuantityTrend[] {
  if (kind !== 'amount' && kind !== 'percentage' && kind !== 'deadline' && kind !== 'notice-period') return []
  const [old, now] = [from === undefined ? undefined : sizeOf(kind, from), to === undefined ? undefined : sizeOf(kind, to)]
  const words = {...(from === undefined ? {} : {from}), ...(to === undefined ? {} : {to})}
  const value = now ?? old
  return [{kind, trend: trend(from, to, old, now), ...words, ...(value === undefined ? {} : {value})}]
}

function trend(from: string | undefined, to: string | undefined, old: number | undefined, now: number | undefined): QuantityTrend['trend'] {
  if (from === undefined) return 'new'
  if (to === undefined) return 'gone'
  if (old === undefined || now === undefined || old === now) return 'unknown'
  return now > old ? 'up' : 'down'
}

/** Size of a quantity: units of currency, parts of a hundred, hours. */
function sizeOf(kind: QuantityTrend['kind'], words: string): number | undefined {
  if (kind === 'amount') return moneyIn(words)[0]?.value
  if (kind === 'percentage') return percentagesIn(words)[0]?.value
  const duration = durationsIn(words)[0]
  return duration && duration.count * HOURS[duration.unit]
}

/** Hours of a unit, for comparing lengths only. A working day is longer than a calendar day: five of them take seven. */
const HOURS = {hour: 1, 'calendar-day': 24, 'business-day': 33.6, month: 730.5, year: 8766, immediate: 0} as const
