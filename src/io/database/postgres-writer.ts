import type {Pool, PoolClient} from 'pg'
import type {AppendResult, LogEdge} from '../../consent/index.ts'
import {edgeOf, edgeTiles, joinHashes} from './log-edge-bytes.ts'
import {type BatchFacts, type BatchPlan, type KeyUse, NOTHING_STORED, planBatch} from './plan-batch.ts'
import {bigintArray, byteaArray, textArray} from './postgres-array.ts'
import type {PreparedRecord} from './prepare-record.ts'

/**
 * Appends batches of records to a PostgreSQL database; each is on the disk when the promise resolves.
 * Mostly a batch is one statement, which goes on from the edge of the log that this process knows and changes nothing where another
 * process has gone on. Then, and where a unique index refuses the batch, its places are given under the lock of the log's head.
 */
export function postgresWriter(pool: Pool): (records: readonly PreparedRecord[]) => Promise<readonly AppendResult[]> {
  let known: LogEdge | undefined
  return async (records) => {
    const plan = (known && (await appendAtOnce(pool, records, known))) ?? (await appendLocked(pool, records, known))
    known = plan.edge
    return plan.results
  }
}

/** Undefined where nothing was appended, since not all records are new or the log has another edge. */
async function appendAtOnce(pool: Pool, records: readonly PreparedRecord[], edge: LogEdge): Promise<BatchPlan | undefined> {
  const plan = planBatch(records, edge, NOTHING_STORED)
  try {
    const {rowCount} = await pool.query(statementFor(plan, edge))
    return rowCount === 1 ? plan : undefined
  } catch (cause) {
    if (isTwice(cause)) return undefined
    throw cause
  }
}

async function appendLocked(pool: Pool, records: readonly PreparedRecord[], known: LogEdge | undefined): Promise<BatchPlan> {
  const client = await pool.connect()
  let isBroken = true
  try {
    await client.query('begin')
    const edge = await lockedEdge(client, known)
    const plan = planBatch(records, edge, await storedFacts(client, records))
    if (plan.placed.length > 0) await client.query(statementFor(plan, edge))
    await client.query('commit')
    isBroken = false
    return plan
  } catch (cause) {
    isBroken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw cause
  } finally {
    client.release(isBroken)
  }
}

function statementFor({placed, tiles, edge}: BatchPlan, before: LogEdge) {
  const records = placed.map(({record}) => record)
  return {
    name: 'append-consents',
    text: `with head as (update log_head set size = $2, peaks = $3 where id = 1 and size = $1 returning id),
      records as (insert into consent_records (log_index, record_id, agreement, evidence, personal_sha256, withdraws,
          subject_digest, personal, salt, key_digest, request_sha256)
        select row.* from head, unnest($4::bigint[], $5::text[], $6::text[], $7::text[], $8::bytea[], $9::text[],
          $10::bytea[], $11::text[], $12::bytea[], $13::bytea[], $14::bytea[]) as row),
      tiles as (insert into log_tiles (level, tile_index, hashes)
        select row.* from head, unnest($15::bigint[], $16::bigint[], $17::bytea[]) as row
        on conflict (level, tile_index) do update set hashes = excluded.hashes)
      select from head`,
    values: [
      before.size,
      edge.size,
      joinHashes(edge.peaks),
      bigintArray(placed.map(({index}) => index)),
      textArray(records.map(({recordId}) => recordId)),
      textArray(records.map(({agreement}) => agreement)),
      textArray(records.map(({evidence}) => evidence)),
      byteaArray(records.map(({personalSha256}) => personalSha256)),
      textArray(records.map(({withdraws}) => withdraws)),
      byteaArray(records.map(({subjectDigest}) => subjectDigest)),
      textArray(records.map(({personal}) => personal)),
      byteaArray(records.map(({salt}) => salt)),
      byteaArray(records.map(({idempotency}) => idempotency && Buffer.from(idempotency.keyDigest, 'hex'))),
      byteaArray(records.map(({idempotency}) => idempotency && Buffer.from(idempotency.requestSha256, 'hex'))),
      bigintArray(tiles.map(({level}) => level)),
      bigintArray(tiles.map(({index}) => index)),
      byteaArray(tiles.map(({hashes}) => hashes)),
    ],
  }
}

/** The edge of the log, whose head stays locked until the transaction ends. */
async function lockedEdge(client: PoolClient, known: LogEdge | undefined): Promise<LogEdge> {
  const {rows} = await client.query('select size, peaks from log_head where id = 1 for update')
  const {size, peaks} = rows[0]
  if (known && known.size === size) return known
  const tails: Uint8Array[] = []
  for (const {level, index} of edgeTiles(size)) {
    const tile = await client.query('select hashes from log_tiles where level = $1 and tile_index = $2', [level, index])
    tails.push(tile.rows[0]?.hashes ?? new Uint8Array())
  }
  return edgeOf(size, peaks, tails)
}

async function storedFacts(client: PoolClient, records: readonly PreparedRecord[]): Promise<BatchFacts> {
  const keys = records.flatMap(({idempotency}) => (idempotency ? [Buffer.from(idempotency.keyDigest, 'hex')] : []))
  const used = await client.query(
    'select key_digest, request_sha256, record_id, log_index from consent_records where key_digest = any($1::bytea[])',
    [byteaArray(keys)],
  )
  const uses = new Map(
    used.rows.map((row): [string, KeyUse] => [
      row.key_digest.toString('hex'),
      {requestSha256: row.request_sha256.toString('hex'), recordId: row.record_id, index: row.log_index},
    ]),
  )
  const asked = records.flatMap(({withdraws}) => withdraws ?? [])
  const withdrawals = await client.query('select withdraws from consent_records where withdraws = any($1::text[])', [asked])
  const withdrawn = new Set(withdrawals.rows.map(({withdraws}) => withdraws))
  return {keyUse: (keyDigest) => uses.get(keyDigest), isWithdrawn: (recordId) => withdrawn.has(recordId)}
}

/** Whether a unique index refused a batch: a key was used, a record withdrawn or an id given before. */
function isTwice(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === '23505'
}
