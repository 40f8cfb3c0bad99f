/** A page of the site with its translations. */
export interface SitePage {
  /** Absolute address. */
  readonly url: string
  readonly alternates: readonly {readonly locale: string; readonly url: string}[]
  /** RFC 3339 or a date; absent where it is not known. */
  readonly changed?: string
}

/** The pages of a site for search engines (sitemaps.org 0.9), with their languages as `xhtml:link`. */
export function sitemap(pages: readonly SitePage[]): string {
  const entries = pages.map(({url, alternates, changed}) => {
    const links = alternates.map(
      ({locale, url: href}) => `<xhtml:link rel="alternate" hreflang="${escapeXml(locale)}" href="${escapeXml(href)}"/>`,
    )
    const lastmod = changed === undefined ? '' : `<lastmod>${escapeXml(changed)}</lastmod>`
    return `<url><loc>${escapeXml(url)}</loc>${lastmod}${links.join('')}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
