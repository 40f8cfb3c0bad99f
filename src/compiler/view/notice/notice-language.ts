import {catalogueFor, type Messages} from '../translator.ts'

/** The language in which the words of a notice exist, as near to the reader's as there is; else English. */
export function noticeLanguage(messages: Messages, locale: string): string {
  const withNotices = Object.entries(messages).filter(([, catalogue]) => catalogue['notice-title'] !== undefined)
  return catalogueFor(Object.fromEntries(withNotices), locale) ?? 'en'
}
