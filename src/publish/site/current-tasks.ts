import {
  consentMetadata,
  type EditionView,
  type Version,
  type VersionLink,
  versionInForce,
  viewAgreement,
  viewHistory,
} from '../../compiler/index.ts'
import {sha256} from '../sha256.ts'
import {verificationAddress} from '../verification-address.ts'
import type {SiteTask} from './run-tasks.ts'
import {searchEntries} from './search-entries.ts'
import {agreementFolder, PAGES} from './site-paths.ts'
import type {SiteAgreement, SiteRequest, SiteSource, SiteTools} from './site-source.ts'
import {readEdition} from './version-tasks.ts'

/** The version that an agreement's page shows at an instant: the one in force, else the first that will be. */
export function shownVersion(agreement: SiteAgreement, locale: string, at: string): Version | undefined {
  const versions = withText(agreement.versions, locale)
  const inForce = versionInForce(agreement.versions, at)
  return (inForce && versions.includes(inForce) ? inForce : undefined) ?? versions.find(({withdrawal}) => withdrawal === undefined)
}

/** Pages that follow the calendar: the version in force with its way to the others, and the history. */
export function currentTasks(
  agreement: SiteAgreement,
  locale: string,
  {source, request, tools}: {readonly source: SiteSource; readonly request: SiteRequest; readonly tools: SiteTools},
): SiteTask[] {
  const {id, versions} = agreement
  const folder = agreementFolder(id, locale)
  const shown = shownVersion(agreement, locale, source.at)
  if (!shown) return []
  const own = withText(versions, locale)
  const text = agreement.texts.find((one) => one.locale === locale) ?? agreement.texts[0]
  const states = versions.map((version) => [version.manifestSha256, version.withdrawalSha256])
  const inForce = versionInForce(versions, source.at)?.manifest.version
  const common = [source.toolsSha256, source.url, locale, states, inForce, text?.provider, request.withPdf]
  const page: SiteTask = {
    name: `current ${folder}`,
    inputs: sha256(JSON.stringify([...common, shown.manifestSha256, text?.parameters])),
    run: async () => {
      const {edition, diagnostics} = await readEdition(agreement, shown, locale)
      const {compiled, clauseIds} = edition
      const verification = verificationAddress({...edition, site: edition.site ?? source.url})
      const tree = {...compiled.agreement, locale}
      const view = viewAgreement(tree, compiled.facts, {
        fallbackTitle: edition.title,
        edition: {...currentEdition(agreement, shown, {locale, provider: edition.provider, withPdf: request.withPdf}), verification},
        address: {site: source.url, path: `${folder}/${PAGES.page}`},
        clauseIds,
        consent: consentMetadata(tree, compiled.facts, edition, sha256),
      })
      const found = searchEntries(compiled, {title: view.title, href: `${folder}/${PAGES.page}`, clauseIds})
      return {
        title: view.title,
        diagnostics,
        files: {[`${folder}/${PAGES.page}`]: tools.renderer.agreement(view), [`${folder}/${PAGES.search}`]: `${JSON.stringify(found)}\n`},
      }
    },
  }
  const history: SiteTask = {
    name: `history ${folder}`,
    inputs: sha256(JSON.stringify([...common, own.map(({manifest}) => manifest.version), historyStates(versions, source.at)])),
    run: async () => {
      const title = frozenTitle(shown, locale)
      const view = viewHistory({
        locale,
        title,
        pageTitle: tools.renderer.message(locale, 'history-title', {title}),
        provider: text?.provider ?? '',
        versions: own,
        history: versions,
        at: source.at,
        links: [
          {rel: 'latest', href: PAGES.page},
          {rel: 'index', href: '../index.html'},
        ],
        translations: otherLocales(agreement, locale).map((other) => ({
          locale: other,
          href: `../../${agreementFolder(id, other)}/${PAGES.history}`,
        })),
        address: {site: source.url, path: `${folder}/${PAGES.history}`},
        formsOf: (version) => forms(agreement, {version, locale, withPdf: request.withPdf}),
      })
      return {files: {[`${folder}/${PAGES.history}`]: tools.renderer.history(view)}}
    },
  }
  return [page, history]
}

/** Versions that have a text in the language. */
export function withText(versions: readonly Version[], locale: string): Version[] {
  return versions.filter(({manifest}) => manifest.locales.some((one) => one.locale === locale))
}

/** Title of a version in a language. */
export function frozenTitle({manifest}: Version, locale: string): string {
  return manifest.locales.find((one) => one.locale === locale)?.title ?? manifest.agreement
}

/** Languages that any version of the agreement has. */
export function publishedLocales({versions}: SiteAgreement): string[] {
  return [...new Set(versions.flatMap(({manifest}) => manifest.locales.map(({locale}) => locale)))]
}

function historyStates(versions: readonly Version[], at: string): readonly boolean[] {
  return versions.map(({manifest}) => Date.parse(manifest.effectiveAt) <= Date.parse(at))
}

function otherLocales(agreement: SiteAgreement, locale: string): string[] {
  return publishedLocales(agreement).filter((other) => other !== locale)
}

function forms(
  {id, versions}: SiteAgreement,
  {version, locale, withPdf}: {readonly version: string; readonly locale: string; readonly withPdf: boolean},
): EditionView['links'] {
  const own = versions.find(({manifest}) => manifest.version === version)?.manifest.locales.find((one) => one.locale === locale)
  return [
    ...(withPdf ? [{rel: 'pdf' as const, href: `${version}/${id}.pdf`}] : []),
    {rel: 'markdown', href: `${version}/${id}.md`},
    {rel: 'json', href: `${version}/${id}.json`},
    ...(own?.noticeSha256 === undefined
      ? []
      : [
          {rel: 'redline' as const, href: `${version}/redline.html`},
          {rel: 'notice' as const, href: `${version}/notice.html`},
        ]),
  ]
}

function currentEdition(
  agreement: SiteAgreement,
  shown: Version,
  {locale, provider, withPdf}: {readonly locale: string; readonly provider: string; readonly withPdf: boolean},
): EditionView {
  const {id} = agreement
  const {manifest} = shown
  const link = ({manifest: {version, effectiveAt}}: Version): VersionLink => ({version, effectiveAt, href: `${version}/index.html`})
  const own = withText(agreement.versions, locale).filter(({withdrawal}) => withdrawal === undefined)
  const next = own.find((version) => version.manifest.sequence > manifest.sequence)
  const pageIn = (other: string) => `../../${agreementFolder(id, other)}/${PAGES.page}`
  return {
    id,
    provider,
    version: manifest.version,
    shortHash: (manifest.locales.find((one) => one.locale === locale)?.sourceSha256 ?? '').slice(0, 12),
    announcedAt: manifest.announcedAt,
    effectiveAt: manifest.effectiveAt,
    ...(next ? {next: link(next)} : {}),
    versions: [...own].reverse().map((version) => ({...link(version), isThis: version === shown})),
    ...(manifest.authoritativeLocale === locale
      ? {}
      : {authoritative: {locale: manifest.authoritativeLocale, href: pageIn(manifest.authoritativeLocale)}}),
    links: [
      ...forms(agreement, {version: manifest.version, locale, withPdf}),
      ...(manifest.previous ? [{rel: 'previous-version' as const, href: `${manifest.previous.version}/index.html`}] : []),
      {rel: 'history', href: PAGES.history},
      {rel: 'index', href: '../index.html'},
    ],
    translations: otherLocales(agreement, locale).map((other) => ({locale: other, href: pageIn(other)})),
  }
}
