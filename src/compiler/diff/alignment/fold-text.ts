/**
 * Text without noise: width, quotation marks, dashes, zero-width characters, compatibility forms and the white space that no reader sees.
 * Two texts that fold alike say the same.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text
  let folded = ''
  let length = 0
  let last = 0
  let pendingSpace = false
  const add = (code: number) => {
    if (length === codes.length) {
      folded += String.fromCharCode(...codes)
      length = 0
    }
    codes[length] = code
    length += 1
    last = code
  }
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const to = foldCode(code)
    if (to === SPACE) pendingSpace = last !== 0
    else if (to !== DROPPED) {
      if (pendingSpace && isWord(to) && isWord(last)) add(0x20)
      pendingSpace = false
      if (to !== KEPT) add(to)
      else for (const unit of expand(text.charAt(index)).split('')) add(unit.charCodeAt(0))
    }
  }
  return folded + String.fromCharCode(...codes.subarray(0, length))
}

/** Codes of a text that is being folded, since a string that grows by one character at a time is dear to look at. */
const codes = new Uint16Array(2048)

/** 53-bit hash of heading and text, folded, white space left out; 0 where nothing is left. FNV-1a (Fowler, Noll, Vo) in two lanes. */
export function contentHash(heading: string, text: string): number {
  let high = 0x811c9dc5
  let low = 0x9e3779b9
  let count = 0
  for (const part of [heading, text]) {
    for (let index = 0; index < part.length; index += 1) {
      const code = part.charCodeAt(index)
      let to = foldCode(code)
      if (to === SPACE || to === DROPPED) continue
      if (to === KEPT) to = code
      high = Math.imul(high ^ to, 0x01000193)
      low = Math.imul(low ^ to, 0x85ebca6b)
      low ^= low >>> 13
      count += 1
    }
    high = Math.imul(high ^ 0xffff, 0x01000193)
  }
  return count === 0 ? 0 : (high >>> 0) * 2 ** 21 + ((low >>> 0) >>> 11) + 1
}

const SPACE = 0xfffe
const DROPPED = 0xffff
/** The character stands for several others, or for itself. */
const KEPT = 0xfffd
const UNKNOWN = 0

/** Folded code by UTF-16 code; filled as characters come. */
const table = new Uint16Array(0x10000)

function foldCode(code: number): number {
  const known = table[code] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const found = foldCharacter(String.fromCharCode(code), code)
  table[code] = found
  return found
}

function foldCharacter(character: string, code: number): number {
  const special = SPECIAL.get(character)
  if (special !== undefined) return special
  if (/\s/.test(character)) return SPACE
  if (code >= 0xd800 && code <= 0xdfff) return KEPT
  if (/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/.test(character)) return DROPPED
  const compatible = character.normalize('NFKC')
  return compatible.length === 1 ? (SPECIAL.get(compatible) ?? compatible.charCodeAt(0)) : KEPT
}

/** Signs that authors and editors use for each other. */
const SPECIAL: ReadonlyMap<string, number> = new Map(
  (
    [
      ['"', '“”„‟«»『』＂'],
      ["'", '‘’‚‛＇`´'],
      ['-', '–—―−‐‑﹣－'],
      ['.', '。．｡'],
      ['(', '（﹙〔'],
      [')', '）﹚〕'],
      ['·', '•・‧●'],
      ['[', '【［'],
      [']', '】］'],
    ] as const
  ).flatMap(([plain, variants]) => [...variants].map((variant) => [variant, plain.charCodeAt(0)] as const)),
)

/** Nothing to fold: letters and figures without white space. */
const PLAIN = /^[A-Za-z0-9\u4e00-\u9fff]*$/

function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2e80)
  )
}

function expand(character: string): string {
  return character >= '\ud800' && character <= '\udfff' ? character : character.normalize('NFKC')
}
