import {Feed} from 'feed'

/** A published version as subscribers read of it. */
export interface FeedEntry {
  readonly title: string
  /** Absolute address of the version. */
  readonly url: string
  /** RFC 3339. */
  readonly announcedAt: string
  readonly summary?: string | undefined
}

/** The site's versions as Atom (RFC 4287) and JSON Feed 1.1, the newest first; dates are those of the versions, never of the build. */
export function siteFeeds(
  site: {readonly title: string; readonly url: string; readonly locale: string},
  entries: readonly FeedEntry[],
): {readonly atom: string; readonly json: string} {
  const sorted = [...entries].sort((a, b) => instantOf(b) - instantOf(a) || (a.url < b.url ? -1 : 1))
  const feed = (word: (text: string) => string) =>
    feedOf(
      {...site, title: word(site.title)},
      sorted.map((entry) => ({...entry, title: word(entry.title), summary: entry.summary && word(entry.summary)})),
    )
  return {atom: feed(escapeHtml).atom1(), json: `${feed((text) => text).json1()}\n`}
}

function feedOf(site: {readonly title: string; readonly url: string; readonly locale: string}, entries: readonly FeedEntry[]): Feed {
  const base = site.url.replace(/\/+$/, '')
  const feed = new Feed({
    title: site.title,
    id: `${base}/`,
    link: `${base}/`,
    language: site.locale,
    copyright: '',
    generator: 'Proviso',
    updated: new Date(entries[0]?.announcedAt ?? 0),
    feedLinks: {atom: `${base}/feed.atom`, json: `${base}/feed.json`},
  })
  for (const {title, url, announcedAt, summary} of entries)
    feed.addItem({title, id: url, link: url, date: new Date(announcedAt), ...(summary === undefined ? {} : {description: summary})})
  return feed
}

/** Atom holds titles and summaries as HTML. */
function escapeHtml(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function instantOf({announcedAt}: FeedEntry): number {
  return Date.parse(announcedAt)
}
