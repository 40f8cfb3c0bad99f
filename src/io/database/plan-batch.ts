import {type AppendResult, growLog, type LogEdge, type LogTile} from '../../consent/index.ts'
import {sha256} from '../sha256.ts'
import type {PreparedRecord} from './prepare-record.ts'

/** A use of an idempotency key. */
export interface KeyUse {
  /** In hexadecimal digits. */
  readonly requestSha256: string
  readonly recordId: string
  readonly index: number
}

/** What is stored that bears on a batch. */
export interface BatchFacts {
  readonly keyUse: (keyDigest: string) => KeyUse | undefined
  readonly isWithdrawn: (recordId: string) => boolean
}

/**
 * What is assumed first, since it is true of nearly all batches and spares the look-ups.
 * Where it is not, a unique index refuses the batch, and it is planned again by what is stored.
 */
export const NOTHING_STORED: BatchFacts = Object.freeze({keyUse: () => undefined, isWithdrawn: () => false})

/** A record with its place. */
export interface PlacedRecord {
  readonly index: number
  readonly record: PreparedRecord
}

/** What a batch makes of the log. */
export interface BatchPlan {
  readonly placed: readonly PlacedRecord[]
  /** One for each record of the batch, in its order. */
  readonly results: readonly AppendResult[]
  readonly edge: LogEdge
  /** To be stored with the records. */
  readonly tiles: readonly LogTile[]
}

/** Gives each record of a batch its place, in order and without gaps; repetitions and second withdrawals get none. */
export function planBatch(records: readonly PreparedRecord[], edge: LogEdge, {keyUse, isWithdrawn}: BatchFacts): BatchPlan {
  const placed: PlacedRecord[] = []
  const used = new Map<string, KeyUse>()
  const withdrawn = new Set<string>()
  const results = records.map((record): AppendResult => {
    const {idempotency, withdraws, recordId} = record
    const use = idempotency && (used.get(idempotency.keyDigest) ?? keyUse(idempotency.keyDigest))
    if (use) {
      if (use.requestSha256 !== idempotency.requestSha256) return {type: 'key-reused'}
      return {type: 'repeated', acknowledgement: {schemaVersion: 1, recordId: use.recordId, index: use.index}}
    }
    if (withdraws !== undefined && (withdrawn.has(withdraws) || isWithdrawn(withdraws))) return {type: 'already-withdrawn'}
    const index = edge.size + placed.length
    placed.push({index, record})
    if (withdraws !== undefined) withdrawn.add(withdraws)
    if (idempotency) used.set(idempotency.keyDigest, {requestSha256: idempotency.requestSha256, recordId, index})
    return {type: 'appended', acknowledgement: {schemaVersion: 1, recordId, index}}
  })
  const leaves = placed.map(({record}) => record.leaf)
  return {placed, results, ...growLog(edge, leaves, sha256)}
}
