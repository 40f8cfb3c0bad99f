import type {Database} from 'libsql'
import type {AppendResult, LogEdge} from '../../consent/index.ts'
import {edgeOf, edgeTiles, joinHashes} from './log-edge-bytes.ts'
import {type BatchFacts, type BatchPlan, type KeyUse, NOTHING_STORED, type PlacedRecord, planBatch} from './plan-batch.ts'
import type {PreparedRecord} from './prepare-record.ts'
import {blobBytes} from './sqlite-bytes.ts'

/**
 * Appends batches of records to a SQLite database, each in one transaction that is on the disk when this returns.
 * Statements are prepared once and run without a query builder, which costs a tenth of the throughput.
 * Other processes may write to the same file: what is known of the log's edge counts only while its size is the stored one.
 */
export function sqliteWriter(db: Database): (records: readonly PreparedRecord[]) => readonly AppendResult[] {
  const selectHead = db.prepare('select size, peaks from log_head where id = 1')
  const selectTile = db.prepare('select hashes from log_tiles where level = ? and tile_index = ?')
  const selectKeyUse = db.prepare('select record_id, log_index, request_sha256 from consent_records where key_digest = ?')
  const selectWithdrawal = db.prepare('select 1 from consent_records where withdraws = ?')
  const insertRecord = db.prepare(
    `insert into consent_records (log_index, record_id, agreement, evidence, personal_sha256, withdraws,
      subject_digest, personal, salt, key_digest, request_sha256) values (?, ?, ?, cast(? as text), ?, ?, ?, ?, ?, ?, ?)`,
  )
  const upsertTile = db.prepare(
    'insert into log_tiles (level, tile_index, hashes) values (?, ?, ?) on conflict (level, tile_index) do update set hashes = excluded.hashes',
  )
  const updateHead = db.prepare('update log_head set size = ?, peaks = ? where id = 1')
  const stored: BatchFacts = {keyUse: storedKeyUse, isWithdrawn: (recordId) => selectWithdrawal.get(recordId) !== undefined}
  let known: LogEdge | undefined

  return (records) => {
    try {
      return append(records, NOTHING_STORED)
    } catch (cause) {
      if (!isTwice(cause)) throw cause
      return append(records, stored)
    }
  }

  function append(records: readonly PreparedRecord[], facts: BatchFacts): readonly AppendResult[] {
    db.exec('begin immediate')
    try {
      const plan = planBatch(records, currentEdge(), facts)
      if (plan.placed.length > 0) store(plan)
      db.exec('commit')
      known = plan.edge
      return plan.results
    } catch (cause) {
      if (db.inTransaction) db.exec('rollback')
      throw cause
    }
  }

  function currentEdge(): LogEdge {
    const {size, peaks} = selectHead.get() as {readonly size: number; readonly peaks: Blob}
    if (known?.size === size) return known
    const tails = edgeTiles(size).map(({level, index}) => {
      const row = selectTile.get(level, index) as {readonly hashes: Blob} | undefined
      return row ? blobBytes(row.hashes) : new Uint8Array()
    })
    return edgeOf(size, blobBytes(peaks), tails)
  }

  function store({placed, tiles, edge}: BatchPlan): void {
    for (const row of placed) insertRecord.run(valuesOf(row))
    for (const {level, index, hashes} of tiles) upsertTile.run([level, index, hashes])
    updateHead.run([edge.size, joinHashes(edge.peaks)])
  }

  function storedKeyUse(keyDigest: string): KeyUse | undefined {
    const row = selectKeyUse.get([Buffer.from(keyDigest, 'hex')]) as
      | {readonly record_id: string; readonly log_index: number; readonly request_sha256: Blob}
      | undefined
    return (
      row && {
        requestSha256: Buffer.from(blobBytes(row.request_sha256)).toString('hex'),
        recordId: row.record_id,
        index: row.log_index,
      }
    )
  }
}

type Blob = Uint8Array | ArrayBuffer

function valuesOf({index, record}: PlacedRecord) {
  const {recordId, agreement, evidence, personalSha256, withdraws, subjectDigest, personal, salt, idempotency} = record
  return [
    index,
    recordId,
    agreement,
    evidence,
    personalSha256,
    withdraws ?? null,
    subjectDigest,
    personal,
    salt,
    idempotency ? Buffer.from(idempotency.keyDigest, 'hex') : null,
    idempotency ? Buffer.from(idempotency.requestSha256, 'hex') : null,
  ]
}

/** Whether a unique index refused a batch: a key was used, a record withdrawn or an id given before. */
function isTwice(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_UNIQUE'
}
