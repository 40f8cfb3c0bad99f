/** A sentence as a range of its text. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Splits a text into sentences: at Han and Latin full stops, semicolons, exclamation and question marks and line ends; not in numbers, abbreviations and brackets. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(/[。；！？\n]+[”’）)」』]*|[.!?;](?=[”"’)]*(?:\s+[“"‘(]?[\p{Lu}\p{Script=Han}\d]|\s*$))[”"’)]*/gu)) {
    const end = match.index + match[0].length
    if (match[0].startsWith('.') && ABBREVIATION.test(text.slice(start, match.index + 1))) continue
    push(start, end)
    start = end
  }
  push(start, text.length)
  return found

  function push(from: number, to: number): void {
    const value = text.slice(from, to)
    const lead = value.length - value.trimStart().length
    if (value.trim() !== '') found.push({start: from + lead, end: from + value.trimEnd().length, text: value.trim()})
  }
}

/** The sentence around an offset. */
export function sentenceAt(text: string, offset: number): string {
  return sentences(text).find(({start, end}) => offset >= start && offset < end)?.text ?? text
}

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|Inc|Ltd|Co|Corp|No|Nr|Art|Abs|Sec|vs|Mr|Mrs|Dr|St|U\.S|U\.K|z\.B|d\.h|bzw|ggf|inkl|cf|art|p\.ex)\.$/
