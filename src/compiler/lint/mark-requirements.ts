import type {LimitationKind} from '../analyze/index.ts'
import type {LintProfile} from './rule.ts'

/** Whether a kind of limitation must be marked, should be, or need not be. */
export type MarkRequirement = 'must' | 'should' | 'none'

/**
 * What the law of the profile asks of a kind: PRC Civil Code 496(2), Order 77 art. 6, Order 116 art. 8 (fees and disputes on platforms,
 * also towards businesses); UCC 2-316 in the US; prominence of price and subject terms in the UK and EU (CRA 64, Directive 93/13).
 */
export function markRequirement(kind: LimitationKind, {role, counterparty, markets}: LintProfile): MarkRequirement {
  if (RECEIPTS.has(kind)) return 'none'
  if (markets.includes('CN')) return counterparty === 'business' && role !== 'platform' && SHOULD_FOR_BUSINESS.has(kind) ? 'should' : 'must'
  if (markets.some((market) => market.startsWith('US'))) return US_MUST.has(kind) ? 'must' : 'none'
  return counterparty === 'business' ? 'none' : EU_SHOULD.has(kind) ? 'should' : 'none'
}

const RECEIPTS: ReadonlySet<LimitationKind> = new Set(['deemed-receipt'])
const SHOULD_FOR_BUSINESS: ReadonlySet<LimitationKind> = new Set(['auto-renewal', 'price-change'])
const US_MUST: ReadonlySet<LimitationKind> = new Set([
  'warranty-disclaimer',
  'exclusion-of-liability',
  'indirect-damages-exclusion',
  'liability-cap',
  'arbitration',
  'auto-renewal',
])
const EU_SHOULD: ReadonlySet<LimitationKind> = new Set([
  'exclusion-of-liability',
  'liability-cap',
  'auto-renewal',
  'price-change',
  'arbitration',
])
