import {createHash} from 'node:crypto'
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {proviso} from './support/command-line.ts'
import {publishedProject} from './support/published-project.ts'

const {root} = await publishedProject()
const dist = join(root, 'dist')
const page = 'en/terms/1/index.html'
const built = await proviso(['-C', root, 'build', '--only', 'html'])

describe('a built site', () => {
  it('is unaltered, and its versions are those that were published', async () => {
    expect(built).toMatchObject({code: 0})
    const {code, out} = await proviso(['verify', dist, '--json'])
    const {schemaVersion, subject, isIntact, checks} = JSON.parse(out)
    expect({code, schemaVersion, kind: subject.kind, isIntact}).toEqual({code: 0, schemaVersion: 1, kind: 'site', isIntact: true})
    expect(checks).toContainEqual(expect.objectContaining({id: 'published', outcome: 'ok', message: `${page} is what was published`}))
  })

  it('shows a flipped byte, a lost file and a strange one', async () => {
    const copy = join(mkdtempSync(join(tmpdir(), 'proviso-site-')), 'dist')
    cpSync(dist, copy, {recursive: true})
    flip(join(copy, 'search/en.json'))
    rmSync(join(copy, 'en/terms/history.html'))
    writeFileSync(join(copy, 'robots.txt'), '')
    const run = await proviso(['verify', 'dist'], {cwd: join(copy, '..')})
    expect(run.code).toBe(1)
    expect(run.out).toMatch(/✖ files +search\/en\.json was altered\n +expected [0-9a-f]{64}\n +found +[0-9a-f]{64}/)
    expect(run.out).toMatch(/✖ files +en\/terms\/history\.html is missing/)
    expect(run.out).toMatch(/– other-file +robots\.txt/)
    expect(run.out).toMatch(/– published +No project is around/)
  })

  it('shows an altered version though its record was altered with it', async () => {
    const file = join(dist, page)
    const record = join(dist, '.proviso-build.json')
    const [bytes, text] = [readFileSync(file), readFileSync(record, 'utf8')]
    flip(file)
    writeFileSync(record, text.replaceAll(sha256(bytes), sha256(readFileSync(file))))
    const {code, out} = await proviso(['verify', dist, '--json'])
    writeFileSync(file, bytes)
    writeFileSync(record, text)
    expect(code).toBe(1)
    const failed: {id: string}[] = JSON.parse(out).checks.filter(({outcome}: {outcome: string}) => outcome === 'failed')
    expect(failed).toMatchObject([
      {id: 'published', expected: sha256(bytes), message: expect.stringContaining(`${page} is not what was published`)},
    ])
  })
})

function flip(file: string): void {
  const bytes = readFileSync(file)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
