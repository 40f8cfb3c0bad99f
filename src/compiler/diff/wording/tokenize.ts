import {DATE_OR_NUMBER, HAN_WHOLE, HAN_WHOLE_STARTS, NUMBER_STARTS} from './token-patterns.ts'

/**
 * Cuts a text into tokens that a redline never cuts: words, numbers with their units, amounts, dates, citations, enumerators, defined terms.
 * Tells the end of each token, in UTF-16 units; it begins where the one before it ends, and the last one ends with the text.
 * Wants the UTF-16 codes of the text besides, with a 0 behind the last one, since reading them from the string is dear.
 */
export type Tokenize = (text: string, codes: Uint16Array, take: TakeEnd) => void

type TakeEnd = (end: number) => void

/** How Han text is cut between two signs: into words, or into characters where there is too much of it. */
export type HanTokens = 'words' | 'characters'

/** A tokenizer that knows the defined terms of both versions. `Intl.Segmenter` sees one run between two signs at a time, since it is quadratic; it is made for the first one. */
export function tokenizer(locale: string, terms: readonly string[], hanTokens: HanTokens): Tokenize {
  let segmenter: Intl.Segmenter | undefined
  const wordEnds = new Map<string, readonly number[]>()
  const termsAt = byFirstCharacter(terms)
  const wholeStarts = HAN_WHOLE_STARTS.slice()
  for (const code of termsAt.keys()) wholeStarts[code] = 1
  const number = new RegExp(DATE_OR_NUMBER, 'uy')
  const hanWhole = new RegExp(HAN_WHOLE, 'uy')
  return (text, codes, take) => {
    for (let at = 0; at < text.length; ) {
      if (classAt(codes, at) === HAN) at = cutHan(text, codes, at, take)
      else {
        at = endOfToken(text, codes, at)
        take(at)
      }
    }
  }

  function endOfToken(text: string, codes: Uint16Array, at: number): number {
    if (NUMBER_STARTS[codes[at] ?? 0] === 1) {
      const end = match(number, text, at)
      if (end > at) return end
    }
    let end = at + 1
    const first = classAt(codes, at)
    if (first === LETTER) while (continuesWord(codes, end)) end += 1
    else if (first === BLANK) while (classAt(codes, end) === BLANK) end += 1
    else if (first === HIGH_SURROGATE) end = Math.min(text.length, at + 2)
    return end
  }

  /** Keeps numerals, units, citations and terms whole, and cuts the rest of the run into words. */
  function cutHan(text: string, codes: Uint16Array, start: number, take: TakeEnd): number {
    let loose = start
    let at = start
    while (classAt(codes, at) === HAN) {
      const code = codes[at] ?? 0
      const end = wholeStarts[code] === 1 ? Math.max(match(hanWhole, text, at), endOfTerm(text, at, code)) : 0
      if (end <= at + 1) at += 1
      else {
        cutWords(text, loose, at, take)
        take(end)
        at = end
        loose = at
      }
    }
    cutWords(text, loose, at, take)
    return at
  }

  function endOfTerm(text: string, at: number, code: number): number {
    const term = termsAt.get(code)?.find((candidate) => text.startsWith(candidate, at))
    return term === undefined ? 0 : at + term.length
  }

  function cutWords(text: string, start: number, end: number, take: TakeEnd): void {
    if (end - start < 2 || hanTokens === 'characters') for (let at = start + 1; at <= end; at += 1) take(at)
    else for (const wordEnd of wordsOf(text.slice(start, end))) take(start + wordEnd)
  }

  /** Ends of the words of a run; most runs stand in both versions, and finding words is dear. */
  function wordsOf(run: string): readonly number[] {
    const known = wordEnds.get(run)
    if (known) return known
    segmenter ??= new Intl.Segmenter(locale, {granularity: 'word'})
    const found: number[] = []
    for (const {index} of segmenter.segment(run)) if (index > 0) found.push(index)
    found.push(run.length)
    wordEnds.set(run, found)
    return found
  }
}

/** Terms by the UTF-16 code that they begin with, the longest first. */
function byFirstCharacter(terms: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>()
  for (const term of terms) {
    if (term.length < 2 || term.length > 24 || !/^\p{Script=Han}+$/u.test(term)) continue
    const known = map.get(term.charCodeAt(0))
    if (known) known.push(term)
    else map.set(term.charCodeAt(0), [term])
  }
  for (const list of map.values()) list.sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
  return map
}

/** End of a match at a place; 0 where there is none. */
function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** Letters and figures of alphabets. */
const LETTER = 1
/** White space within a line. */
const BLANK = 2
/** Han characters and kana, which are written without blanks between words. */
const HAN = 3
const HIGH_SURROGATE = 4

/** Class of each UTF-16 code; 0 for signs and all else. */
const CLASSES = new Uint8Array(0x10000)
for (const [kind, first, last] of [
  [LETTER, 0x30, 0x39],
  [LETTER, 0x41, 0x5a],
  [LETTER, 0x61, 0x7a],
  [LETTER, 0xc0, 0xd6],
  [LETTER, 0xd8, 0xf6],
  [LETTER, 0xf8, 0x1fff],
  [LETTER, 0xac00, 0xd7af],
  [BLANK, 0x09, 0x09],
  [BLANK, 0x20, 0x20],
  [BLANK, 0xa0, 0xa0],
  [BLANK, 0x3000, 0x3000],
  [HAN, 0x3005, 0x3005],
  [HAN, 0x3040, 0x30ff],
  [HAN, 0x3400, 0x9fff],
  [HAN, 0xf900, 0xfaff],
  [HIGH_SURROGATE, 0xd800, 0xdbff],
] as const)
  CLASSES.fill(kind, first, last + 1)

function classAt(codes: Uint16Array, at: number): number {
  return CLASSES[codes[at] ?? 0] ?? 0
}

/** A letter, or an apostrophe, dot, hyphen or low line between two letters. */
function continuesWord(codes: Uint16Array, at: number): boolean {
  if (classAt(codes, at) === LETTER) return true
  const code = codes[at] ?? 0
  return (code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2d || code === 0x5f) && classAt(codes, at + 1) === LETTER
}
