import {inflateSync} from 'node:zlib'
import {type PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {canonicalJson, compile, type Manifest, viewAgreement} from '../src/compiler/index.ts'
import {openChromiumPrinter, readTemplates} from '../src/io/index.ts'
import {agreementFinish, type PublishedRecord, renderVersion, type Verification, verifyPdf, versionEdition} from '../src/publish/index.ts'
import {sha256} from '../src/publish/sha256.ts'
import {createHtmlRenderer, type HtmlRenderer} from '../src/render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {sealPdf} from '../src/render/pdf/seal-pdf.ts'
import {emptyStore, publishText} from './support/publish-text.ts'

const SOURCE = `# Sample Terms

Please read these terms of {{channelName}} before you agree.

## 1. Fees

1.1 You pay 7 euros a month within 30 days.

1.2 **We are not liable for indirect damages.**

## 2. Law

2.1 German law applies.
`
const parameters = {channelName: 'Yunjian', unused: 'x'}

let printer: PdfPrinter
let renderer: HtmlRenderer
let genuine: Uint8Array
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
  renderer = createHtmlRenderer(await readTemplates())
  genuine = await print(SOURCE)
})
afterAll(async () => {
  await printer.close()
})

describe('a genuine PDF', () => {
  it('says which edition it is, holds its files and agrees with itself', async () => {
    const verification = await verify(genuine)
    expect(failures(verification)).toEqual([])
    expect(verification).toMatchObject({
      isIntact: true,
      subject: {agreement: 'terms', version: '1.0', locale: 'en', title: 'Sample Terms', effectiveAt: '2026-02-01T00:00:00+01:00'},
    })
    expect(verification.beside?.join(' ')).toContain(`Fingerprint${sha256(SOURCE).slice(0, 12)}`)
    const document = await PDFDocument.load(genuine)
    const files = Object.fromEntries(document.getAttachments().map(({name, data}) => [name, Buffer.from(data).toString()]))
    expect(Object.keys(files).sort()).toEqual(['clauses.json', 'consent-record.json', 'notice.md', 'parameters.json', 'source.md'])
    expect(files['source.md']).toBe(SOURCE)
    expect(files['parameters.json']).toBe('{"channelName":"Yunjian"}')
  })

  it('agrees with the manifest of its version', async () => {
    const verification = await verify(genuine, manifestOf(genuine))
    expect(failures(verification)).toEqual([])
    expect(verification.checks.find(({id}) => id === 'file')?.outcome).toBe('ok')
  })
})

describe('the PDF of a published version', () => {
  it('holds the notice that it was published with, and is the file that its manifest names', async () => {
    const {store} = emptyStore()
    const templates = await readTemplates()
    const parameters = {channelName: 'Example'}
    await publishText(store, {en: SOURCE}, {version: 'v1'}, {printer})
    const later = SOURCE.replace('7 euros', '9 euros')
    const {frozen} = await publishText(store, {en: later}, {version: 'v2', effectiveAt: '2026-12-31'}, {printer})
    const manifest = frozen?.manifest
    const [compiled] = compile(later, {locale: 'en', parameters})
    if (!manifest || !compiled) throw new Error('no version')
    const notice = frozen.files.files['notice.en.md']
    const edition = versionEdition('terms', manifest, {locale: 'en', provider: 'Provider', compiled, parameters, source: later, notice})
    const [, pdf] = await renderVersion(edition, {renderer: createHtmlRenderer(templates), printer})
    if (!pdf) throw new Error('no PDF')
    const attached = (await PDFDocument.load(pdf.bytes)).getAttachments().find(({name}) => name === 'notice.md')
    expect(Buffer.from(attached?.data ?? []).toString()).toBe(notice)
    expect(notice).toMatch(/7<\/del>|9<\/ins>/)
    const record = {manifest, name: 'manifest.json'}
    const {checks} = await verify(pdf.bytes, record)
    expect(checks.filter(({outcome}) => outcome !== 'ok')).toEqual([])
    const swapped = await forge(pdf.bytes, (document) => replaceAttachment(document, 'notice.md', '# Nothing changes\n'))
    const found = await verify(swapped, record)
    expect(found.checks.find(({outcome}) => outcome === 'failed')?.message).toBe('manifest.json names another `noticeSha256`')
  })
})

describe('an altered PDF is found', () => {
  it('by its seal, whichever byte was flipped', async () => {
    for (const share of [0.02, 0.3, 0.5, 0.7, 0.99]) {
      const altered = Uint8Array.from(genuine)
      const at = Math.floor(genuine.length * share)
      altered[at] = (altered[at] ?? 0) ^ 4
      expect((await verify(altered)).isIntact).toBe(false)
    }
  })

  it('when it was cut off, added to, or is none of ours', async () => {
    expect((await verify(genuine.subarray(0, genuine.length / 2))).isIntact).toBe(false)
    expect((await verify(Buffer.concat([genuine, Buffer.from('\n')]))).isIntact).toBe(false)
    expect(failures(await verify(await printer.print('<p>Text')))).toEqual(['form'])
    expect(failures(await verify(Buffer.from('%PDF-1.7\nnothing')))).toEqual(['form'])
  })

  it('when visible words were changed and it was sealed anew, with the clause', async () => {
    const altered = await forge(genuine, (document) => editContent(document, swapGlyphs('7', '3')))
    const verification = await verify(altered)
    expect(failures(verification)).toEqual(['text'])
    expect(verification.checks.find(({id}) => id === 'text')).toMatchObject({
      message: 'The pages show clause 1.1 otherwise than the source',
      expected: expect.stringContaining('7euros'),
      actual: expect.stringContaining('3euros'),
    })
  })

  it('when words were hidden from readers as page furniture', async () => {
    const altered = await forge(genuine, (document) =>
      editContent(document, (content) => content.replace(/\/\w+ <<\/MCID (?:9|1\d) >>BDC/g, '/Artifact BMC')),
    )
    expect(failures(await verify(altered))).toContain('text')
  })

  it('when an attachment was exchanged, removed or added', async () => {
    const exchanged = await forge(genuine, (document) => replaceAttachment(document, 'source.md', SOURCE.replace('7 euros', '9 euros')))
    expect(failures(await verify(exchanged))).toEqual(expect.arrayContaining(['source', 'clauses', 'text']))
    const tree = await forge(genuine, (document) => replaceAttachment(document, 'clauses.json', '{}'))
    expect(failures(await verify(tree))).toEqual(['tree', 'clauses'])
    const consent = await forge(genuine, (document) =>
      replaceAttachment(document, 'consent-record.json', attachment(document, 'consent-record.json').replace('"bold"', '"underline"')),
    )
    expect(failures(await verify(consent))).toEqual(['consent-record'])
    const removed = await forge(genuine, (document) => document.detach('consent-record.json'))
    expect(failures(await verify(removed))).toContain('edition')
    const added = await forge(genuine, (document) => document.attach(Buffer.from('x'), 'annex.txt', {mimeType: 'text/plain'}))
    expect(failures(await verify(added))).toEqual(['attachments'])
  })

  it('when metadata, scripts or comments were put in', async () => {
    const renamed = await forge(genuine, (document) => editXmp(document, (xmp) => xmp.replace('<agr:version>1.0<', '<agr:version>2.0<')))
    expect(failures(await verify(renamed))).toEqual(['edition'])
    const scripted = await forge(genuine, (document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj({S: 'JavaScript'}))
    })
    expect(failures(await verify(scripted))).toEqual(['form'])
    const commented = await forge(genuine, (document) => {
      const note = document.context.register(document.context.obj({Type: 'Annot', Subtype: 'FreeText', Rect: [0, 0, 500, 500]}))
      document.getPage(0).node.addAnnot(note)
    })
    expect(failures(await verify(commented))).toEqual(['form'])
  })

  it('by the manifest alone, when another text was printed and sealed with care', async () => {
    const careful = await print(SOURCE.replace('7 euros', '9 euros'))
    expect((await verify(careful)).isIntact).toBe(true)
    expect(failures(await verify(careful, manifestOf(genuine)))).toEqual(['manifest'])
    const unannounced = await print(SOURCE, {notice: undefined})
    expect(failures(await verify(unannounced, manifestOf(genuine)))).toEqual(['manifest'])
    const restyled = await print(SOURCE, {notice: '# Notice\n', provider: 'Another Ltd'})
    expect(failures(await verify(restyled, manifestOf(genuine)))).toEqual(['file'])
  })
})

async function print(
  source: string,
  changes: {readonly notice?: string | undefined; readonly provider?: string} = {notice: '# Notice\n'},
): Promise<Uint8Array> {
  const [compiled] = compile(source, {locale: 'en', parameters})
  const [frozen] = compile(source, {locale: 'en'})
  if (!compiled || !frozen) throw new Error('no agreement')
  const edition = {
    id: 'terms',
    provider: 'Example Ltd',
    version: '1.0',
    shortHash: sha256(source).slice(0, 12),
    links: [],
    translations: [],
  }
  const view = viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition})
  const finish = agreementFinish({
    agreement: 'terms',
    version: '1.0',
    locale: 'en',
    title: view.title,
    provider: 'Example Ltd',
    date: '2026-01-01T00:00:00Z',
    effectiveAt: '2026-02-01T00:00:00+01:00',
    source,
    frozen: frozen.agreement,
    compiled,
    parameters,
    ...changes,
  })
  return renderPdf(printer, renderer.agreement(view), finish)
}

function manifestOf(pdf: Uint8Array): PublishedRecord {
  const [frozen] = compile(SOURCE, {locale: 'en'})
  if (!frozen) throw new Error('no agreement')
  const manifest = {
    agreement: 'terms',
    version: '1.0',
    effectiveAt: '2026-02-01T00:00:00+01:00',
    locales: [
      {
        locale: 'en',
        title: 'Sample Terms',
        sourceSha256: sha256(SOURCE),
        treeSha256: treeHash(pdf),
        noticeSha256: sha256('# Notice\n'),
        renditions: [{format: 'pdf', parametersSha256: sha256(canonicalJson({channelName: 'Yunjian'})), sha256: sha256(pdf)}],
      },
    ],
  } as unknown as Manifest
  return {manifest, name: 'manifest.json'}
}

function treeHash(pdf: Uint8Array): string {
  return /<agr:treeSha256>(\w+)</.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? ''
}

function verify(pdf: Uint8Array, record?: PublishedRecord): Promise<Verification> {
  return verifyPdf(pdf, async () => record)
}

function failures({checks}: Verification): string[] {
  return [...new Set(checks.filter(({outcome}) => outcome === 'failed').map(({id}) => id))]
}

/** A change by somebody who knows how the seal is made. */
async function forge(pdf: Uint8Array, change: (document: PDFDocument) => unknown): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  await change(document)
  editXmp(document, (xmp) => xmp.replace(/(?<=<agr:sealSha256>)\w{64}/, '0'.repeat(64)))
  const forged = await document.save({useObjectStreams: false, rewrite: true} as never)
  sealPdf(forged)
  return forged
}

function editXmp(document: PDFDocument, edit: (xmp: string) => string): void {
  const ref = document.catalog.get(PDFName.of('Metadata'))
  const stream = document.context.lookup(ref)
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error('no metadata')
  const xmp = edit(Buffer.from(stream.contents).toString('utf8'))
  document.context.assign(ref, document.context.stream(Buffer.from(xmp, 'utf8'), {Type: 'Metadata', Subtype: 'XML'}))
}

function editContent(document: PDFDocument, edit: (content: string, page: PDFDict) => string): void {
  for (const {node} of document.getPages()) {
    const ref = node.get(PDFName.of('Contents'))
    const stream = document.context.lookup(ref)
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error('no content')
    const content = edit(inflateSync(stream.contents).toString('latin1'), node)
    document.context.assign(ref, document.context.flateStream(Buffer.from(content, 'latin1')))
  }
}

/** Shows one character in place of another, as both fonts have both. */
function swapGlyphs(from: string, to: string): (content: string) => string {
  const code = (character: string) => ((character.charCodeAt(0) - 0x30 + 0x13) & 0xffff).toString(16).padStart(4, '0').toUpperCase()
  return (content) => content.replaceAll(`<${code(from)}>`, `<${code(to)}>`)
}

function attachment(document: PDFDocument, name: string): string {
  return Buffer.from(document.getAttachments().find((file) => file.name === name)?.data ?? []).toString('utf8')
}

async function replaceAttachment(document: PDFDocument, name: string, content: string): Promise<void> {
  document.detach(name)
  await document.attach(Buffer.from(content), name, {mimeType: 'text/plain'})
}
