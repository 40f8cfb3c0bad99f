import {type Agreement, type CompiledAgreement, consentMetadata, type EditionView, viewAgreement} from '../compiler/index.ts'
import type {HtmlRenderer} from '../render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../render/pdf/index.ts'
import {agreementFinish} from './agreement-finish.ts'
import {sha256} from './sha256.ts'
import {versionFolder} from './site/site-paths.ts'
import {verificationAddress} from './verification-address.ts'

/** A published version in one language as it is rendered. */
export interface VersionEdition {
  readonly agreement: string
  readonly version: string
  /** Name of the version before. */
  readonly previous?: string | undefined
  readonly locale: string
  /** Title where the text has none. */
  readonly title: string
  readonly provider: string
  /** RFC 3339 with offset. */
  readonly announcedAt: string
  /** RFC 3339 with offset. */
  readonly effectiveAt: string
  readonly sourceSha256: string
  readonly treeSha256: string
  readonly parametersSha256?: string | undefined
  /** Permanent ids by path. */
  readonly clauseIds: Readonly<Record<string, string>>
  /** Address of the site on which the version was published; absent where it was not known. */
  readonly site?: string | undefined
  /** All languages of the version, the authoritative one first. */
  readonly locales: readonly string[]
  /** Forms in which the version was published: the page leads to them. */
  readonly formats: readonly Rendition['format'][]
  /** Notice that it was published with, as Markdown: its folder has a page of that, and the redline against the version before. */
  readonly notice?: string | undefined
  /** Frozen source, parameters unresolved. */
  readonly source: string
  /** Tree of the source, parameters unresolved. */
  readonly frozen: Agreement
  /** Values that may fill placeholders. */
  readonly parameters: Readonly<Record<string, string | number>>
  /** Parameters filled in. */
  readonly compiled: CompiledAgreement
}

/** A file that a version was rendered to. */
export interface Rendition {
  readonly format: 'html' | 'pdf'
  readonly bytes: Uint8Array
  readonly sha256: string
}

/**
 * Renders a version in one language: its page, and its PDF where there is a printer. They say nothing that could change later, such as
 * which version follows or where the site is, so that the same version gives the same bytes for as long as the templates are the same.
 */
export async function renderVersion(
  edition: VersionEdition,
  {renderer, printer}: {readonly renderer: HtmlRenderer; readonly printer?: PdfPrinter | undefined},
): Promise<Rendition[]> {
  const {locale, title, compiled, clauseIds} = edition
  const agreement = {...compiled.agreement, locale}
  const consent = consentMetadata(agreement, compiled.facts, edition, sha256)
  const view = viewAgreement(agreement, compiled.facts, {fallbackTitle: title, edition: editionView(edition), clauseIds, consent})
  const html = renderer.agreement(view)
  const renditions = [toRendition('html', Buffer.from(html))]
  if (printer) {
    const finish = agreementFinish({...edition, title: view.title, date: edition.announcedAt})
    renditions.push(toRendition('pdf', await renderPdf(printer, html, finish)))
  }
  return renditions
}

function editionView(edition: VersionEdition): EditionView {
  const {agreement, version, previous, locale, locales, formats, notice} = edition
  const [authoritative] = locales
  const pageIn = (other: string) => `../../../${versionFolder({agreement, version, locale: other})}/index.html`
  return {
    id: agreement,
    provider: edition.provider,
    version,
    shortHash: edition.sourceSha256.slice(0, 12),
    verification: verificationAddress(edition),
    announcedAt: edition.announcedAt,
    effectiveAt: edition.effectiveAt,
    ...(authoritative === undefined || authoritative === locale
      ? {}
      : {authoritative: {locale: authoritative, href: pageIn(authoritative)}}),
    links: [
      ...(formats.includes('pdf') ? [{rel: 'pdf' as const, href: `${agreement}.pdf`}] : []),
      {rel: 'json', href: `${agreement}.json`},
      {rel: 'markdown', href: `${agreement}.md`},
      ...(notice === undefined
        ? []
        : [
            {rel: 'redline' as const, href: 'redline.html'},
            {rel: 'notice' as const, href: 'notice.html'},
          ]),
      {rel: 'latest', href: '../index.html'},
      ...(previous === undefined ? [] : [{rel: 'previous-version' as const, href: `../${previous}/index.html`}]),
      {rel: 'history', href: '../history.html'},
      {rel: 'index', href: '../../index.html'},
    ],
    translations: locales.filter((other) => other !== locale).map((other) => ({locale: other, href: pageIn(other)})),
  }
}

function toRendition(format: Rendition['format'], bytes: Uint8Array): Rendition {
  return {format, bytes, sha256: sha256(bytes)}
}
