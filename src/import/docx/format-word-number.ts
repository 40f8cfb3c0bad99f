import Nzh from 'nzh'

/** A number in a numbering format of Word (ECMA-376 part 1, 17.18.59); decimal for those that agreements do not use. */
export function formatWordNumber(value: number, format: string): string {
  if (value > LARGEST) return `${value}`
  switch (format) {
    case 'none':
      return ''
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'decimalZero':
      return `${value}`.padStart(2, '0')
    case 'decimalFullWidth':
      return `${value}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : `${value}`
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return Nzh.cn.encodeS(value, {tenMin: true})
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return Nzh.cn.encodeB(value)
    case 'ideographDigital':
      return `${value}`.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit)
    case 'ideographZodiac':
      return '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? `${value}`
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? `${value}`
    default:
      return `${value}`
  }
}

/** Largest number that Word counts to. */
const LARGEST = 32_767

/** a … z, aa, bb …: Word repeats the letter. */
function letters(value: number): string {
  return value < 1 ? '' : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [weight, digits] of ROMAN) {
    while (rest >= weight) {
      text += digits
      rest -= weight
    }
  }
  return text
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
