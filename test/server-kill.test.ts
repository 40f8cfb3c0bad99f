import {type ChildProcess, spawn} from 'node:child_process'
import {randomUUID} from 'node:crypto'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Project} from '../src/io/index.ts'
import {main, proviso} from './support/command-line.ts'
import {eachDatabase} from './support/each-database.ts'
import {publishedProject} from './support/published-project.ts'

/** How often the server is killed; the long run takes fifty. */
const KILLS = Number(process.env.PROVISO_KILLS ?? 2)

let project: Project
const {kinds} = eachDatabase()

beforeAll(async () => {
  project = await publishedProject()
})
afterAll(() => {
  rmSync(project.root, {recursive: true, force: true})
})

/** Starts the server as its users do, and gives its address. */
function serve(database: string): Promise<{readonly child: ChildProcess; readonly address: string}> {
  const args = [main, '-C', project.root, 'serve', '--db', database, '--port', '0', '--log-level', 'error']
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'ignore', 'pipe']})
  return new Promise((done, fail) => {
    let talk = ''
    child.stderr?.on('data', (piece) => {
      talk += String(piece)
      const address = /at (http:\/\/127\.0\.0\.1:\d+)/.exec(talk)?.[1]
      if (address !== undefined) done({child, address})
    })
    child.on('exit', () => fail(new Error(`The server ended: ${talk}`)))
  })
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

describe.each(kinds)('a server on %s that is killed under load', (kind, place) => {
  it(
    'has kept every consent that it acknowledged, each once, in a log that verifies',
    async () => {
      const database = await place('killed')
      const made = await proviso(['key', 'create', 'shop', '--db', database, '--scope', 'consent:write', 'consent:read', 'log:export'])
      expect(made.code).toBe(0)
      const headers = {authorization: `Bearer ${made.out.trim()}`}
      const acknowledged = new Map<string, number>()
      const refused: string[] = []
      let {child, address} = await serve(database)
      const {consentMetadata: shown} = (await (await fetch(`${address}/v1/agreements/terms/versions/1.json`)).json()) as {
        consentMetadata: object
      }
      for (let kill = 0; kill < KILLS; kill += 1) {
        const isKilled = new AbortController()
        const client = async (): Promise<void> => {
          while (!isKilled.signal.aborted) {
            const body = JSON.stringify({
              recordType: 'acceptance',
              event: 'accept',
              shown,
              expression: {method: 'click', controlDefaultState: 'none', textDisplayed: 'full'},
              channel: {name: 'web'},
              personal: {subject: `account-${acknowledged.size % 7}`},
            })
            const answer = await fetch(`${address}/v1/consents`, {
              method: 'POST',
              headers: {...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID()},
              body,
            }).catch(() => undefined)
            const told = (await answer?.json().catch(() => undefined)) as {recordId: string; index: number} | undefined
            if (answer?.status === 201 && told) acknowledged.set(told.recordId, told.index)
            if (!answer) return
            if (answer.status !== 201) refused.push(`${answer.status} ${JSON.stringify(told)}`)
          }
        }
        const clients = Array.from({length: 8}, client)
        const before = acknowledged.size
        while (acknowledged.size < before + 20 && refused.length === 0) await pause(20)
        await pause((kill * 37) % 200)
        child.kill('SIGKILL')
        isKilled.abort()
        await Promise.all(clients)
        ;({child, address} = await serve(database))
      }
      expect(refused).toEqual([])
      const exported = await (await fetch(`${address}/v1/log/export`, {headers})).text()
      const jwks = await (await fetch(`${address}/.well-known/jwks.json`)).text()
      child.kill('SIGTERM')
      const places = new Map<string, number>()
      for (const line of exported.trim().split('\n').slice(1)) {
        const {index, evidence} = JSON.parse(line) as {index: number; evidence: {recordId: string}}
        expect(places.has(evidence.recordId)).toBe(false)
        places.set(evidence.recordId, index)
      }
      for (const [recordId, index] of acknowledged) expect([recordId, places.get(recordId)]).toEqual([recordId, index])
      writeFileSync(join(project.root, `${kind}.jsonl`), exported)
      writeFileSync(join(project.root, `${kind}.jwks.json`), jwks)
      const verified = await proviso(['verify', join(project.root, `${kind}.jsonl`), '--key', join(project.root, `${kind}.jwks.json`)])
      expect([verified.code, verified.err]).toEqual([0, ''])
    },
    30_000 * (KILLS + 1),
  )
})
