import {IntlMessageFormat} from 'intl-messageformat'

/** A message in the language of the reader; an unknown key is a fault of the caller. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** ICU messages by language and key. */
export type Messages = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Messages for a language: the same tag, else the same language, else English. */
export function translator(messages: Messages, locale: string): Translate {
  const language = locale.split('-')[0] ?? locale
  const tag =
    [locale, language, ...Object.keys(messages).filter((known) => known.split('-')[0] === language), 'en'].find(
      (known) => messages[known] !== undefined,
    ) ?? 'en'
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
