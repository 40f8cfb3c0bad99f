import {execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openChromiumPrinter} from '../src/io/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {browserProcesses} from './support/browser-processes.ts'
import {root} from './support/command-line.ts'
import {readPdf} from './support/read-pdf.ts'

describe('a printer', () => {
  it('forgets what it printed', () => {
    const script = `
      import {openChromiumPrinter} from '${join(root, 'lib/io/chromium-printer.js')}'
      const printer = await openChromiumPrinter({pages: 1})
      const html = '<!doctype html><title>T</title><style>p { break-after: page }</style>' + '<p>Text 文字</p>'.repeat(200)
      const held = async () => {
        for (let round = 0; round < 5; round += 1) { await new Promise((done) => setTimeout(done, 20)); gc() }
        return process.memoryUsage().arrayBuffers
      }
      let size = 0
      for (let count = 0; count < 5; count += 1) size = (await printer.print(html)).length
      const before = await held()
      for (let count = 0; count < 20; count += 1) await printer.print(html)
      process.stdout.write(JSON.stringify({size, grown: await held() - before}))
      await printer.close()`
    const {size, grown} = JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {encoding: 'utf8'}),
    )
    expect(size).toBeGreaterThan(20_000)
    expect(grown).toBeLessThan(5 * size)
  })

  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves no browser behind when its process gets %s', async (signal) => {
    const script = `
      import {openChromiumPrinter} from '${join(root, 'lib/io/chromium-printer.js')}'
      const printer = await openChromiumPrinter({pages: 1})
      await printer.print('<!doctype html><p>Text')
      process.stdout.write('printed')
      setInterval(() => printer.print('<!doctype html><p>Text'), 10)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    await once(child.stdout, 'data')
    const pids = browserProcesses().map(({pid}) => pid)
    expect(pids.length).toBeGreaterThan(0)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([null, signal])
    await expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}`)), {timeout: 20_000}).toEqual([])
  })
})

const names = Array.from({length: 8}, (_, index) => `document ${index}`)

describe('a build whose browser fails in the middle', () => {
  let printer: PdfPrinter
  beforeEach(async () => {
    printer = await openChromiumPrinter({pages: 2, timeout: 8000})
  })
  afterEach(async () => {
    await printer.close()
    expect(browserProcesses()).toEqual([])
  })

  it.each([
    ['is killed', 'browser', 'SIGKILL'],
    ['hangs', 'browser', 'SIGSTOP'],
    ['loses the process of its pages', 'renderer', 'SIGKILL'],
    ['has pages that hang', 'renderer', 'SIGSTOP'],
  ] as const)('completes when the browser %s', async (_, type, signal) => {
    await print('before')
    const failed = browserProcesses().filter((found) => found.type === type)
    expect(failed.length).toBeGreaterThan(0)
    const texts = await Promise.all(
      names.map(async (name, index) => {
        const text = print(name)
        if (index === 3) for (const {pid} of failed) process.kill(pid, signal)
        return text
      }),
    )
    expect(texts).toEqual(names)
  })

  it('prints the same bytes afterwards', async () => {
    const before = await finished('same')
    for (const {pid, type} of browserProcesses()) if (type === 'browser') process.kill(pid, 'SIGKILL')
    expect(Buffer.from(await finished('same')).equals(Buffer.from(before))).toBe(true)
  })

  function finished(text: string): Promise<Uint8Array> {
    const html = `<!doctype html><html lang="en"><title>T</title><body style="margin:200px"><p>${text}</p>`
    return renderPdf(printer, html, {date: '2026-01-01T00:00:00Z', title: text, language: 'en'})
  }

  async function print(text: string): Promise<string> {
    return (await readPdf(await finished(text))).text.trim()
  }
})
