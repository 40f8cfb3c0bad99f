import type {PublishedVersion} from './published-versions.ts'
import type {ConsentRecord} from './record/consent-record.ts'
import {inForce} from './record/draft-consent.ts'

/** Why a subject must agree (again), or need not. */
export interface AgreementReason {
  readonly code:
    | 'never-agreed'
    | 'refused'
    | 'withdrawn'
    | 'objected'
    | 'expired'
    | 'unknown-version'
    | 'change-needs-consent'
    | 'changes-cancelled-out'
    | 'change-needs-no-consent'
    | 'up-to-date'
    | 'nothing-in-force'
  /** Version whose change is the reason. */
  readonly version?: string
  /** In the words of the notice rules. */
  readonly because: readonly string[]
}

/** Where a subject stands with an agreement. */
export interface AgreementStanding {
  /** The record that counts: the newest acceptance that was not withdrawn. */
  readonly accepted?: ConsentRecord
  /** Version in force. */
  readonly current?: string
  /** Announced and not yet in force. */
  readonly upcoming: readonly string[]
  readonly mustAgreeAgain: boolean
  readonly reasons: readonly AgreementReason[]
}

/** What the decision is made from. */
export interface StandingFacts {
  /** All records of the subject for the agreement and one record type, oldest first. */
  readonly records: readonly ConsentRecord[]
  readonly history: readonly PublishedVersion[]
  /** RFC 3339. */
  readonly at: string
  /** Verdict of the notice rules on the net change from the accepted to the current version; without it each skipped version counts. */
  readonly net?: {readonly decision: boolean; readonly because: readonly string[]}
}

/**
 * Decides whether a subject must agree again, net over the versions that they skipped: never to the very words that they agreed to before.
 */
export function mustAgreeAgain({records, history, at, net}: StandingFacts): AgreementStanding {
  const current = inForce(history, at)
  const upcoming = history.filter(({sequence}) => sequence > (current?.sequence ?? 0)).map(({version}) => version)
  const last = records.at(-1)
  const accepted = last && countingRecord(records)
  const standing = (isDue: boolean, reasons: readonly AgreementReason[]): AgreementStanding => ({
    ...(accepted ? {accepted} : {}),
    ...(current ? {current: current.version} : {}),
    upcoming,
    mustAgreeAgain: isDue,
    reasons,
  })
  if (!current) return standing(false, [{code: 'nothing-in-force', because: []}])
  if (!accepted) return standing(true, [{code: last ? endedBy(last) : 'never-agreed', because: []}])
  const {version, validUntil} = accepted.evidence
  if (validUntil !== undefined && Date.parse(validUntil) <= Date.parse(at)) return standing(true, [{code: 'expired', because: []}])
  const from = history.find((known) => known.version === version)
  if (!from) return standing(true, [{code: 'unknown-version', version, because: []}])
  const refusal = refusalAfter(accepted, records, (named) => {
    const sequence = history.find((known) => known.version === named)?.sequence ?? 0
    return sequence >= from.sequence && sequence <= current.sequence
  })
  if (refusal) return standing(true, [{code: endedBy(refusal), version: refusal.evidence.version, because: []}])
  if (from.sequence >= current.sequence) return standing(false, [{code: 'up-to-date', because: []}])
  const skipped = history.filter(({sequence}) => sequence > from.sequence && sequence <= current.sequence)
  const steps = skipped
    .filter(({requiresReconsent}) => requiresReconsent.decision)
    .map((step): AgreementReason => ({code: 'change-needs-consent', version: step.version, because: step.requiresReconsent.because}))
  if (net?.decision) return standing(true, [{code: 'change-needs-consent', version: current.version, because: net.because}])
  if (net && steps.length > 0) return standing(false, [{code: 'changes-cancelled-out', because: net.because}])
  if (steps.length > 0 && current.trees[accepted.evidence.locale] === accepted.evidence.treeSha256)
    return standing(false, [{code: 'changes-cancelled-out', version: current.version, because: []}])
  if (!net && steps.length > 0) return standing(true, steps)
  return standing(false, [{code: 'change-needs-no-consent', version: current.version, because: net?.because ?? []}])
}

/** The newest acceptance that the subject did not withdraw. */
function countingRecord(records: readonly ConsentRecord[]): ConsentRecord | undefined {
  const withdrawn = new Set(records.map(({evidence}) => evidence.withdraws))
  return records.findLast(({evidence}) => isAgreement(evidence.event.type) && !withdrawn.has(evidence.recordId))
}

/** A refusal of, or objection to, what would bind now. */
function refusalAfter(
  accepted: ConsentRecord,
  records: readonly ConsentRecord[],
  binds: (version: string) => boolean,
): ConsentRecord | undefined {
  return records.findLast(
    ({index, evidence}) =>
      index > accepted.index && (evidence.event.type === 'reject' || evidence.event.type === 'object') && binds(evidence.version),
  )
}

function isAgreement(type: ConsentRecord['evidence']['event']['type']): boolean {
  return type === 'accept' || type === 'renew'
}

function endedBy({evidence}: ConsentRecord): AgreementReason['code'] {
  if (evidence.event.type === 'withdraw') return 'withdrawn'
  return evidence.event.type === 'object' ? 'objected' : 'refused'
}
