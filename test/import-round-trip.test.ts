import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compile, parse, viewAgreement} from '../src/compiler/index.ts'
import {importDocument} from '../src/import/index.ts'
import {openChromiumPrinter, readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer, type HtmlRenderer} from '../src/render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {emphasisScore} from './support/emphasis-score.ts'
import {outlineScore} from './support/outline-score.ts'
import {agreementSources} from './support/sources.ts'

let printer: PdfPrinter
let renderer: HtmlRenderer
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
  renderer = createHtmlRenderer(await readTemplates())
})
afterAll(async () => {
  await printer.close()
})

describe.each(agreementSources())('%s comes back', (_, source) => {
  const [compiled] = compile(source)
  const page = () => {
    if (!compiled) throw new Error('no agreement')
    return renderer.agreement(
      viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition: {links: [], translations: []}}),
    )
  }
  const scores = async (name: string, bytes: Uint8Array, selector?: string) => {
    const imported = await importDocument({name, bytes, selector, ignoresAttachments: true})
    if ('refused' in imported) throw new Error(imported.message)
    const found = parse(imported.agreements[0]?.markdown ?? '').agreements[0]?.agreement
    if (!compiled || !found) throw new Error('no agreement')
    expect(imported.characters.lost).toEqual([])
    return {outline: outlineScore(compiled.agreement, found), emphasis: emphasisScore(compiled.agreement, found)}
  }

  it('from its PDF, read from the pages', async () => {
    const pdf = await renderPdf(printer, page(), {date: '2026-01-01T00:00:00Z', title: 't', language: compiled?.agreement.locale ?? 'en'})
    const {outline, emphasis} = await scores('a.pdf', pdf)
    expect(outline).toBeGreaterThanOrEqual(0.97)
    expect(emphasis).toBeGreaterThanOrEqual(0.95)
  })
})
