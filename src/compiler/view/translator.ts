import {IntlMessageFormat} from 'intl-messageformat'

/** A message in the language of the reader; an unknown key is a fault of the caller. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** ICU messages by language and key. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Messages for a language: the same tag, else the same language and script, else the same language, else English. Numbers are printed
 * as plain digits: messages use `{count}` and neither `#` nor number and date formats, so that no page depends on the machine.
 */
export function translator(messages: Messages, locale: string): Translate {
  const tag = catalogueFor(messages, locale) ?? 'en'
  const catalogue = messages[tag] ?? {}
  const formats = new Map<string, IntlMessageFormat>()
  return (key, values = {}) => {
    const text = catalogue[key] ?? messages.en?.[key]
    if (text === undefined) throw new Error(`Unknown message \`${key}\` for ${tag}`)
    const format = formats.get(key) ?? new IntlMessageFormat(text, tag)
    formats.set(key, format)
    return String(format.format(values))
  }
}

/** Name of a language in itself; the tag where no messages are in that language. */
export function languageName(messages: Messages, locale: string): string {
  const tag = catalogueFor(messages, locale)
  return (tag === undefined ? undefined : messages[tag]?.language) ?? locale
}

/** Tag of the messages for a language: the same, else the same language and script, else the same language. */
export function catalogueFor(messages: Messages, locale: string): string | undefined {
  if (messages[locale] !== undefined) return locale
  const {language, script} = expand(locale)
  const related = Object.keys(messages).filter((tag) => expand(tag).language === language)
  return related.find((tag) => expand(tag).script === script) ?? related[0]
}

function expand(locale: string): {readonly language: string; readonly script?: string | undefined} {
  try {
    const {language, script} = new Intl.Locale(locale).maximize()
    return {language, script}
  } catch {
    return {language: locale}
  }
}
