import type {ImportedText} from './import-report.ts'

/** Where the characters of a source went, white space left out. */
export interface CharacterAccount {
  readonly source: number
  readonly kept: number
  /** Listed as dropped, with reasons. */
  readonly dropped: number
  /** Written in another form. */
  readonly substituted: number
  /** In the outputs and not in the source, such as numbers that the source's program counted by itself. */
  readonly added: readonly CharacterCount[]
  /** In the source and nowhere else: a fault of the import. */
  readonly lost: readonly CharacterCount[]
}

/** How often a character occurs. */
export interface CharacterCount {
  readonly character: string
  readonly count: number
}

/** Compares the characters of a source with those of its outputs, dropped and substituted text taken into account. */
export function accountCharacters(imported: ImportedText, shown: string): CharacterAccount {
  const balance = new Map<string, number>()
  const add = (text: string, times: number) => {
    for (const character of text.normalize('NFC')) if (!BLANK.test(character)) balance.set(character, (balance.get(character) ?? 0) + times)
  }
  add(imported.sourceText, 1)
  for (const {text} of imported.dropped) add(text, -1)
  for (const {from, to, count} of imported.substitutions) {
    add(from, -count)
    add(to, count)
  }
  add(shown, -1)
  const rows = [...balance].sort(([a], [b]) => (a < b ? -1 : 1))
  const source = lengthOf(imported.sourceText)
  const dropped = imported.dropped.reduce((sum, {text}) => sum + lengthOf(text), 0)
  const lost = rows.filter(([, count]) => count > 0).map(([character, count]) => ({character, count}))
  return {
    source,
    kept: source - dropped - lost.reduce((sum, {count}) => sum + count, 0),
    dropped,
    substituted: imported.substitutions.reduce((sum, {from, count}) => sum + lengthOf(from) * count, 0),
    added: rows.filter(([, count]) => count < 0).map(([character, count]) => ({character, count: -count})),
    lost,
  }
}

function lengthOf(text: string): number {
  let length = 0
  for (const character of text.normalize('NFC')) if (!BLANK.test(character)) length += 1
  return length
}

/** White space, and characters that nobody sees. */
const BLANK = /[\s\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff\0]/
