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
import {draftOf} from '../support/consent-drafts.mjs'
import {startPostgres} from '../support/postgres-server.mjs'
import {median} from './measure.mjs'

export async function run({isShort}) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  const postgres = await startPostgres()
  try {
    const rounds = isShort ? 3 : 9
    const milliseconds = isShort ? 300 : 1500
    await againstSqlite(folder, rounds, milliseconds)
    await againstPostgres(postgres, rounds, milliseconds)
    const records = Number(process.env.PROVISO_BENCH_RECORDS ?? (isShort ? 10_000 : 100_000))
    if (records === 0) return
    await growth(records, 'SQLite', async (name) => join(folder, `${name}.db`))
    await growth(records, 'PostgreSQL', (name) => postgres.createDatabase(name))
  } finally {
    await postgres.remove()
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The peer writes the same bytes in group commits of the same size: one table, one key, nothing else. */
async function againstSqlite(folder, rounds, milliseconds) {
  const raw = new Libsql(join(folder, 'raw.db'))
  for (const setting of ['journal_mode = wal', 'synchronous = full']) raw.pragma(setting)
  raw.exec('create table records (id text primary key, body text)')
  const insert = raw.prepare('insert into records values (?, ?)')
  const bare = groupCommit((items) => {
    raw.exec('begin immediate')
    for (const {id, body} of items) insert.run(id, body)
    raw.exec('commit')
    return items
  }, 512)
  const {consents, close} = await openConsentDatabase(join(folder, 'ours.db'))
  for (const clients of [8, 64, 256])
    await contend(`SQLite, ${clients} clients`, {
      clients,
      rounds,
      milliseconds,
      bare: (draft) => bare({id: draft.evidence.recordId, body: bodyOf(draft)}),
      ours: (draft) => consents.append(draft, newKey()),
    })
  await close()
  raw.close()
}

async function againstPostgres(postgres, rounds, milliseconds) {
  const pool = new pg.Pool({connectionString: await postgres.createDatabase('raw'), max: 8})
  await pool.query('create table records (id text primary key, body text)')
  const {consents, close} = await openConsentDatabase(await postgres.createDatabase('ours'))
  await contend('PostgreSQL, 64 clients; bare: eight connections', {
    clients: 64,
    rounds,
    milliseconds,
    bare: (draft) =>
      pool.query({name: 'insert', text: 'insert into records values ($1, $2)', values: [draft.evidence.recordId, bodyOf(draft)]}),
    ours: (draft) => consents.append(draft, newKey()),
  })
  await close()
  await pool.end()
}

/** Runs both in turn; drafts are made before the clock starts. */
async function contend(title, {clients, rounds, milliseconds, bare, ours}) {
  const results = {bare: [], ours: []}
  const latencies = {bare: [], ours: []}
  for (let round = -1; round < rounds; round += 1)
    for (const [name, write] of Object.entries({bare, ours})) {
      const {rate, latency} = await load(write, clients, milliseconds)
      if (round < 0) continue
      results[name].push(rate)
      latencies[name].push(...latency)
    }
  const [low, high] = [median(results.bare), median(results.ours)]
  const ratios = results.ours.map((rate, at) => rate / results.bare[at])
  console.log(`  ${title}`)
  for (const name of ['bare', 'ours'])
    console.log(
      `    ${name.padEnd(6)} ${Math.round(median(results[name])).toString().padStart(7)} /s   p50 ${quantile(latencies[name], 0.5)} ms   p99 ${quantile(latencies[name], 0.99)} ms`,
    )
  console.log(`    ratio of medians ${(high / low).toFixed(2)}, median of ratios ${median(ratios).toFixed(2)} (aim: 0.70 or more)`)
}

async function load(write, clients, milliseconds) {
  const stock = Array.from({length: clients * 4}, (_, index) => draftOf(`account-${index}`))
  const latency = []
  let count = 0
  let busy = 0
  // Making drafts is the server's work, not the store's: its time is taken out.
  const start = performance.now()
  await Promise.all(
    Array.from({length: clients}, async () => {
      while (performance.now() - start - busy < milliseconds) {
        const before = performance.now()
        const draft = stock.pop() ?? draftOf(`account-${count}`)
        busy += performance.now() - before
        const asked = performance.now()
        await write(draft)
        latency.push(performance.now() - asked)
        count += 1
      }
    }),
  )
  return {rate: (count / (performance.now() - start - busy)) * 1000, latency}
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

function bodyOf({evidence, personal, salt}) {
  return JSON.stringify({evidence, personal, salt})
}
