/** Value of a Han numeral from 零 to 九百九十九, with 〇, 两 and 廿; `undefined` where it is none. */
export function readHanNumeral(text: string): number | undefined {
  if (text === '') return undefined
  if (/^[〇零一二三四五六七八九]+$/.test(text) && text.length > 1) return Number([...text].map((digit) => HAN_DIGITS.get(digit)).join(''))
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九]?)(十)|(廿))?([一二三四五六七八九零〇]?)$/.exec(text)
  if (!match) return undefined
  const [, hundreds, tens, ten, twenty, ones] = match
  const digit = (character: string | undefined) => (character ? (HAN_DIGITS.get(character) ?? 0) : 0)
  const tensValue = ten ? (digit(tens) || 1) * 10 : twenty ? 20 : 0
  return digit(hundreds) * 100 + tensValue + digit(ones)
}

/** Value of a Roman numeral below 400 in one case; `undefined` where it is none in canonical form. */
export function readRomanNumeral(text: string): number | undefined {
  const match = /^(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/i.exec(text)
  if (!match || text === '' || (text !== text.toLowerCase() && text !== text.toUpperCase())) return undefined
  let value = 0
  const digits = [...text.toLowerCase()].map((digit) => ROMAN_DIGITS.get(digit) ?? 0)
  digits.forEach((digit, index) => {
    value += digit < (digits[index + 1] ?? 0) ? -digit : digit
  })
  return value
}

/** Place of a letter in the alphabet from 1; doubled letters go on from 27: `aa`, `bb`. */
export function readLetter(text: string): number | undefined {
  if (!/^([a-z])\1?$/i.test(text)) return undefined
  return text.toLowerCase().charCodeAt(0) - 96 + (text.length - 1) * 26
}

/** Value of a circled, bracketed or dotted digit such as ①, ⑴, ⒈. */
export function readDigitGlyph(glyph: string): number | undefined {
  const code = glyph.codePointAt(0) ?? 0
  const row = GLYPH_ROWS.find(([first, last]) => code >= first && code <= last)
  return row ? code - row[0] + row[2] : undefined
}

const HAN_DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['零', 0],
      ['两', 2],
    ]),
)

const ROMAN_DIGITS: ReadonlyMap<string, number> = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
  ['c', 100],
])

const GLYPH_ROWS: readonly (readonly [number, number, number])[] = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x2776, 0x277f, 1],
]
