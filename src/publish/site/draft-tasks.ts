import {canonicalMarkdown, compile, consentMetadata, type EditionView, toInspection, viewAgreement} from '../../compiler/index.ts'
import {renderPdf} from '../../render/pdf/index.ts'
import {agreementFinish} from '../agreement-finish.ts'
import {editionHashes} from '../edition-hashes.ts'
import {sha256} from '../sha256.ts'
import type {WorkingText} from '../version-request.ts'
import type {SiteTask} from './run-tasks.ts'
import {searchEntries} from './search-entries.ts'
import {agreementFolder, PAGES} from './site-paths.ts'
import type {SiteAgreement, SiteRequest, SiteSource, SiteTools} from './site-source.ts'

/**
 * Pages of a working text: HTML, JSON, Markdown, PDF. It stands in the place of the agreement while nothing is published, and beside the
 * version in force, as a draft, after that.
 */
export function draftTasks(
  agreement: SiteAgreement,
  text: WorkingText,
  {source, request, tools}: {readonly source: SiteSource; readonly request: SiteRequest; readonly tools: SiteTools},
): SiteTask[] {
  const {id, texts, profile, severities} = agreement
  const {locale, name, title, provider, parameters} = text
  const folder = agreementFolder(id, locale)
  const isAlone = agreement.versions.length === 0
  const page = isAlone ? PAGES.page : PAGES.draft
  const stem = isAlone ? id : `${id}-draft`
  const locales = texts.map((other) => other.locale)
  const inputs = sha256(
    JSON.stringify([
      [source.toolsSha256, source.url, id, profile, severities, locales, isAlone, request.withPdf],
      [locale, title, provider, parameters, text.source],
    ]),
  )

  const make = () => {
    const [compiled] = compile(text.source, {locale, parameters: text.parameters, profile, severities})
    if (!compiled) throw new Error('A source holds at least one agreement')
    const shown = {...compiled.agreement, locale}
    const hashes = editionHashes(text.source, compiled.frozen, text.parameters)
    const view = viewAgreement(shown, compiled.facts, {
      fallbackTitle: text.title,
      edition: edition(agreement, text, {stem, withPdf: request.withPdf, page, sourceSha256: hashes.sourceSha256}),
      address: {site: source.url, path: `${folder}/${page}`},
      consent: consentMetadata(shown, compiled.facts, {agreement: id, title: text.title, ...hashes}, sha256),
    })
    return {compiled, title: view.title, html: tools.renderer.agreement(view)}
  }

  /** What the page was made of, until the PDF is printed from it, too. */
  let kept: ReturnType<typeof make> | undefined
  const pages: SiteTask = {
    name: `${isAlone ? 'text' : 'draft'} ${locale}/${id}`,
    inputs,
    text: name,
    hasLastingErrors: true,
    run: async () => {
      const made = make()
      if (request.withPdf) kept = made
      const {compiled, title, html} = made
      const diagnostics = [...compiled.diagnostics, ...(await tools.inspect(text))]
      return {
        title,
        diagnostics,
        files: {
          [`${folder}/${page}`]: html,
          [`${folder}/${stem}.json`]: `${JSON.stringify(toInspection([compiled]), undefined, 1)}\n`,
          [`${folder}/${stem}.md`]: canonicalMarkdown([compiled.agreement]),
          ...(isAlone
            ? {[`${folder}/${PAGES.search}`]: `${JSON.stringify(searchEntries(compiled, {title, href: `${folder}/${page}`}))}\n`}
            : {}),
        },
      }
    },
  }
  const pdf: SiteTask = {
    name: `pdf ${folder}/${stem}`,
    inputs,
    isCostly: true,
    run: async () => {
      const {compiled, title, html} = kept ?? make()
      kept = undefined
      const date = `${compiled.facts.dates[0]?.date ?? '2000-01-01'}T00:00:00Z`
      const finish = agreementFinish({...text, agreement: id, title, date, frozen: compiled.frozen, compiled})
      return {files: {[`${folder}/${stem}.pdf`]: await renderPdf(tools.printer, html, finish)}}
    },
  }
  return request.withPdf ? [pages, pdf] : [pages]
}

function edition(
  {id, texts}: SiteAgreement,
  {locale, provider}: WorkingText,
  names: {readonly stem: string; readonly withPdf: boolean; readonly page: string; readonly sourceSha256: string},
): EditionView {
  const pageIn = (other: string) => `../../${agreementFolder(id, other)}/${names.page}`
  const [authoritative] = texts
  return {
    id,
    provider,
    shortHash: names.sourceSha256.slice(0, 12),
    ...(authoritative === undefined || authoritative.locale === locale
      ? {}
      : {authoritative: {locale: authoritative.locale, href: pageIn(authoritative.locale)}}),
    links: [
      ...(names.withPdf ? [{rel: 'pdf' as const, href: `${names.stem}.pdf`}] : []),
      {rel: 'json', href: `${names.stem}.json`},
      {rel: 'markdown', href: `${names.stem}.md`},
      ...(names.page === PAGES.draft ? [{rel: 'latest' as const, href: PAGES.page}] : []),
      {rel: 'index', href: '../index.html'},
    ],
    translations: texts.filter((other) => other.locale !== locale).map((other) => ({locale: other.locale, href: pageIn(other.locale)})),
  }
}
