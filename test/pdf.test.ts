import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compile, viewAgreement} from '../src/compiler/index.ts'
import {fontFolder, missingGlyphs, openChromiumPrinter, readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer, type HtmlRenderer} from '../src/render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {outlineWords} from './support/outline.ts'
import {checkPdf} from './support/pdf-rules/check-pdf.ts'
import {isInstalled, mutoolText, popplerText, qpdfComplaints} from './support/pdf-tools.ts'
import {readPdf} from './support/read-pdf.ts'
import {expectSameText} from './support/same-text.ts'
import {agreementSources, realSources} from './support/sources.ts'

let printer: PdfPrinter
let renderer: HtmlRenderer
/** PDFs printed so far, with the words that they should hold. */
const printed: {readonly pdf: Uint8Array; readonly words: string}[] = []
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 2})
  renderer = createHtmlRenderer(await readTemplates())
})
afterAll(async () => {
  await printer.close()
})

const finish = {date: '2026-01-01T00:00:00Z', title: '协议', language: 'zh-CN'}
const latest = realSources().filter(([name]) => name.startsWith('seeds/'))

describe('a printed agreement', () => {
  it.each([...agreementSources(), ...latest])(
    '%s says what its source says to every reader, and conforms to PDF/A-3u and PDF/UA-1',
    async (_, source) => {
      for (const {agreement, facts} of compile(source)) {
        const html = renderer.agreement(viewAgreement(agreement, facts, {fallbackTitle: '', edition: {links: [], translations: []}}))
        const pdf = await renderPdf(printer, html, {...finish, language: agreement.locale})
        const words = squash(
          agreement.declaredTitle && agreement.titles.length === 0
            ? agreement.declaredTitle + outlineWords(agreement)
            : outlineWords(agreement),
        )
        const read = await readPdf(pdf)
        expectSameText(squash(read.text), words)
        expect(read.text).not.toMatch(/[\u2e80-\u2fdf\uf900-\ufaff]/)
        expect(await checkPdf(pdf)).toEqual([])
        printed.push({pdf, words})
      }
    },
  )

  it.skipIf(!isInstalled('pdftotext'))('is read alike by poppler', () => {
    for (const {pdf, words} of printed) expectSameText(squash(popplerText(pdf)), words)
  })

  it.skipIf(!isInstalled('mutool'))('is read alike by MuPDF', () => {
    for (const {pdf, words} of printed) expectSameText(squash(mutoolText(pdf)), words)
  })

  it.skipIf(!isInstalled('qpdf'))('is in order for qpdf', () => {
    for (const {pdf} of printed) expect(qpdfComplaints(pdf)).toBe('')
  })

  it('is tagged, titled, in its language and set in our fonts only', async () => {
    const [, source] = agreementSources().find(([name]) => name.includes('sms-service/zh')) ?? ['', '']
    const [compiled] = compile(source)
    if (!compiled) throw new Error('no agreement')
    const html = renderer.agreement(
      viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition: {links: [], translations: []}}),
    )
    const read = await readPdf(await renderPdf(printer, html, finish))
    expect(read).toMatchObject({title: '协议', language: 'zh-CN', isTagged: true})
    expect(read.outline.length).toBeGreaterThanOrEqual(13)
    expect(read.fonts.every((font) => /^[A-Z]{6}\+NotoSans(?:SC)?-/.test(font))).toBe(true)
    expect(read.fonts.some((font) => font.endsWith('-Bold'))).toBe(true)
  })

  it('has the same bytes each time, and in a browser of its own', async () => {
    const html = '<!doctype html><html lang="zh"><title>一</title><body><p>同一份文字 Same text <strong>粗体</strong></p>'
    const other = await openChromiumPrinter({pages: 1})
    try {
      const prints = await Promise.all([renderPdf(printer, html, finish), renderPdf(printer, html, finish), renderPdf(other, html, finish)])
      expect(new Set(prints.map((print) => Buffer.from(print).toString('base64'))).size).toBe(1)
    } finally {
      await other.close()
    }
  })
})

describe('the printer', () => {
  it('fetches nothing, runs nothing and reads no file', async () => {
    let hits = 0
    const canary = createServer((_, response) => {
      hits += 1
      response.end('x')
    })
    await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done))
    const address = canary.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const base = `http://127.0.0.1:${port}`
    const secret = join(mkdtempSync(join(tmpdir(), 'proviso-test-')), 'secret.txt')
    writeFileSync(secret, 'TOPSECRET')
    const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
    const html = `<!doctype html>${csp}<body><script>document.body.innerHTML='RAN'</script><img src="${base}/i"><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><link rel=stylesheet href="${base}/c"><style>@import "${base}/d"; p{background:url(${base}/b)}</style><p>visible</p>`
    const read = await readPdf(await printer.print(html))
    canary.close()
    expect(read.text).toContain('visible')
    expect(read.text).not.toMatch(/RAN|TOPSECRET/)
    expect(hits).toBe(0)
  })

  it('can be set up by two processes at once on an empty cache', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'proviso-cache-'))
    const script = `import {chromiumBinary} from '${join(import.meta.dirname, '../lib/io/chromium-binary.js')}'; import {spawnSync} from 'node:child_process'; const path = await chromiumBinary(); process.stdout.write(spawnSync(path, ['--version', '--no-sandbox']).stdout)`
    const {spawn} = await import('node:child_process')
    const run = () =>
      new Promise<string>((done) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
          env: {...process.env, PROVISO_CACHE: cache, PROVISO_CHROMIUM: '', PUPPETEER_EXECUTABLE_PATH: ''},
        })
        let out = ''
        child.stdout.on('data', (chunk: Buffer) => {
          out += chunk.toString()
        })
        child.on('close', () => done(out))
      })
    const versions = await Promise.all([run(), run()])
    rmSync(cache, {recursive: true})
    expect(versions[0]).toMatch(/\d+\.\d+\.\d+/)
    expect(versions[1]).toBe(versions[0])
  })
})

describe('the fonts', () => {
  it('know what they cannot show', async () => {
    const fonts = await fontFolder()
    expect(missingGlyphs('云笺 Yunjian é “引号” ①　\u200b\n', fonts)).toEqual([])
    expect(missingGlyphs('\u{10000} and \u{10000} ☑', fonts)).toEqual(['\u{10000}', '☑'])
  })
})

function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b\ufeff•]+/g, '')
}
