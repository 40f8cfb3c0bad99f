import {absoluteAddress, directionOf, type HeadLink} from '../../compiler/index.ts'
import type {IndexEntry, IndexView} from '../../render/html/index.ts'
import {sha256} from '../sha256.ts'
import type {RecordedTask} from './build-record.ts'
import type {SiteTask} from './run-tasks.ts'
import {siteListings} from './site-listings.ts'
import {PAGES} from './site-paths.ts'
import type {SiteSource, SiteTools} from './site-source.ts'
import {type SiteText, siteTexts} from './site-texts.ts'

/** Pages about the whole site: start pages, search, and for a site whose address is known feeds and a sitemap. */
export function siteTasks(source: SiteSource, tasks: Readonly<Record<string, RecordedTask>>, tools: SiteTools): SiteTask[] {
  const texts = siteTexts(source, tasks)
  const locales = [...new Set(texts.map(({locale}) => locale))]
  const hasFeed = source.url !== undefined && texts.some(({version}) => version !== undefined)
  const starts = [undefined, ...locales].map((locale): SiteTask => {
    const view = startView(source, texts, {locale, locales, hasFeed})
    return {
      name: `start ${locale ?? ''}`,
      inputs: sha256(JSON.stringify([source.toolsSha256, view])),
      run: async () => ({files: {[locale === undefined ? 'index.html' : `${locale}/index.html`]: tools.renderer.index(view)}}),
    }
  })
  return [...starts, ...searchTasks(texts, locales, {tasks, tools}), ...siteListings(source, texts, hasFeed)]
}

/** One file of all clauses for each language, put together from those of the texts. */
function searchTasks(
  texts: readonly SiteText[],
  locales: readonly string[],
  {tasks, tools}: {readonly tasks: Readonly<Record<string, RecordedTask>>; readonly tools: SiteTools},
): SiteTask[] {
  const indexes = locales.map((locale): SiteTask => {
    const own = texts.filter((text) => text.locale === locale)
    const inputs = own.map(({folder}) => [folder, (tasks[`text ${folder}`] ?? tasks[`current ${folder}`])?.inputs])
    return {
      name: `search ${locale}`,
      inputs: sha256(JSON.stringify(inputs)),
      run: async () => {
        const parts = await Promise.all(own.map(({folder}) => tools.folder.read(`${folder}/${PAGES.search}`)))
        const found = parts.flatMap((part) => (part === undefined ? [] : [part.trimEnd()]))
        return {files: {[`search/${locale}.json`]: `{"schemaVersion":1,"texts":[\n${found.join(',\n')}\n]}\n`}}
      },
    }
  })
  const script: SiteTask = {
    name: 'search script',
    inputs: sha256(tools.searchScript),
    run: async () => ({files: {'search.js': tools.searchScript}}),
  }
  return locales.length === 0 ? [] : [...indexes, script]
}

function startView(
  source: SiteSource,
  texts: readonly SiteText[],
  {locale, locales, hasFeed}: {readonly locale: string | undefined; readonly locales: readonly string[]; readonly hasFeed: boolean},
): IndexView {
  const language = locale ?? locales[0] ?? 'en'
  const base = locale === undefined ? '' : '../'
  const shown = locale === undefined ? texts : texts.filter((text) => text.locale === locale)
  const textsOf = new Map<string, SiteText[]>()
  for (const text of shown) textsOf.set(text.agreement.id, [...(textsOf.get(text.agreement.id) ?? []), text])
  const address = {site: source.url, path: locale === undefined ? 'index.html' : `${locale}/index.html`}
  const alternates: HeadLink[] = [
    ...locales.map((one) => [one, `${base}${one}/`] as const),
    ['x-default', base === '' ? './' : base] as const,
  ].map(([hreflang, href]) => ({rel: 'alternate', hreflang, href: absoluteAddress(address, href)}))
  return {
    type: 'index',
    locale: language,
    direction: directionOf(language),
    title: source.name,
    head: {
      isListed: true,
      metas: [],
      links: [
        ...(source.url === undefined ? [] : [{rel: 'canonical', href: absoluteAddress(address, '')}]),
        ...alternates,
        ...(hasFeed ? [{rel: 'alternate', type: 'application/atom+xml', href: `${base}feed.atom`}] : []),
      ],
      data: [],
    },
    ...(hasFeed ? {feed: `${base}feed.atom`} : {}),
    translations: locales.filter((one) => one !== locale).map((one) => ({locale: one, href: `${base}${one}/index.html`})),
    search: {script: `${base}search.js`, base, indexes: (locale === undefined ? locales : [locale]).map((one) => `search/${one}.json`)},
    agreements: [...textsOf.values()].flatMap((own): IndexEntry[] => {
      const [first] = own
      return first ? [{title: first.title, provider: first.provider, texts: own.map((text) => entry(text, base))}] : []
    }),
  }
}

function entry({agreement, locale, title, folder, version, hasPdf}: SiteText, base: string): IndexEntry['texts'][number] {
  const below = version ? `${version.manifest.version}/` : ''
  return {
    locale,
    title,
    href: `${base}${folder}/${PAGES.page}`,
    ...(version ? {effectiveAt: version.manifest.effectiveAt} : {}),
    isDraft: version === undefined,
    links: [
      ...(hasPdf ? [{rel: 'pdf' as const, href: `${base}${folder}/${below}${agreement.id}.pdf`}] : []),
      ...(version ? [{rel: 'history' as const, href: `${base}${folder}/${PAGES.history}`}] : []),
    ],
  }
}
