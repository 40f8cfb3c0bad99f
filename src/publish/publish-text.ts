import {type Agreement, type CompiledAgreement, canonicalMarkdown, toInspection, viewAgreement} from '../compiler/index.ts'
import type {HtmlRenderer} from '../render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../render/pdf/index.ts'
import {agreementFinish} from './agreement-finish.ts'
import type {OutputFolder} from './output-folder.ts'

/** A text to publish: one agreement in one language. */
export interface PublishedText {
  readonly id: string
  readonly locale: string
  /** Title where the text itself has none. */
  readonly title: string
  readonly provider: string
  readonly compiled: CompiledAgreement
  /** Markdown, placeholders unresolved. */
  readonly source: string
  /** Tree of the source, placeholders unresolved. */
  readonly frozen: Agreement
  /** Values that fill the placeholders. */
  readonly parameters: Readonly<Record<string, string | number>>
  /** First 12 hexadecimal digits of the SHA-256 of the source. */
  readonly shortHash: string
  /** Other languages of the same agreement. */
  readonly translations: readonly string[]
  /** Instant (ISO 8601) that documents carry as their date. */
  readonly date: string
}

/** What a text is published with. */
export interface PublishTools {
  readonly renderer: HtmlRenderer
  readonly printer?: PdfPrinter
  readonly output: OutputFolder
}

/** Writes all forms of a text: HTML, PDF (where there is a printer), JSON and Markdown. Gives their paths. */
export async function publishText(text: PublishedText, {renderer, printer, output}: PublishTools): Promise<string[]> {
  const {agreement, facts} = text.compiled
  const folder = `${text.locale}/${text.id}`
  const view = viewAgreement({...agreement, locale: text.locale}, facts, {
    fallbackTitle: text.title,
    edition: {
      id: text.id,
      provider: text.provider,
      shortHash: text.shortHash,
      links: [
        ...(printer ? [{rel: 'pdf' as const, href: `${text.id}.pdf`}] : []),
        {rel: 'json', href: `${text.id}.json`},
        {rel: 'markdown', href: `${text.id}.md`},
        {rel: 'index', href: '../../index.html'},
      ],
      translations: text.translations.map((locale) => ({locale, href: `../../${locale}/${text.id}/index.html`})),
    },
  })
  const html = renderer.agreement(view)
  const written: string[] = []
  const write = async (path: string, content: string | Uint8Array) => {
    await output.write(path, content)
    written.push(path)
  }
  await write(`${folder}/index.html`, html)
  await write(`${folder}/${text.id}.json`, `${JSON.stringify(toInspection([text.compiled]), undefined, 1)}\n`)
  await write(`${folder}/${text.id}.md`, canonicalMarkdown([agreement]))
  if (printer) {
    const finish = agreementFinish({...text, agreement: text.id, title: view.title})
    await write(`${folder}/${text.id}.pdf`, await renderPdf(printer, html, finish))
  }
  return written
}
