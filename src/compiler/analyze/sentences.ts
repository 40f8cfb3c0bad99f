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

/** Finds the sentence around an offset of a text; the text itself where none is. It is split with the first question. */
export function sentenceFinder(text: string): (offset: number) => string {
  let found: Sentence[] | undefined
  return (offset) => {
    found ??= sentences(text)
    let [low, high] = [0, found.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((found[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const sentence = found[low]
    return sentence && sentence.start <= offset ? sentence.text : text
  }
}

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|Inc|Ltd|Co|Corp|No|Nr|Art|Abs|Sec|vs|Mr|Mrs|Dr|St|U\.S|U\.K|z\.B|d\.h|bzw|ggf|inkl|cf|art|p\.ex)\.$/
