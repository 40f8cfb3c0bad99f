// Durable consent writes against the bare databases, and whether the log slows down as it grows.
// PROVISO_BENCH_RECORDS=1000000 node test/bench/run.mjs consent
import {randomBytes, randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'
import {proveInclusion, rootAt, signCheckpoint} from '../../lib/index.js'
import {groupCommit} from '../../lib/io/database/group-commit.js'
import {noteSigner, openConsentDatabase, sha256} from '../../lib/io/index.js'
import {startPostgres} from '../support/postgres-server.mjs'
import {median} from './measure.mjs'

const digits = (character) => character.repeat(64)

export async function run({isShort}) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  const postgres = await startPostgres()
  try {
    const rounds = isShort ? 3 : 9
    const milliseconds = isShort ? 300 : 1500
    await againstSqlite(folder, rounds, milliseconds)
    await againstPostgres(postgres, rounds, milliseconds)
    const records = Number(process.env.PROVISO_BENCH_RECORDS ?? (isShort ? 10_000 : 100_000))
    await growth(join(folder, 'growth.db'), records, 'SQLite')
    await growth(await postgres.createDatabase('growth'), Math.min(records, isShort ? 10_000 : records), 'PostgreSQL')
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
      ours: (draft) => consents.append(draft),
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
    ours: (draft) => consents.append(draft),
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

/** Speed at a tenth of the records and at all of them. */
async function growth(location, records, title) {
  const {consents, signingKeys, close} = await openConsentDatabase(location)
  const notes = noteSigner('example.com/log', await signingKeys.current(new Date().toISOString()))
  const stages = []
  let written = 0
  for (const size of [records / 10, records]) {
    const bulk = size - Math.min(2_000, size / 2)
    while (written < bulk) written += await write(consents, Math.min(512, bulk - written))
    const start = performance.now()
    const tail = size - written
    while (written < size) written += await write(consents, Math.min(64, size - written))
    const perWrite = (performance.now() - start) / tail
    const places = Array.from({length: 200}, () => Math.floor(Math.random() * size))
    const known = await Promise.all(places.map(async (place) => (await consents.records(place, place + 1))[0]))
    stages.push({
      write: perWrite,
      'look-up by id': await each(known, ({evidence}) => consents.find(evidence.recordId)),
      'look-up by subject': await each(known, ({personal}) => consents.history(personal.subject, 'sms-service')),
      proof: await each(places, (place) => proveInclusion(place, size, consents, sha256)),
      checkpoint: await each(places, async () => signCheckpoint({size, root: await rootAt(size, consents, sha256)}, notes, sha256)),
    })
  }
  console.log(`  ${title}: from ${records / 10} to ${records} records`)
  for (const [name, before] of Object.entries(stages[0])) {
    const after = stages[1][name]
    console.log(
      `    ${name.padEnd(20)} ${before.toFixed(3)} → ${after.toFixed(3)} ms   × ${(after / before).toFixed(2)} (aim: 1.25 or less)`,
    )
  }
  await close()
}

async function write(consents, count) {
  const drafts = Array.from({length: count}, () => draftOf(randomUUID()))
  await Promise.all(drafts.map((draft) => consents.append(draft)))
  return count
}

async function each(items, work) {
  const times = []
  for (const item of items) {
    const start = performance.now()
    await work(item)
    times.push(performance.now() - start)
  }
  return median(times)
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
}

function bodyOf({evidence, personal, salt}) {
  return JSON.stringify({evidence, personal, salt})
}

function draftOf(subject) {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomUUID()
  return {
    evidence: {
      schemaVersion: 1,
      recordId: `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`,
      recordType: 'acceptance',
      event: {type: 'accept', at: new Date().toISOString()},
      agreement: 'sms-service',
      version: '2',
      locale: 'zh-CN',
      title: '短信服务协议',
      effectiveAt: '2026-03-01T00:00:00+08:00',
      sourceSha256: digits('1'),
      treeSha256: digits('2'),
      pageSha256: digits('3'),
      conspicuousClauses: [{path: '6.2', kinds: ['liability-cap'], marks: ['bold'], textSha256: digits('6')}],
      expression: {method: 'checkbox', controlDefaultState: 'unchecked', textDisplayed: 'full'},
      channel: {name: 'web'},
      weaknesses: [],
    },
    personal: {subject},
    salt: randomBytes(32).toString('hex'),
  }
}
