import {type CompiledAgreement, viewAgreement} from '../compiler/index.ts'
import {renderAgreementDocx} from '../render/docx/index.ts'

/** What a Word file says of a text beside its words. */
export interface WordFileRequest {
  readonly locale: string
  /** Title where the text has none. */
  readonly title: string
  /** Provider in this language. */
  readonly provider: string
  /** RFC 3339; the date that the text states where it is left out. */
  readonly announcedAt?: string | undefined
  /** Permanent ids by path, for bookmarks that last. */
  readonly clauseIds?: Readonly<Record<string, string>> | undefined
}

/** A compiled text as a Word file, for those who work on it there. The same text gives the same bytes. */
export async function renderWordFile(
  {agreement, facts}: CompiledAgreement,
  {locale, title, provider, announcedAt, clauseIds}: WordFileRequest,
): Promise<Uint8Array> {
  const view = viewAgreement({...agreement, locale}, facts, {
    fallbackTitle: title,
    edition: {links: [], translations: []},
    ...(clauseIds ? {clauseIds} : {}),
  })
  const date = announcedAt === undefined ? `${facts.dates[0]?.date ?? '2000-01-01'}T00:00:00Z` : new Date(announcedAt).toISOString()
  return renderAgreementDocx(view, {title: view.title, language: locale, author: provider, date})
}
