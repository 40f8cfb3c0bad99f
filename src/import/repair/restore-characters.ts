import type {Substitution} from '../import-report.ts'

/** A text with its characters restored, and which were. */
export interface RestoredText {
  readonly text: string
  readonly substitutions: readonly Substitution[]
}

/**
 * Undoes what fonts and wrong encodings of PDF leave in a text: radicals and compatibility forms of Han characters, ligatures, full-width
 * letters and digits, bullets of symbol fonts, `§` and `©` read in the wrong encoding. Full-width punctuation is the author's and stays.
 * No character moves to another line.
 */
export function restoreCharacters(text: string): RestoredText {
  const counts = new Map<string, {to: string; count: number}>()
  const note = (from: string, to: string) => {
    const known = counts.get(from)
    counts.set(from, {to, count: (known?.count ?? 0) + 1})
    return to
  }
  let restored = text.replace(COMPATIBILITY, (from) => note(from, from.normalize('NFKC')))
  restored = restored.replace(RADICALS_WITHOUT_NORMAL_FORM, (from) => note(from, RADICALS[from] ?? from))
  restored = restored.replace(SYMBOL_BULLETS, (from) => note(from, '•'))
  restored = restored.replace(/Â(?=[§©®°·«»])/g, (from) => note(from, ''))
  restored = restored.replace(/搂(?=\s?\d{1,3}[a-z]?(?![\d天日年月]))/g, (from) => note(from, '§'))
  restored = restoreSectionSigns(restored, note)
  return {
    text: restored,
    substitutions: [...counts].map(([from, {to, count}]) => ({from, to, count})).sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

/** Lines that begin with `$ 1`, `$ 2`, … or `S 1`, `S 2`, … in sequence had a section sign. */
function restoreSectionSigns(text: string, note: (from: string, to: string) => string): string {
  let restored = text
  for (const sign of ['$', 'S']) {
    const pattern = new RegExp(`^([ \\t\\f]*)${sign === '$' ? '\\$' : sign}(?= (\\d{1,3})[a-z]? \\p{Lu})`, 'gmu')
    const numbers = [...restored.matchAll(pattern)].map((match) => Number(match[2]))
    if (numbers.length < 3 || numbers[0] !== 1 || numbers.some((number, index) => index > 0 && number - (numbers[index - 1] ?? 0) !== 1))
      continue
    restored = restored.replace(pattern, (_, blank: string) => blank + note(sign, '§'))
  }
  return restored
}

/** Kangxi radicals, radicals with a normal form, compatibility ideographs, ligatures, vertical forms, full-width letters and digits. */
const COMPATIBILITY =
  /[\u2f00-\u2fd5\u2e9f\u2ef3\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufa6d\ufb00-\ufb06\ufe30-\ufe44\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g

/** Radicals that Unicode gives no normal form, as PDF fonts of Chinese Windows produce them. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⻄': '西',
  '⻁': '虎',
}
const RADICALS_WITHOUT_NORMAL_FORM = /[\u2e80-\u2ef3]/g

/** Bullets of Symbol and Wingdings in the private use area. */
const SYMBOL_BULLETS = /[\uf0b7\uf0a7\uf06c\uf06e\uf0d8\uf0fc\uf0a8]/g
