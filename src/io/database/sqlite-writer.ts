import type {Database} from 'libsql'
import {type AppendResult, growLog, type LogEdge, TILE_WIDTH} from '../../consent/index.ts'
import {sha256} from '../sha256.ts'
import {edgeOf, edgeTiles, joinHashes} from './log-edge-bytes.ts'
import {type KeyUse, type PlacedRecord, planBatch} from './plan-batch.ts'
import type {PreparedRecord} from './prepare-record.ts'
import {rowInserter} from './row-inserter.ts'
import {blobBytes} from './sqlite-bytes.ts'

/**
 * Appends batches of records to a SQLite database, each in one transaction that is on the disk when this returns.
 * Statements are prepared once and run without a query builder, which costs a tenth of the throughput.
 * Other processes may write to the same file: what is known of the log's edge counts only while its size is the stored one.
 */
export function sqliteWriter(db: Database): (records: readonly PreparedRecord[]) => readonly AppendResult[] {
  const selectHead = db.prepare('select size, peaks from log_head where id = 1')
  const selectTile = db.prepare('select hashes from log_tiles where level = ? and tile_index = ?')
  const selectLeaves = db.prepare('select leaf_hash from consent_records where log_index >= ? order by log_index')
  const selectKeys = (count: number) =>
    db.prepare(
      `select k.client, k.key, k.request_sha256, k.log_index, r.record_id from idempotency_keys k
       join consent_records r on r.log_index = k.log_index
       where (k.client, k.key) in (values ${Array.from({length: count}, () => '(?, ?)').join(', ')})`,
    )
  const [selectManyKeys, selectKey] = [selectKeys(KEYS_AT_ONCE), selectKeys(1)]
  const selectWithdrawal = db.prepare('select 1 from consent_records where withdraws = ?')
  const insertRecords = rowInserter(db, 'consent_records', [
    'log_index',
    'record_id',
    'evidence',
    'personal_sha256',
    'leaf_hash',
    'withdraws',
  ])
  const insertSubjects = rowInserter(db, 'consent_subjects', ['log_index', 'subject', 'agreement', 'personal', 'salt'])
  const insertKeys = rowInserter(db, 'idempotency_keys', ['client', 'key', 'request_sha256', 'log_index', 'created_at'])
  const upsertTile = db.prepare(
    'insert into log_tiles (level, tile_index, hashes) values (?, ?, ?) on conflict (level, tile_index) do update set hashes = excluded.hashes',
  )
  const updateHead = db.prepare('update log_head set size = ?, peaks = ? where id = 1')
  let known: LogEdge | undefined

  return (records) => {
    db.exec('begin immediate')
    try {
      const edge = currentEdge()
      const {placed, results} = planBatch(records, {
        size: edge.size,
        keyUse: keyUses(records),
        isWithdrawn: (recordId) => selectWithdrawal.get(recordId) !== undefined,
      })
      const grown = growLog(
        edge,
        placed.map(({leaf}) => leaf),
        sha256,
      )
      insert(placed)
      for (const {level, index, hashes} of grown.tiles) upsertTile.run(level, index, joinHashes(hashes))
      if (placed.length > 0) updateHead.run(grown.edge.size, joinHashes(grown.edge.peaks))
      db.exec('commit')
      known = grown.edge
      return results
    } catch (cause) {
      if (db.inTransaction) db.exec('rollback')
      throw cause
    }
  }

  function currentEdge(): LogEdge {
    const {size, peaks} = selectHead.get() as {readonly size: number; readonly peaks: Uint8Array | ArrayBuffer}
    if (known?.size === size) return known
    return edgeOf(
      size,
      blobBytes(peaks),
      edgeTiles(size).map(({level, index}) => (level === 0 ? leavesFrom(index * TILE_WIDTH) : tile(level, index))),
    )
  }

  function leavesFrom(index: number): Uint8Array {
    return joinHashes(
      (selectLeaves.all(index) as readonly {readonly leaf_hash: Uint8Array | ArrayBuffer}[]).map(({leaf_hash}) => blobBytes(leaf_hash)),
    )
  }

  function tile(level: number, index: number): Uint8Array {
    const row = selectTile.get(level, index) as {readonly hashes: Uint8Array | ArrayBuffer} | undefined
    return row ? blobBytes(row.hashes) : new Uint8Array()
  }

  function keyUses(records: readonly PreparedRecord[]): (client: string, key: string) => KeyUse | undefined {
    const keys = records.flatMap(({idempotency}) => (idempotency ? [idempotency] : []))
    const uses = new Map<string, KeyUse>()
    for (let next = 0; next < keys.length; ) {
      const count = keys.length - next < KEYS_AT_ONCE ? 1 : KEYS_AT_ONCE
      const asked = keys.slice(next, next + count).flatMap(({client, key}) => [client, key])
      for (const row of (count === 1 ? selectKey : selectManyKeys).all(asked) as readonly KeyRow[])
        uses.set(JSON.stringify([row.client, row.key]), {
          requestSha256: blobBytes(row.request_sha256),
          recordId: row.record_id,
          index: row.log_index,
        })
      next += count
    }
    return (client, key) => uses.get(JSON.stringify([client, key]))
  }

  function insert(placed: readonly PlacedRecord[]): void {
    insertRecords(placed.map((row) => [row.index, row.recordId, row.evidence, row.personalSha256, row.leaf, row.withdraws ?? null]))
    insertSubjects(placed.map((row) => [row.index, row.subject, row.agreement, row.personal, row.salt]))
    insertKeys(
      placed.flatMap(({index, idempotency, at}) =>
        idempotency ? [[idempotency.client, idempotency.key, Buffer.from(idempotency.requestSha256, 'hex'), index, at]] : [],
      ),
    )
  }
}

/** Keys that are looked up by one statement. */
const KEYS_AT_ONCE = 16

interface KeyRow {
  readonly client: string
  readonly key: string
  readonly request_sha256: Uint8Array | ArrayBuffer
  readonly log_index: number
  readonly record_id: string
}
