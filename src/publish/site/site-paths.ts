/** Folder of an agreement in one language; its page is `index.html` in it. */
export function agreementFolder(id: string, locale: string): string {
  return `${locale}/${id}`
}

/** Where files of a site are, relative to the folder of an agreement. */
export const PAGES = {page: 'index.html', draft: 'draft.html', history: 'history.html', search: 'clauses.json'} as const

/** Folder of a version below the site; its page is `index.html` in it, its PDF `<agreement>.pdf`. */
export function versionFolder({
  agreement,
  version,
  locale,
}: {
  readonly agreement: string
  readonly version: string
  readonly locale: string
}): string {
  return `${agreementFolder(agreement, locale)}/${version}`
}
