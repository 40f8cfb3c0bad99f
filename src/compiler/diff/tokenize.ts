import {DATE_OR_NUMBER, HAN_WHOLE, HAN_WHOLE_STARTS, NUMBER_STARTS} from './token-patterns.ts'

/**
 * Cuts a text into tokens that a redline never cuts: words, numbers with their units, amounts, dates, citations, enumerators, defined terms.
 * Tells the end of each token, in UTF-16 units; it begins where the one before it ends, and the last one ends with the text.
 */
export type Tokenize = (text: string, take: TakeEnd) => void

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
  return (text, take) => {
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at)
      if (isHan(code)) at = cutHan(text, at, take)
      else {
        at = endOfToken(text, at, code)
        take(at)
      }
    }
  }

  function endOfToken(text: string, at: number, code: number): number {
    if (NUMBER_STARTS[code] === 1) {
      const end = match(number, text, at)
      if (end > at) return end
    }
    let end = at + 1
    if (isWordCode(code)) while (end < text.length && continuesWord(text, end)) end += 1
    else if (isBlank(code)) while (end < text.length && isBlank(text.charCodeAt(end))) end += 1
    else if (code >= 0xd800 && code <= 0xdbff) end = Math.min(text.length, at + 2)
    return end
  }

  /** Keeps numerals, units, citations and terms whole, and cuts the rest of the run into words. */
  function cutHan(text: string, start: number, take: TakeEnd): number {
    let loose = start
    let at = start
    while (at < text.length && isHan(text.charCodeAt(at))) {
      const code = text.charCodeAt(at)
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

/** Han characters and kana, which are written without blanks between words. */
function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x3040 && code <= 0x30ff) || code === 0x3005 || (code >= 0xf900 && code <= 0xfaff)
}

/** Letters and figures of alphabets. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0xac00 && code <= 0xd7af)
  )
}

/** A letter, or an apostrophe, dot or hyphen between two letters. */
function continuesWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (isWordCode(code)) return true
  return (code === 0x27 || code === 0x2019 || code === 0x2e || code === 0x2d || code === 0x5f) && isWordCode(text.charCodeAt(at + 1))
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0x3000
}
