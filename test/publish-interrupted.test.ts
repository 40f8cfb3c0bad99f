import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {checkChain, verifyVersionFolder, verifyVersions} from '../src/index.ts'
import {openVersionFolder, readFolder, readTemplates} from '../src/io/index.ts'
import {quickStart} from './support/quick-start.ts'

/** `PROVISO_INTERRUPTIONS=10000 npx vitest run test/publish-interrupted.test.ts` is the long run. */
const interruptions = Number(process.env.PROVISO_INTERRUPTIONS ?? 80)
const lanes = 2
const processesPerFolder = 2
const stopsPerProcess = 20
const work = mkdtempSync(join(tmpdir(), 'proviso-interrupted-'))
const templates = join(work, 'templates.json')
/** Milliseconds within which a process is stopped after it said a mark. */
const pause = {p: 600, s: 300}
const tally = {kills: 0, stops: 0, halfWritten: 0, versions: 0, withdrawals: 0}
let start: readonly string[] = []

beforeAll(async () => {
  writeFileSync(templates, JSON.stringify(await readTemplates()))
  start = await quickStart(join(import.meta.dirname, 'support/publish-endlessly.mjs'), work, [join(work, 'first/versions'), templates])
})

afterAll(() => rmSync(work, {recursive: true, force: true}))

it(`leaves the old state or the new one when it is interrupted at any moment, at least ${interruptions} times, some of them amid writing`, {
  timeout: 120_000 + interruptions * 5000,
}, async () => {
  await Promise.all(Array.from({length: lanes}, (_, lane) => interruptUntilDone(lane)))
  expect(tally.halfWritten).toBeGreaterThan(0)
  expect(tally.versions).toBeGreaterThan(tally.kills)
  expect(tally.withdrawals).toBeGreaterThan(0)
})

async function interruptUntilDone(lane: number): Promise<void> {
  for (let round = 0; tally.kills + tally.stops < interruptions || tally.halfWritten === 0; round += 1) {
    const folder = join(work, `${lane}-${round}/versions`)
    for (let process = 0; process < processesPerFolder; process += 1) await publishUntilKilled(folder)
    const history = await openVersionFolder(folder).history()
    expect(verifyVersions(await readFolder(folder)).checks.filter(({outcome}) => outcome !== 'ok')).toEqual([])
    tally.versions += history.length
    tally.withdrawals += history.filter(({withdrawal}) => withdrawal).length
    rmSync(join(folder, '..'), {recursive: true})
  }
}

/**
 * Interrupts a process that publishes: it is stopped some times, and killed at last. A stopped process leaves on the disk what a killed one
 * does, and need not be started again. Half of the moments are a while after it began to plan a version, the others after it began to
 * store one; how long a while is follows the speed of the machine, so that half of them come before the next step.
 */
async function publishUntilKilled(folder: string): Promise<void> {
  const child = spawn(process.execPath, [...start, folder, templates], {stdio: ['ignore', 'pipe', 'pipe']})
  const heard = listen(child)
  const ended = once(child, 'exit')
  for (let stop = 0; stop <= stopsPerProcess; stop += 1) {
    const from = stop % 2 === 0 ? 's' : 'p'
    const seen = heard.marks.length
    while (!heard.marks.includes(from, seen) && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended])
    await wait((((tally.kills + tally.stops) * 0.618034) % 1) * pause[from])
    pause[from] *= heard.marks.includes(from === 'p' ? 's' : 'p', heard.marks.indexOf(from, seen)) ? 0.8 : 1.25
    if (stop === stopsPerProcess) break
    tally.stops += 1
    child.kill('SIGSTOP')
    await stopped(child)
    await expectWhole(folder)
    child.kill('SIGCONT')
  }
  tally.kills += 1
  child.kill('SIGKILL')
  await ended
  await expectWhole(folder)
  expect(heard.problems).toBe('')
}

function listen(child: ChildProcess): {marks: string; problems: string} {
  const heard = {marks: '', problems: ''}
  child.stdout?.on('data', (data) => {
    heard.marks += data
  })
  child.stderr?.on('data', (data) => {
    heard.problems += data
  })
  return heard
}

/** A thread that is writing stops when it has done so. */
async function stopped({pid}: ChildProcess): Promise<void> {
  const tasks = `/proc/${pid}/task`
  const isStopped = (task: string) => /\) [TZX] /.test(readFileSync(join(tasks, task, 'stat'), 'utf8'))
  if (!existsSync(tasks)) await wait(100)
  else while (!readdirSync(tasks).every(isStopped)) await wait(1)
}

/** All versions form one chain without a gap, the last one is whole, and what is half-written does not keep the next one from being added. */
async function expectWhole(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  const history = await openVersionFolder(folder).history()
  expect(history.map(({manifest}) => manifest.version)).toEqual(names.map((_, index) => String(index + 1)))
  expect(checkChain(history)).toEqual([])
  const last = history.at(-1)
  const lastFolder = join(folder, last?.manifest.version ?? '')
  if (last) expect(verifyVersionFolder(await readFolder(lastFolder)).checks.filter(({outcome}) => outcome === 'failed')).toEqual([])
  if (names.length === readdirSync(folder).length) return
  tally.halfWritten += 1
  const copy = join(folder, '../copy')
  cpSync(folder, copy, {recursive: true})
  await openVersionFolder(copy).add({version: 'next', previous: last?.manifestSha256, files: {'en.md': '# Terms\n'}})
  expect(readdirSync(copy).sort()).toEqual([...names, 'next'].sort())
  rmSync(copy, {recursive: true})
}
