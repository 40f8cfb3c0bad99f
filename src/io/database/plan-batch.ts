import type {AppendResult} from '../../consent/index.ts'
import type {PreparedRecord} from './prepare-record.ts'

/** A use of an idempotency key that is on the disk already. */
export interface KeyUse {
  readonly requestSha256: Uint8Array
  readonly recordId: string
  readonly index: number
}

/** What the database knows that bears on a batch; read under the lock of the log. */
export interface BatchFacts {
  /** Size of the log before. */
  readonly size: number
  readonly keyUse: (client: string, key: string) => KeyUse | undefined
  readonly isWithdrawn: (recordId: string) => boolean
}

/** A record with its place. */
export interface PlacedRecord extends PreparedRecord {
  readonly index: number
}

/** Gives each record of a batch its place, in order and without gaps; repetitions and second withdrawals get none. */
export function planBatch(
  records: readonly PreparedRecord[],
  {size, keyUse, isWithdrawn}: BatchFacts,
): {readonly placed: readonly PlacedRecord[]; readonly results: readonly AppendResult[]} {
  const placed: PlacedRecord[] = []
  const used = new Map<string, KeyUse>()
  const withdrawn = new Set<string>()
  const results = records.map((record): AppendResult => {
    const {idempotency, withdraws, recordId} = record
    const keyName = idempotency && JSON.stringify([idempotency.client, idempotency.key])
    const use = idempotency && keyName !== undefined ? (used.get(keyName) ?? keyUse(idempotency.client, idempotency.key)) : undefined
    if (use && idempotency) {
      if (Buffer.from(use.requestSha256).toString('hex') !== idempotency.requestSha256) return {type: 'key-reused'}
      return {type: 'repeated', acknowledgement: {schemaVersion: 1, recordId: use.recordId, index: use.index}}
    }
    if (withdraws !== undefined && (withdrawn.has(withdraws) || isWithdrawn(withdraws))) return {type: 'already-withdrawn'}
    const index = size + placed.length
    placed.push({...record, index})
    if (withdraws !== undefined) withdrawn.add(withdraws)
    if (idempotency && keyName !== undefined)
      used.set(keyName, {requestSha256: Buffer.from(idempotency.requestSha256, 'hex'), recordId, index})
    return {type: 'appended', acknowledgement: {schemaVersion: 1, recordId, index}}
  })
  return {placed, results}
}
