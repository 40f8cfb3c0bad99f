import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compile, readSource} from '../src/compiler/index.ts'
import {openChromiumPrinter, readTemplates} from '../src/io/index.ts'
import {renderVersion, type VersionEdition} from '../src/publish/index.ts'
import {createHtmlRenderer, type HtmlRenderer} from '../src/render/html/index.ts'
import {type PdfPrinter, readPdfText} from '../src/render/pdf/index.ts'
import {checkPdf} from './support/pdf-rules/check-pdf.ts'
import {readPdf} from './support/read-pdf.ts'
import {readQrCodes} from './support/read-qr-codes.ts'

let printer: PdfPrinter
let renderer: HtmlRenderer
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
  renderer = createHtmlRenderer(await readTemplates())
})
afterAll(async () => {
  await printer.close()
})

const clauses = Array.from({length: 30}, (_, index) => `1.${index + 1} You pay the fee of month ${index + 1} at its end.`)
const source = `# Service Agreement\n\n1. Fees\n\n${clauses.join('\n\n')}\n`

describe('each printed page of a version', () => {
  it('names the version and its fingerprint, and leads to it by a QR code that a camera can read', async () => {
    const pdf = await printed({site: 'https://legal.example/'})
    const codes = await readQrCodes(pdf)
    expect(codes.length).toBeGreaterThan(1)
    expect(new Set(codes)).toEqual(new Set(['https://legal.example/en/terms/2.1.0/']))
    const {margins} = await readPdf(pdf)
    expect(margins).toHaveLength(codes.length)
    for (const words of margins) expect(words).toMatch(/Version 2\.1\.0\s*Fingerprint 0123456789ab/)
  })

  it('names agreement, version, language and fingerprint where no address is known', async () => {
    expect(new Set(await readQrCodes(await printed({})))).toEqual(new Set(['proviso:terms@2.1.0?locale=en&source=0123456789ab']))
  })

  it('has the code and the line on the other side where the script runs from right to left', async () => {
    const pdf = await printed({locale: 'ar', site: 'https://legal.example'})
    expect(new Set(await readQrCodes(pdf))).toEqual(new Set(['https://legal.example/ar/terms/2.1.0/']))
  })

  it('keeps both out of the text, breaks no rule, and has the same bytes each time', async () => {
    const site = `https://legal.example/${'a/long/way/'.repeat(12)}`
    const [first, second] = await Promise.all([printed({site}), printed({site})])
    expect(first).toEqual(second)
    expect(await checkPdf(first)).toEqual([])
    const text = await readPdfText(first)
    expect(text?.content.match(/Fingerprint/g)).toHaveLength(1)
    expect(text?.hidden).toEqual([])
    expect(new Set(await readQrCodes(first))).toEqual(new Set([`${site}en/terms/2.1.0/`]))
  })
})

async function printed(options: Partial<VersionEdition>): Promise<Uint8Array> {
  const locale = options.locale ?? 'en'
  const [compiled] = compile(source, {locale})
  const [frozen] = readSource(source, locale)
  if (!compiled || !frozen) throw new Error('no agreement')
  const edition: VersionEdition = {
    agreement: 'terms',
    version: '2.1.0',
    locale,
    title: 'Service Agreement',
    provider: 'Yunjian',
    announcedAt: '2026-11-01T00:00:00+08:00',
    effectiveAt: '2027-01-01T00:00:00+08:00',
    sourceSha256: `0123456789ab${'0'.repeat(52)}`,
    treeSha256: '1'.repeat(64),
    clauseIds: {},
    locales: [locale],
    formats: ['html', 'pdf'],
    source,
    frozen: frozen.agreement,
    parameters: {},
    compiled,
    ...options,
  }
  const pdf = (await renderVersion(edition, {renderer, printer})).find(({format}) => format === 'pdf')
  if (!pdf) throw new Error('no PDF')
  return pdf.bytes
}
