import type {Messages} from '../translator.ts'

/** The language in which the words of a notice exist: the same tag, else the same language, else English. */
export function noticeLanguage(messages: Messages, locale: string): string {
  const has = (tag: string) => messages[tag]?.['notice-title'] !== undefined
  const language = locale.split('-')[0]
  return [locale, ...Object.keys(messages).filter((tag) => tag.split('-')[0] === language)].find(has) ?? 'en'
}
