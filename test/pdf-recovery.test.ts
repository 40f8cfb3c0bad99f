import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openChromiumPrinter} from '../src/io/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {browserProcesses} from './support/browser-processes.ts'
import {readPdf} from './support/read-pdf.ts'

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
