import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, it} from 'vitest'

/** `PROVISO_KILLS=10000 npx vitest run test/publish-interrupted.test.ts` is the long run. */
const kills = Number(process.env.PROVISO_KILLS ?? 40)
const lanes = 2
const killsPerFolder = 5

it(`leaves the old state or the new one when its process is killed at any moment, ${kills} times`, {
  timeout: 60_000 + kills * 3000,
}, async () => {
  let done = 0
  let written = 0
  await Promise.all(
    Array.from({length: lanes}, async () => {
      while (done < kills) {
        const folder = join(mkdtempSync(join(tmpdir(), 'proviso-kill-')), 'versions')
        for (let kill = 0; kill < killsPerFolder; kill += 1) {
          done += 1
          await writeUntilKilled(folder, pause(done))
          written = Math.max(written, wholeVersions(folder))
        }
        rmSync(join(folder, '..'), {recursive: true})
      }
    }),
  )
  expect(written).toBeGreaterThan(1)
})

/** Milliseconds that a process may write before it is killed: spread evenly, the same in every run. */
function pause(seed: number): number {
  return ((seed * 0.618034) % 1) * 80
}

async function writeUntilKilled(folder: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support/write-folders.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const problems: string[] = []
  child.stderr.on('data', (data) => problems.push(String(data)))
  const ended = new Promise((end) => child.once('exit', end))
  await Promise.race([new Promise((ready) => child.stdout.once('data', ready)), ended])
  await wait(milliseconds)
  child.kill('SIGKILL')
  await ended
  expect(problems.join('')).toBe('')
}

/** Counts the versions: numbered without a gap, and each of them whole. */
function wholeVersions(folder: string): number {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []
  expect(names.sort()).toEqual(names.map((_, index) => `v${index + 1}`).sort())
  for (const name of names) {
    const hash = readFileSync(join(folder, name, 'manifest.json'), 'utf8')
    for (const file of ['zh-CN.md', 'en.md'])
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name, file)))
          .digest('hex'),
      ).toBe(hash)
  }
  return names.length
}
