import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type CompiledAgreement, compile, flattenClauses, headingText, parse, viewAgreement} from '../src/compiler/index.ts'
import {type ImportedDocument, importDocument} from '../src/import/index.ts'
import {openChromiumPrinter, readTemplates} from '../src/io/index.ts'
import {renderAgreementDocx} from '../src/render/docx/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {emphasisScore} from './support/emphasis-score.ts'
import {outlineScore} from './support/outline-score.ts'
import {agreementSources, hasRealSources, realSources} from './support/sources.ts'

const renderer = createHtmlRenderer(await readTemplates())
let printer: PdfPrinter
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
})
afterAll(async () => {
  await printer.close()
})

const edition = {
  id: 'sample',
  provider: '云笺科技（示例）有限公司',
  version: '2026.3',
  shortHash: '0123456789ab',
  announcedAt: '2026-02-01T00:00:00+08:00',
  effectiveAt: '2026-03-01T00:00:00+08:00',
  next: {version: '2026.4', effectiveAt: '2026-04-01T00:00:00+08:00', href: '../2026.4/'},
  versions: [{version: '2026.3', effectiveAt: '2026-03-01T00:00:00+08:00', href: '../2026.3/', isThis: true}],
  authoritative: {locale: 'zh-CN', href: '../zh-CN/'},
  links: [{rel: 'pdf', href: 'a.pdf'} as const],
  translations: [{locale: 'en', href: '../en/'}],
}

const viewOf = ({agreement, facts}: CompiledAgreement) => viewAgreement(agreement, facts, {fallbackTitle: '', edition})

/** A text made into a file and read back: how alike they are, and what the import says. */
async function comesBack(compiled: CompiledAgreement, name: string, bytes: Uint8Array) {
  const imported = await importDocument({name, bytes, ignoresAttachments: true})
  if ('refused' in imported) throw new Error(imported.message)
  const found = parse(imported.agreements[0]?.markdown ?? '').agreements[0]?.agreement
  if (!found) throw new Error('no agreement')
  const titleOf = ({titles}: CompiledAgreement['agreement']) => headingText(titles.at(-1))
  return {
    imported,
    outline: outlineScore(compiled.agreement, found),
    emphasis: emphasisScore(compiled.agreement, found),
    titles: {wanted: titleOf(compiled.agreement), found: titleOf(found)},
  }
}

function expectAlike({imported, outline, emphasis, titles}: Awaited<ReturnType<typeof comesBack>>, counted = ''): ImportedDocument {
  expect(imported.agreements).toHaveLength(1)
  expect(imported.characters.lost).toEqual([])
  for (const {character, count} of imported.characters.added) expect(count).toBeLessThanOrEqual(counted.split(character).length - 1)
  expect(titles.found).toBe(titles.wanted)
  expect(outline).toBeGreaterThanOrEqual(0.99)
  expect(emphasis).toBeGreaterThanOrEqual(0.95)
  return imported
}

/** Labels that Word may count, so that they are no text of its files. */
const labelsOf = ({agreement}: CompiledAgreement) =>
  flattenClauses(agreement)
    .map(({label}) => label?.text ?? '')
    .join('')

const fromWord = async (compiled: CompiledAgreement) =>
  comesBack(
    compiled,
    'a.docx',
    await renderAgreementDocx(viewOf(compiled), {
      title: 't',
      language: compiled.agreement.locale,
      author: 'Yunjian',
      date: '2026-01-01T00:00:00Z',
    }),
  )
const fromPage = (compiled: CompiledAgreement) =>
  comesBack(compiled, 'a.html', new TextEncoder().encode(renderer.agreement(viewOf(compiled))))

/** From the pages alone: our attachments would give the source back as it was. */
async function expectAlikeFromPdf(compiled: CompiledAgreement): Promise<void> {
  const page = renderer.agreement(
    viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition: {links: [], translations: []}}),
  )
  const pdf = await renderPdf(printer, page, {date: '2026-01-01T00:00:00Z', title: 't', language: compiled.agreement.locale})
  const {imported, outline, emphasis} = await comesBack(compiled, 'a.pdf', pdf)
  expect(imported.characters.lost).toEqual([])
  expect(outline).toBeGreaterThanOrEqual(0.97)
  expect(emphasis).toBeGreaterThanOrEqual(0.95)
}

function first(source: string): CompiledAgreement {
  const [compiled] = compile(source)
  if (!compiled) throw new Error('no agreement')
  return compiled
}

describe.each(agreementSources())('%s comes back', (_, source) => {
  it('from Word', async () => {
    const compiled = first(source)
    expectAlike(await fromWord(compiled), labelsOf(compiled))
  })

  it('from its PDF', async () => {
    await expectAlikeFromPdf(first(source))
  })

  it('from its page, and what is not its text is listed', async () => {
    const compiled = first(source)
    const {dropped} = expectAlike(await fromPage(compiled))
    const furniture = dropped.map(({text}) => text).join('\n')
    for (const {label} of viewOf(compiled).contents) expect(furniture).toContain(label)
    expect(furniture).toContain('2026.3')
    expect(furniture).toContain(edition.provider)
    expect(furniture).toContain('0123456789ab')
    expect(furniture).toContain('#')
  })
})

describe.skipIf(!hasRealSources)('a real agreement comes back', () => {
  const chosen = realSources().filter(([name]) => /^seeds\/(?:00[013]|E2)\.md$/.test(name))

  it.each(chosen)('from Word: %s', async (_, source) => {
    const compiled = first(source)
    expectAlike(await fromWord(compiled), labelsOf(compiled))
  })

  it.each(chosen)('from its PDF: %s', async (_, source) => {
    await expectAlikeFromPdf(first(source))
  })

  it.each(chosen)('from its page: %s', async (_, source) => {
    expectAlike(await fromPage(first(source)))
  })
})
