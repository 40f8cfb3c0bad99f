import {checkChain, compareInstants, inTimeZone, recordText, sealRecord, type Version, type Withdrawal} from '../compiler/index.ts'
import {sha256} from './sha256.ts'
import type {Refusal} from './version-request.ts'

/** What somebody wants to withdraw. */
export interface WithdrawalRequest {
  /** Name of the version. */
  readonly version: string
  readonly reason: string
  readonly by?: string | undefined
  /** The present, RFC 3339. */
  readonly now: string
}

/** A withdrawal that is ready to be stored, or why there is none. */
export type WithdrawalPlan =
  | {readonly withdrawal: Withdrawal; readonly record: string; readonly refusal?: never}
  | {readonly refusal: Refusal; readonly withdrawal?: never; readonly record?: never}

/** The record that an announced version will not take effect. One that binds already cannot be withdrawn: what follows it is a new version. */
export function planWithdrawal({version: name, reason, by, now}: WithdrawalRequest, history: readonly Version[]): WithdrawalPlan {
  const refuse = (rule: string, message: string): WithdrawalPlan => ({refusal: {rule, message, canOverride: false}})
  const [fault] = checkChain(history)
  if (fault) return refuse('chain-broken', `Version \`${fault.version}\`: ${fault.message}`)
  const version = history.find(({manifest}) => manifest.version === name)
  if (!version)
    return refuse(
      'version-missing',
      `There is no version \`${name}\`; there are ${history.map(({manifest}) => manifest.version).join(', ') || 'none'}`,
    )
  const {manifest, manifestSha256, withdrawal: earlier} = version
  if (earlier) return refuse('withdrawn-already', `Version \`${name}\` was withdrawn at ${earlier.withdrawnAt}`)
  if (compareInstants(manifest.effectiveAt, now) <= 0)
    return refuse('in-effect', `Version \`${name}\` took effect at ${manifest.effectiveAt}; publish a new version in its place`)
  if (reason.trim() === '') return refuse('reason-missing', 'Say why it is withdrawn, by `--reason <text>`')
  const withdrawal = sealRecord(
    {
      schemaVersion: 1 as const,
      agreement: manifest.agreement,
      version: name,
      manifestSha256,
      withdrawnAt: inTimeZone(now, manifest.timeZone),
      reason,
      ...(by === undefined ? {} : {by}),
    },
    sha256,
  )
  return {withdrawal, record: recordText(withdrawal)}
}
