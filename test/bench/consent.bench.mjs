// Durable consent writes against the bare databases, and whether the log slows down as it grows.
// PROVISO_BENCH_RECORDS=1000000 node test/bench/run.mjs consent; with 0 the log is not grown.
import {randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'
import {proveInclusion, signCheckpoint} from '../../lib/index.js'
import {groupCommit} from '../../lib/io/database/group-commit.js'
import {noteSigner, openConsentDatabase, sha256} from '../../lib/io/index.js'
import {draftOf} from '../support/consents.mjs'
import {startPostgres} from '../support/postgres-server.mjs'
import {median} from './measure.mjs'

export async function run({isShort}) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  const postgres = await startPostgres()
  try {
    const rounds = isShort ? 3 : 9
    const count = isShort ? 1000 : 4000
    await againstSqlite(folder, rounds, count)
    await againstPostgres(postgres, rounds, count)
    const records = Number(process.env.PROVISO_BENCH_RECORDS ?? (isShort ? 10_000 : 100_000))
    if (records === 0) return
    await growth(records, 'SQLite', async (name) => join(folder, `${name}.db`))
    await growth(records, 'PostgreSQL', (name) => postgres.createDatabase(name))
  } finally {
    await postgres.remove()
    rmSync(folder, {recursive: true, force: true})
  }
}

/**
 * What both peers write: the same bytes with the idempotency key of the request, in one table.
 * The key has a unique index, since without it a repeated request would be recorded twice; there is no index by subject and no log.
 */
const PEER_TABLE = 'create table records (id text primary key, client text, key text, body text, unique (client, key))'

/** The peer commits in groups like ours and as durably; else SQLite has its own settings. */
async function againstSqlite(folder, rounds, count) {
  const raw = new Libsql(join(folder, 'raw.db'))
  for (const setting of ['journal_mode = wal', 'synchronous = full']) raw.pragma(setting)
  raw.exec(PEER_TABLE)
  const insert = raw.prepare('insert into records values (?, ?, ?, ?)')
  const bare = groupCommit((items) => {
    raw.exec('begin immediate')
    for (const item of items) insert.run(item)
    raw.exec('commit')
    return items
  }, 512)
  const {consents, close} = await openConsentDatabase(join(folder, 'ours.db'))
  for (const clients of [8, 64, 256])
    await contend(`SQLite, ${clients} clients`, {
      clients,
      rounds,
      count,
      bare: (draft, key) => bare(peerRow(draft, key)),
      ours: (draft, key) => consents.append(draft, key),
    })
  await close()
  raw.close()
}

/** The peer sends one statement a record over eight connections; PostgreSQL itself commits them in groups. */
async function againstPostgres(postgres, rounds, count) {
  const pool = new pg.Pool({connectionString: await postgres.createDatabase('raw'), max: 8})
  // Connections may still be closing when the server stops.
  pool.on('error', () => undefined)
  await pool.query(PEER_TABLE)
  const {consents, close} = await openConsentDatabase(await postgres.createDatabase('ours'))
  await contend('PostgreSQL, 64 clients; bare: eight connections', {
    clients: 64,
    rounds,
    count,
    bare: (draft, key) => pool.query({name: 'insert', text: 'insert into records values ($1, $2, $3, $4)', values: peerRow(draft, key)}),
    ours: (draft, key) => consents.append(draft, key),
  })
  await close()
  await pool.end()
}

/** Runs both in turn; drafts and keys are made before the clock starts. CPU is that of this process, without the server of PostgreSQL. */
async function contend(title, {clients, rounds, count, bare, ours}) {
  const results = {bare: [], ours: []}
  const costs = {bare: [], ours: []}
  const latencies = {bare: [], ours: []}
  for (let round = -1; round < rounds; round += 1)
    for (const [name, write] of Object.entries({bare, ours})) {
      const {rate, cost, latency} = await load(write, clients, count)
      if (round < 0) continue
      results[name].push(rate)
      costs[name].push(cost)
      latencies[name].push(...latency)
    }
  const [low, high] = [median(results.bare), median(results.ours)]
  const ratios = results.ours.map((rate, at) => rate / results.bare[at])
  console.log(`  ${title}`)
  for (const name of ['bare', 'ours'])
    console.log(
      `    ${name.padEnd(6)} ${Math.round(median(results[name])).toString().padStart(7)} /s   ${median(costs[name]).toFixed(0).padStart(4)} µs of CPU   p50 ${quantile(latencies[name], 0.5)} ms   p95 ${quantile(latencies[name], 0.95)} ms   p99 ${quantile(latencies[name], 0.99)} ms`,
    )
  console.log(`    ratio of medians ${(high / low).toFixed(2)}, median of ratios ${median(ratios).toFixed(2)} (aim: 0.70 or more)`)
}

async function load(write, clients, count) {
  const made = Array.from({length: count}, () => [draftOf(randomUUID()), newKey()])
  const latency = []
  let next = 0
  const before = process.cpuUsage()
  const start = performance.now()
  await Promise.all(
    Array.from({length: clients}, async () => {
      while (next < count) {
        const [draft, key] = made[next]
        next += 1
        const asked = performance.now()
        await write(draft, key)
        latency.push(performance.now() - asked)
      }
    }),
  )
  const {user, system} = process.cpuUsage(before)
  return {rate: (count / (performance.now() - start)) * 1000, cost: (user + system) / count, latency}
}

/** Whether a log of `records` is slower than one of a tenth; both are asked in turn, so that other work on the machine slows both. */
async function growth(records, title, place) {
  const logs = []
  for (const size of [records / 10, records]) {
    const database = await openConsentDatabase(await place(`growth-${size}`))
    for (let written = 0; written < size; ) written += await write(database.consents, Math.min(512, size - written))
    const notes = noteSigner('example.com/log', await database.signingKeys.current(new Date().toISOString()))
    logs.push({...database, notes, size, times: {}})
  }
  const measure = async (name, {times}, work) => {
    const start = performance.now()
    await work()
    times[name] = [...(times[name] ?? []), performance.now() - start]
  }
  for (let round = 0; round < 200; round += 1)
    for (const log of logs) {
      const {consents, notes} = log
      const {size} = await consents.head()
      const index = Math.floor(Math.random() * size)
      const [{evidence, personal}] = await consents.records(index, index + 1)
      const other = Math.floor(Math.random() * size)
      await measure('look-up by id', log, () => consents.find(evidence.recordId))
      await measure('look-up by subject', log, () => consents.history(personal.subject, 'sms-service'))
      await measure('proof', log, () => proveInclusion(other, size, consents, sha256))
      await measure('checkpoint', log, async () => signCheckpoint(await consents.head(), notes, sha256))
      if (round % 4 === 0) await measure('write of 64 at once', log, () => write(consents, 64))
    }
  const [small, large] = logs
  console.log(`  ${title}: from ${small.size} to ${large.size} records; medians, 99th percentile of the larger`)
  for (const [name, before] of Object.entries(small.times)) {
    const after = large.times[name]
    const ratio = median(after) / median(before)
    console.log(
      `    ${name.padEnd(20)} ${median(before).toFixed(3)} → ${median(after).toFixed(3)} ms, p99 ${quantile(after, 0.99)} ms   × ${ratio.toFixed(2)} (aim: 1.25 or less)`,
    )
  }
  for (const {close} of logs) await close()
}

async function write(consents, count) {
  const drafts = Array.from({length: count}, () => draftOf(randomUUID()))
  await Promise.all(drafts.map((draft) => consents.append(draft, newKey())))
  return count
}

/** Each request of the API has one. */
function newKey() {
  return {client: 'bench', key: randomUUID(), requestSha256: 'a'.repeat(64)}
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
}

function peerRow({evidence, personal, salt}, {client, key}) {
  return [evidence.recordId, client, key, JSON.stringify({evidence, personal, salt})]
}
