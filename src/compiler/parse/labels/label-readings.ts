import {readDigitGlyph, readHanNumeral, readLetter, readRomanNumeral} from './label-numerals.ts'

/** Values and names of a label, from outer to inner. */
export interface LabelReading {
  readonly values: readonly number[]
  readonly names: readonly string[]
}

/** Named groups of a matched label. */
export type LabelGroups = Readonly<Record<string, string | undefined>>

function single(value: number | undefined, name: string): LabelReading | undefined {
  return value === undefined ? undefined : {values: [value], names: [name]}
}

/** Han numeral, with the number of an inserted article: 第四条之一. */
export function han({han: numeral = '', sub}: LabelGroups): LabelReading | undefined {
  const value = /^\d/.test(numeral) ? Number(numeral) : readHanNumeral(numeral)
  const subValue = sub === undefined ? undefined : readHanNumeral(sub)
  return value === undefined
    ? undefined
    : {values: [value + (subValue ?? 0) / 100], names: [subValue === undefined ? `${value}` : `${value}-${subValue}`]}
}

/** 附件一, 附录A, or 附件 alone. */
export function annexHan({han: numeral = '', letter: name = ''}: LabelGroups): LabelReading | undefined {
  const value = name ? readLetter(name) : numeral === '' ? 1 : /^\d/.test(numeral) ? Number(numeral) : readHanNumeral(numeral)
  return single(value, name || numeral ? `annex-${name.toLowerCase() || value}` : 'annex')
}

/** Numbers parted by dots or hyphens. */
export function decimal({digits = ''}: LabelGroups): LabelReading {
  const names = digits.split(/[.．\-–]/).map((digit) => `${Number(digit)}`)
  return {values: names.map(Number), names}
}

/** A number with a letter: 1(a), 2.b). */
export function mixed({digits = '', letter: bracketed, letter2}: LabelGroups): LabelReading | undefined {
  const name = (bracketed ?? letter2 ?? '').toLowerCase()
  const value = readLetter(name)
  const outer = decimal({digits})
  return value === undefined ? undefined : {values: [...outer.values, value], names: [...outer.names, name]}
}

/** Number of a §, with the letter of an inserted one: § 5a. */
export function sign({digits = '', suffix = ''}: LabelGroups): LabelReading {
  return {values: [Number(digits) + (suffix ? (readLetter(suffix) ?? 0) / 100 : 0)], names: [digits + suffix]}
}

/** Number, Roman number, letter or number word behind a keyword. */
export function keyword({digits, roman: romanDigits, letter: name, word}: LabelGroups): LabelReading | undefined {
  if (digits !== undefined) return decimal({digits})
  if (romanDigits !== undefined) {
    const value = readRomanNumeral(romanDigits)
    if (value !== undefined) return single(value, romanDigits.toLowerCase())
    return romanDigits.length === 1 ? single(readLetter(romanDigits), romanDigits.toLowerCase()) : undefined
  }
  if (name !== undefined) return single(readLetter(name), name.toLowerCase())
  if (word === undefined) return {values: [1], names: ['annex']}
  const value = 1 + Math.max(0, ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].indexOf(word.toLowerCase()))
  return single(value, `${value}`)
}

/** The same behind a keyword of annexes, whose paths are `annex-…`. */
export function annex(groups: LabelGroups): LabelReading | undefined {
  const reading = keyword(groups)
  const [name] = reading?.names ?? []
  return reading && {values: reading.values, names: [name === undefined || name === 'annex' ? 'annex' : `annex-${name}`]}
}

/** A.1 */
export function letterDecimal({letter: name = '', digits = ''}: LabelGroups): LabelReading | undefined {
  return under(single(readLetter(name), name.toLowerCase()), digits)
}

/** II.3 */
export function romanDecimal({roman: romanDigits = '', digits = ''}: LabelGroups): LabelReading | undefined {
  return under(single(readRomanNumeral(romanDigits), romanDigits.toLowerCase()), digits)
}

function under(outer: LabelReading | undefined, digits: string): LabelReading | undefined {
  if (!outer) return undefined
  const inner = decimal({digits: digits.slice(1)})
  return {values: [...outer.values, ...inner.values], names: [...outer.names, ...inner.names]}
}

/** Roman number. */
export function roman({name = ''}: LabelGroups): LabelReading | undefined {
  return single(readRomanNumeral(name), name.toLowerCase())
}

/** Letter of the alphabet. */
export function letter({name = ''}: LabelGroups): LabelReading | undefined {
  return single(readLetter(name), name.toLowerCase())
}

/** Circled, bracketed or dotted digit. */
export function glyph({glyph: character = ''}: LabelGroups): LabelReading | undefined {
  const value = readDigitGlyph(character)
  return single(value, `${value}`)
}

/** A bullet has no value. */
export function bullet(): LabelReading {
  return {values: [], names: []}
}
