/** Value of a count as agreements write it: `7`, `七`, `十五`, `三十（30）`, `fourteen (14)`, `30`. The digits in brackets win. */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim().toLowerCase()
  const inBrackets = /[（(]\s*(\d{1,5})\s*[)）]/.exec(trimmed)?.[1]
  if (inBrackets !== undefined) return Number(inBrackets)
  const digits = /^\d{1,3}(?:[,，]\d{3})+|^\d{1,6}/.exec(trimmed)?.[0]
  if (digits !== undefined) return Number(digits.replace(/[,，]/g, ''))
  return readHan(trimmed) ?? readWord(trimmed.replace(/\s*[（(].*$/, ''))
}

/** Whether a text may hold a count at all: figures, a Han numeral or a word for a number. */
export function hasNumeral(text: string): boolean {
  return NUMERAL.test(text)
}

/** Han digits, tens and hundreds; 两, 廿, 卅 and 〇, financial forms. */
function readHan(text: string): number | undefined {
  const plain = [...text].map((character) => FINANCIAL.get(character) ?? character).join('')
  if (!/^[〇零一二两三四五六七八九十百千廿卅]+$/.test(plain)) return undefined
  if (!/[十百千廿卅]/.test(plain)) return Number([...plain].map((digit) => DIGITS.get(digit) ?? 0).join(''))
  let total = 0
  let digit = 0
  for (const character of plain) {
    const unit = UNITS.get(character)
    if (character === '廿' || character === '卅') total += character === '廿' ? 20 : 30
    else if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
    } else digit = DIGITS.get(character) ?? 0
  }
  return total + digit
}

function readWord(text: string): number | undefined {
  const direct = WORDS.get(text)
  if (direct !== undefined) return direct
  const [tens = '', ones = ''] = text.split(/[-\s]/)
  const sum = (WORDS.get(tens) ?? 0) + (WORDS.get(ones) ?? 0)
  return WORDS.has(tens) && WORDS.has(ones) ? sum : undefined
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九']
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['零', 0],
      ['两', 2],
    ]),
)
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const FINANCIAL: ReadonlyMap<string, string> = new Map(
  [...'壹贰叁肆伍陆柒捌玖拾佰仟'].map((character, index) => [character, [...'一二三四五六七八九十百千'][index] ?? character]),
)

const WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10] as const),
  ...'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ').map((word, value) => [word, value] as const),
  ...([
    ['eine', 1],
    ['einen', 1],
    ['einem', 1],
    ['einer', 1],
    ['vierzehn', 14],
    ['dreißig', 30],
    ['sechzig', 60],
    ['neunzig', 90],
    ['zwanzig', 20],
  ] as const),
  ...([
    ['un', 1],
    ['une', 1],
    ['deux', 2],
    ['trois', 3],
    ['quatre', 4],
    ['cinq', 5],
    ['sept', 7],
    ['huit', 8],
    ['neuf', 9],
    ['dix', 10],
    ['quinze', 15],
    ['vingt', 20],
    ['trente', 30],
    ['soixante', 60],
    ['quatorze', 14],
  ] as const),
])

const NUMERAL = new RegExp(
  `[\\d廿卅${[...DIGITS.keys(), ...UNITS.keys(), ...FINANCIAL.keys()].join('')}]|\\b(?:${[...WORDS.keys()].join('|')})\\b`,
  'i',
)
