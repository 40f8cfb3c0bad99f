import {absoluteAddress, type Version} from '../../compiler/index.ts'
import {sha256} from '../sha256.ts'
import {frozenTitle, withText} from './current-tasks.ts'
import type {SiteTask} from './run-tasks.ts'
import {type FeedEntry, siteFeeds} from './site-feeds.ts'
import {PAGES} from './site-paths.ts'
import type {SiteSource} from './site-source.ts'
import type {SiteText} from './site-texts.ts'
import {type SitePage, sitemap} from './sitemap.ts'

/** Feeds of the versions and a sitemap of the published pages. Both need the address of the site; drafts are in neither. */
export function siteListings(source: SiteSource, texts: readonly SiteText[], hasFeed: boolean): SiteTask[] {
  const {url, name} = source
  if (url === undefined) return []
  const absolute = (path: string) => absoluteAddress({site: url, path: 'index.html'}, path)
  const published = texts.filter(({version}) => version !== undefined)
  const pages = [...startPages(texts, absolute), ...published.flatMap((text) => textPages(text, texts, absolute))]
  const map: SiteTask = {
    name: 'sitemap',
    inputs: sha256(JSON.stringify(pages)),
    run: async () => ({files: {'sitemap.xml': sitemap(pages)}}),
  }
  const entries = published
    .filter(({agreement, locale}) => agreement.versions.at(-1)?.manifest.authoritativeLocale === locale)
    .flatMap((text) => withText(text.agreement.versions, text.locale).map((version) => feedEntry(version, text, absolute)))
  const site = {title: name, url, locale: texts[0]?.locale ?? 'en'}
  const feeds: SiteTask = {
    name: 'feeds',
    inputs: sha256(JSON.stringify([site, entries])),
    run: async () => {
      const {atom, json} = siteFeeds(site, entries)
      return {files: {'feed.atom': atom, 'feed.json': json}}
    },
  }
  return hasFeed ? [map, feeds] : [map]
}

function startPages(texts: readonly SiteText[], absolute: (path: string) => string): SitePage[] {
  const alternates = [...new Set(texts.map(({locale}) => locale))].map((locale) => ({locale, url: absolute(`${locale}/`)}))
  return [absolute(''), ...alternates.map(({url}) => url)].map((url) => ({url, alternates}))
}

function textPages(
  {agreement, locale, folder, version}: SiteText,
  texts: readonly SiteText[],
  absolute: (path: string) => string,
): SitePage[] {
  const own = texts.filter((text) => text.agreement === agreement)
  const changed = version?.manifest.announcedAt
  const inEach = (name: string) => own.map((text) => ({locale: text.locale, url: absolute(`${text.folder}/${name}`)}))
  return [
    {url: absolute(`${folder}/`), alternates: inEach(''), ...(changed === undefined ? {} : {changed})},
    {url: absolute(`${folder}/${PAGES.history}`), alternates: inEach(PAGES.history), ...(changed === undefined ? {} : {changed})},
    ...withText(agreement.versions, locale).map(({manifest}) => ({
      url: absolute(`${folder}/${manifest.version}/`),
      alternates: [],
      changed: manifest.announcedAt,
    })),
  ]
}

function feedEntry(version: Version, {locale, folder}: SiteText, absolute: (path: string) => string): FeedEntry {
  const {manifest} = version
  return {
    title: `${frozenTitle(version, locale)} ${manifest.version}`,
    url: absolute(`${folder}/${manifest.version}/`),
    announcedAt: manifest.announcedAt,
    summary: manifest.summary,
  }
}
