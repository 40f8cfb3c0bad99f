/** A sentence or a part of one by its key in the message catalogues, so that a reader gets it in their language. */
export interface Wording {
  readonly key: string
  readonly values: Readonly<Record<string, WordingValue>>
}

/** What stands in a sentence: a text, a number, a date (ISO 8601), words by their key, or several of them. */
export type WordingValue = string | number | {readonly date: string} | {readonly list: readonly Wording[]} | Wording

/** A message in the language of the reader. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** A sentence to be worded later. */
export function say(key: string, values: Wording['values'] = {}): Wording {
  return {key, values}
}
