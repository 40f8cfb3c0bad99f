import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openChromiumPrinter} from '../src/io/index.ts'
import {type PdfFinish, type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {checkSeal} from '../src/render/pdf/seal-pdf.ts'
import {checkPdf} from './support/pdf-rules/check-pdf.ts'
import {inspectPdf} from './support/pdf-rules/inspected-pdf.ts'
import {hasPreflight, isInstalled, preflightComplaints, qpdfComplaints} from './support/pdf-tools.ts'

let printer: PdfPrinter
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
})
afterAll(async () => {
  await printer.close()
})

const everyElement = readFileSync(join(import.meta.dirname, 'fixtures/pdf/every-element/input.html'), 'utf8')
const finish: PdfFinish = {
  date: '2026-01-01T00:00:00Z',
  title: '协议 & <Agreement>',
  language: 'en',
  provider: 'Yunjian "Ltd"',
  edition: {
    agreement: 'sms',
    version: '1.0',
    locale: 'en',
    effectiveAt: '2026-01-01T00:00:00+08:00',
    sourceSha256: 'a'.repeat(64),
    treeSha256: 'b'.repeat(64),
  },
  attachments: [
    {name: 'source.md', mediaType: 'text/markdown', relationship: 'Source', description: '原文', content: '# 协议\n'},
    {name: 'clauses.json', mediaType: 'application/json', relationship: 'Data', description: 'Clauses', content: '{}'},
    {name: 'notice.md', mediaType: 'text/markdown', relationship: 'Supplement', description: '变更公告', content: '# 变更公告\n'},
  ],
}

describe('a finished PDF', () => {
  it('conforms with every element that a template may use', async () => {
    const pdf = await renderPdf(printer, everyElement, finish)
    expect(await checkPdf(pdf)).toEqual([])
  })

  it.skipIf(!isInstalled('qpdf'))('is in order for qpdf', async () => {
    expect(qpdfComplaints(await renderPdf(printer, everyElement, finish))).toBe('')
  })

  it('has the structure of its page: headings without gaps, items of label and body, head cells, described links', async () => {
    const {elements, pages} = await inspectPdf(await renderPdf(printer, everyElement, finish))
    expect(elements.filter(({role}) => /^H\d$/.test(role)).map(({role}) => role)).toEqual(['H1', 'H2'])
    expect(elements.filter(({role}) => role === 'LI').every(({kids}) => kids.every(({role}) => role === 'Lbl' || role === 'LBody'))).toBe(
      true,
    )
    expect(elements.filter(({role}) => role === 'TH')).toHaveLength(3)
    const words = pages.flatMap(({annotations}) => annotations.map((annotation) => annotation.toString()))
    expect(words.every((text) => text.includes('/Contents'))).toBe(true)
  })

  it('is sealed: any byte that changes is found', async () => {
    const pdf = await renderPdf(printer, '<!doctype html><html lang="en"><title>T</title><p>Text', finish)
    expect(checkSeal(pdf)).toBe('intact')
    for (let at = 7; at < pdf.length; at += 997) {
      const altered = Uint8Array.from(pdf)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(checkSeal(altered)).not.toBe('intact')
    }
    expect(checkSeal(Buffer.concat([pdf, Buffer.from('% more\n')]))).toBe('broken')
  })

  it.skipIf(!hasPreflight())('breaks no rule of Preflight but those of PDF/A-1 alone', async () => {
    const complaints = preflightComplaints(
      await renderPdf(printer, '<!doctype html><html lang="en"><title>T</title><p>Text 文字 <b>bold</b>', finish),
    )
    expect(complaints.filter((line) => !ONLY_OF_PART_1.test(line))).toEqual([])
  })
})

describe('the rules', () => {
  it('find what a bare print lacks', async () => {
    const found = (await checkPdf(await printer.print(everyElement))).map((line) => line.replace(/ \(.*/, ''))
    for (const clause of [
      'PDF/A-3 6.1.3',
      'PDF/A-3 6.2.3',
      'PDF/A-3 6.6.2',
      'PDF/UA-1 5',
      'PDF/UA-1 7.1-1',
      'PDF/UA-1 7.1-5',
      'PDF/UA-1 7.2',
      'PDF/UA-1 7.4',
      'PDF/UA-1 7.18',
    ])
      expect(found).toContain(clause)
  })
})

/** CIDSet, attached files, and the part that is claimed. */
const ONLY_OF_PART_1 = /CIDSet entry is missing|EmbeddedFile entry is present|conformance level must be A or B|part must be 1/
