import type {ClassifiedChange} from './classify-changes.ts'
import {clauseName, clauseNames} from './clause-name.ts'
import type {ConsentDecision, ConsentEvidence} from './consent-evidence.ts'
import {EU_MEMBERS} from './notice-profile.ts'
import {CONSENT_ROWS} from './tables/consent-rows.ts'
import {say, type Wording} from './wording.ts'

/** A decision by a person in place of the tables', with the reason that the notice shows. */
export interface Override<Decision> {
  readonly decision: Decision
  readonly reason: string
  readonly by?: string
}

/** What was decided, and by which rules. */
export interface ConsentOutcome {
  readonly decision: ConsentDecision
  readonly because: readonly {readonly id: string; readonly decision: ConsentDecision; readonly wording: Wording}[]
  readonly override?: Override<ConsentDecision> & {
    /** What the tables had decided. */
    readonly instead: ConsentDecision
  }
}

/** Whether users must agree again, be told, or neither: the strictest row that fits decides; all that ask as much are named. */
export function decideConsent(evidence: ConsentEvidence, override?: Override<ConsentDecision>): ConsentOutcome {
  const fitting = CONSENT_ROWS.filter((row) => isInScope(row.scope, evidence) && row.fits(evidence))
  const decision = (['reconsent', 'notify'] as const).find((step) => fitting.some((row) => row.decision === step)) ?? 'none'
  const because = fitting
    .filter((row) => row.decision === decision)
    .map((row) => ({id: row.id, decision: row.decision, wording: say(`consent-${row.id}`, valuesOf(evidence))}))
  const outcome: ConsentOutcome = {
    decision,
    because: because.length > 0 ? because : [{id: 'none', decision: 'none', wording: say('consent-none')}],
  }
  return override ? {...outcome, decision: override.decision, override: {...override, instead: decision}} : outcome
}

function isInScope(
  {markets, roles, counterparties, validFrom}: (typeof CONSENT_ROWS)[number]['scope'],
  {profile, announced}: ConsentEvidence,
): boolean {
  if (validFrom !== undefined && announced < validFrom) return false
  const isHere = profile.markets.some(
    (market) =>
      markets.includes('*') ||
      markets.includes(market) ||
      (markets.includes('EU') && EU_MEMBERS.has(market)) ||
      markets.includes(market.split('-')[0] ?? ''),
  )
  const fitsParty = counterparties === undefined || profile.counterparty === 'both' || counterparties.includes(profile.counterparty)
  return isHere && fitsParty && (roles === undefined || roles.includes(profile.role))
}

function valuesOf({core, adverse, data, clauses}: ConsentEvidence): Wording['values'] {
  return {
    core: placesOf(core),
    adverse: placesOf(adverse),
    data: placesOf(data),
    limiting: placesOf(core.filter(({kindsBefore, kindsAfter}) => kindsBefore.length + kindsAfter.length > 0)),
    clause: clauses.renewedConsent ? clauseName(clauses.renewedConsent) : '',
    phrase: clauses.renewedConsent?.phrase ?? '',
  }
}

function placesOf(changes: readonly ClassifiedChange[]): ReturnType<typeof clauseNames> {
  return clauseNames(changes.flatMap(({change}) => change.to[0] ?? change.from[0] ?? []))
}
