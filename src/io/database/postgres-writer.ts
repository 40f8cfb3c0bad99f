import type {Pool, PoolClient} from 'pg'
import {type AppendResult, growLog, type LogEdge, TILE_WIDTH} from '../../consent/index.ts'
import {sha256} from '../sha256.ts'
import {edgeOf, edgeTiles, joinHashes} from './log-edge-bytes.ts'
import {type KeyUse, type PlacedRecord, planBatch} from './plan-batch.ts'
import type {PreparedRecord} from './prepare-record.ts'

/**
 * Appends batches of records to a PostgreSQL database, each in one transaction that is on the disk when the promise resolves.
 * Several processes may do so at once: the row of the log's head is locked while a batch gets its places, so the log has no gaps.
 */
export function postgresWriter(pool: Pool): (records: readonly PreparedRecord[]) => Promise<readonly AppendResult[]> {
  let known: LogEdge | undefined
  return async (records) => {
    const client = await pool.connect()
    let isBroken = true
    try {
      const {edge, ...grown} = await append(client, records)
      known = edge
      isBroken = false
      return grown.results
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

  async function append(client: PoolClient, records: readonly PreparedRecord[]) {
    const [, head] = (await client.query('begin; select size, peaks from log_head where id = 1 for update')) as unknown as readonly [
      unknown,
      {readonly rows: readonly [{readonly size: number; readonly peaks: Uint8Array}]},
    ]
    const {size, peaks} = head.rows[0]
    const edge = known?.size === size ? known : edgeOf(size, peaks, await readTails(client, size))
    const keyUse = await keyUses(client, records)
    const withdrawn = await withdrawals(client, records)
    const {placed, results} = planBatch(records, {size, keyUse, isWithdrawn: (recordId) => withdrawn.has(recordId)})
    const grown = growLog(
      edge,
      placed.map(({leaf}) => leaf),
      sha256,
    )
    if (placed.length > 0) {
      await insert(client, placed)
      const keyed = placed.filter(({idempotency}) => idempotency)
      if (keyed.length > 0) await insertKeys(client, keyed)
      for (const {level, index, hashes} of grown.tiles) await client.query(UPSERT_TILE, [level, index, joinHashes(hashes)])
    }
    await client.query('commit')
    return {edge: grown.edge, results}

    function insert(to: PoolClient, rows: readonly PlacedRecord[]) {
      return to.query(INSERT, [
        rows.map(({index}) => index),
        rows.map(({recordId}) => recordId),
        rows.map(({evidence}) => evidence),
        rows.map(({personalSha256}) => personalSha256),
        rows.map(({leaf}) => leaf),
        rows.map(({withdraws}) => withdraws ?? null),
        rows.map(({subject}) => subject),
        rows.map(({agreement}) => agreement),
        rows.map(({personal}) => personal),
        rows.map(({salt}) => salt),
        grown.edge.size,
        joinHashes(grown.edge.peaks),
      ])
    }
  }
}

const INSERT = {
  name: 'append-consents',
  text: `with head as (update log_head set size = $11, peaks = $12 where id = 1),
    records as (insert into consent_records (log_index, record_id, evidence, personal_sha256, leaf_hash, withdraws)
      select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bytea[], $5::bytea[], $6::text[]))
    insert into consent_subjects (log_index, subject, agreement, personal, salt)
      select * from unnest($1::bigint[], $7::text[], $8::text[], $9::text[], $10::bytea[])`,
}

const UPSERT_TILE = {
  name: 'upsert-log-tile',
  text: `insert into log_tiles (level, tile_index, hashes) values ($1, $2, $3)
    on conflict (level, tile_index) do update set hashes = excluded.hashes`,
}

async function readTails(client: PoolClient, size: number): Promise<Uint8Array[]> {
  const tails: Uint8Array[] = []
  for (const {level, index} of edgeTiles(size)) {
    if (level === 0) {
      const {rows} = await client.query('select leaf_hash from consent_records where log_index >= $1 order by log_index', [
        index * TILE_WIDTH,
      ])
      tails.push(joinHashes(rows.map(({leaf_hash}) => leaf_hash)))
    } else {
      const {rows} = await client.query('select hashes from log_tiles where level = $1 and tile_index = $2', [level, index])
      tails.push(rows[0]?.hashes ?? new Uint8Array())
    }
  }
  return tails
}

async function keyUses(
  client: PoolClient,
  records: readonly PreparedRecord[],
): Promise<(client: string, key: string) => KeyUse | undefined> {
  const keys = records.flatMap(({idempotency}) => (idempotency ? [idempotency] : []))
  if (keys.length === 0) return () => undefined
  const {rows} = await client.query(
    `select k.client, k.key, k.request_sha256, k.log_index, r.record_id from idempotency_keys k
     join consent_records r on r.log_index = k.log_index
     where (k.client, k.key) in (select * from unnest($1::text[], $2::text[]))`,
    [keys.map((key) => key.client), keys.map(({key}) => key)],
  )
  const uses = new Map(
    rows.map((row): [string, KeyUse] => [
      JSON.stringify([row.client, row.key]),
      {requestSha256: row.request_sha256, recordId: row.record_id, index: row.log_index},
    ]),
  )
  return (caller, key) => uses.get(JSON.stringify([caller, key]))
}

async function withdrawals(client: PoolClient, records: readonly PreparedRecord[]): Promise<ReadonlySet<string>> {
  const asked = records.flatMap(({withdraws}) => withdraws ?? [])
  if (asked.length === 0) return new Set()
  const {rows} = await client.query('select withdraws from consent_records where withdraws = any($1::text[])', [asked])
  return new Set(rows.map(({withdraws}) => withdraws))
}

async function insertKeys(client: PoolClient, records: readonly PlacedRecord[]): Promise<void> {
  const uses = records.flatMap((record) => (record.idempotency ? [{...record, use: record.idempotency}] : []))
  await client.query(
    `insert into idempotency_keys (client, key, request_sha256, log_index, created_at)
     select * from unnest($1::text[], $2::text[], $3::bytea[], $4::bigint[], $5::text[])`,
    [
      uses.map(({use}) => use.client),
      uses.map(({use}) => use.key),
      uses.map(({use}) => Buffer.from(use.requestSha256, 'hex')),
      uses.map(({index}) => index),
      uses.map(({at}) => at),
    ],
  )
}
