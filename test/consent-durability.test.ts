import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {auditLog, exportHead, exportLine, signCheckpoint} from '../src/consent/index.ts'
import {noteSigner, noteVerifier, openConsentDatabase, sha256} from '../src/io/index.ts'
import {root} from './support/command-line.ts'
import {eachDatabase} from './support/each-database.ts'

/** How often a writer is killed on each kind of database; 50 before a release. */
const KILLS = Number(process.env.PROVISO_KILLS ?? 3)
const {kinds, postgres} = eachDatabase()

interface Writer {
  readonly process: ChildProcess
  /** Place in the log by id of each record that was acknowledged. */
  readonly acknowledged: Map<string, number>
  readonly ended: Promise<void>
}

function startWriter(location: string, clients: number, seconds: number): Writer {
  const child = spawn(process.execPath, [join(root, 'test/support/consent-writer.mjs'), location, String(clients), String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged = new Map<string, number>()
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [index, recordId] = line.split(' ')
      if (recordId !== undefined) acknowledged.set(recordId, Number(index))
    }
  })
  return {process: child, acknowledged, ended: new Promise((done) => child.once('close', () => done()))}
}

/** Waits until a writer has had so many records acknowledged. */
async function reached({process: child, acknowledged}: Writer, count: number): Promise<void> {
  while (acknowledged.size < count && child.exitCode === null) await new Promise((next) => setTimeout(next, 5))
}

/** Reads the whole log as an auditor would: every record in its place, once, and the root over all of them. */
async function audit(location: string): Promise<ReadonlyMap<string, number>> {
  const database = await openConsentDatabase(location)
  const head = await database.consents.head()
  const key = await database.signingKeys.current('2026-06-10T00:00:00.000Z')
  const places = new Map<string, number>()
  async function* lines() {
    yield exportHead({origin: 'example.com/log', ...head}, signCheckpoint(head, noteSigner('example.com/log', key), sha256))
    for (let from = 0; from < head.size; from += 1000)
      for (const record of await database.consents.records(from, from + 1000)) {
        places.set(record.evidence.recordId, record.index)
        yield exportLine(record, sha256)
      }
  }
  const result = await auditLog(lines(), {sha256, noteVerifier, keys: [key], earlier: []})
  await database.close()
  expect(result).toEqual({origin: 'example.com/log', records: head.size, erased: 0, faults: []})
  expect(places.size).toBe(head.size)
  return places
}

describe.each(kinds)('on %s', (_, place) => {
  it(`every acknowledged consent survives ${KILLS} kills of its writer, in its place and once`, {
    timeout: 30_000 * (KILLS + 1),
  }, async () => {
    const location = await place('killed')
    const acknowledged = new Map<string, number>()
    for (let kill = 0; kill < KILLS; kill += 1) {
      const writer = startWriter(location, 16, 60)
      await reached(writer, 40 + ((kill * 37) % 150))
      writer.process.kill('SIGKILL')
      await writer.ended
      expect(writer.acknowledged.size).toBeGreaterThan(0)
      for (const [recordId, index] of writer.acknowledged) acknowledged.set(recordId, index)
    }
    const places = await audit(location)
    for (const [recordId, index] of acknowledged) expect(places.get(recordId)).toBe(index)
  })
})

describe('on one PostgreSQL', () => {
  it('two servers with 64 clients write one log without gaps', async () => {
    const location = await postgres().createDatabase('two-servers')
    const writers = [startWriter(location, 32, 3), startWriter(location, 32, 3)]
    await Promise.all(writers.map(({ended}) => ended))
    const acknowledged = new Map(writers.flatMap((writer) => [...writer.acknowledged]))
    for (const writer of writers) expect(writer.acknowledged.size).toBeGreaterThan(32)
    const places = await audit(location)
    expect(Object.fromEntries(places)).toEqual(Object.fromEntries(acknowledged))
    expect([...places.values()]).toEqual(Array.from({length: acknowledged.size}, (_, index) => index))
  })
})
