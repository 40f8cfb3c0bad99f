/**
 * Cuts a text into tokens that a redline never cuts: words, numbers with their units, amounts, dates, citations, enumerators, defined terms.
 * Joined, the tokens are the text. Han text is cut into words by `Intl.Segmenter`, a run between two signs at a time, since it is quadratic.
 */
export type Tokenize = (text: string) => string[]

/** A tokenizer that knows the defined terms of both versions. */
export function tokenizer(locale: string, terms: readonly string[]): Tokenize {
  const segmenter = new Intl.Segmenter(locale, {granularity: 'word'})
  const whole = terms
    .filter((term) => term.length > 1 && term.length <= 24 && /^[\p{Script=Han}]+$/u.test(term))
    .sort((x, y) => y.length - x.length || (x < y ? -1 : 1))
    .map(escaped)
  const token = new RegExp([...(whole.length > 0 ? [`(?:${whole.join('|')})`] : []), ...TOKENS].join('|'), 'gu')
  const han = new RegExp(
    [
      ...(whole.length > 0 ? [`(?:${whole.join('|')})`] : []),
      ...HAN_TOKENS,
      '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]',
    ].join('|'),
    'gu',
  )
  return (text) => {
    const tokens: string[] = []
    for (const [piece] of text.matchAll(token)) {
      if (piece.length < 3 || !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u.test(piece)) tokens.push(piece)
      else cutHan(piece, tokens)
    }
    return tokens
  }

  /** Keeps numerals, units, citations and terms whole, and cuts the rest into words. */
  function cutHan(run: string, tokens: string[]): void {
    let loose = ''
    const flush = () => {
      if (loose === '') return
      if (loose.length < 3) tokens.push(...(loose.length === 2 && isWord(loose) ? [loose] : loose))
      else for (const {segment} of segmenter.segment(loose)) tokens.push(segment)
      loose = ''
    }
    for (const [piece] of run.matchAll(han)) {
      if ([...piece].length === 1) loose += piece
      else {
        flush()
        tokens.push(piece)
      }
    }
    flush()
  }

  function isWord(pairOfCharacters: string): boolean {
    for (const {segment} of segmenter.segment(pairOfCharacters)) return segment === pairOfCharacters
    return false
  }
}

const COUNT = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]'
const DIGITS = '\\d+(?:[.,，:：/-]\\d+)*'
const UNIT =
  '(?:个?(?:工作日|自然日|交易日|营业日|日历日|小时|分钟|月|季度|年度)|周年|美元|欧元|英镑|港元|日元|[万亿]?元|[万亿]|[天日年秒条次倍个项款章节人份笔角分号期级位层页字]|百分点)'

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'

const HAN_TOKENS: readonly string[] = [
  `第${COUNT}+[条款项章节编部]?(?:之${COUNT}+)?(?:第${COUNT}+[款项])*`,
  `[百千万]分之${COUNT}+(?:点${COUNT}+)?`,
  `${COUNT}+个?(?:工作日|自然日|交易日|营业日|小时|分钟)`,
  `${COUNT}{2,}(?:${UNIT})?`,
  `${COUNT}+(?:个月|[万亿]?元|[天日年月倍次条])`,
]

/** In this order; the last one takes any single character. */
const TOKENS: readonly string[] = [
  '\\{\\{[^{}\\s]{1,40}\\}\\}',
  'https?://[^\\s\\p{Script=Han}（）()，。；]+',
  `第\\s?(?:${DIGITS}|${COUNT}+)\\s?[条款项章节](?:之${COUNT}+)?(?:第${COUNT}+[款项])*`,
  '\\d{4}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?[日号])?',
  `${COUNT}+\\s?[（(]\\s?\\d+\\s?[)）]\\s?(?:${UNIT})?`,
  `(?:${MONTH})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:${MONTH})\\.?,?\\s\\d{4}`,
  `(?:人民币|RMB|CNY|USD|EUR|US\\$|[¥￥$€£])\\s?${DIGITS}(?:\\s?(?:${UNIT}))?`,
  `(?<![\\p{Script=Latin}\\d])${DIGITS}\\s?(?:[%％‰]|${UNIT})`,
  '[（(]\\s?(?:\\d{1,3}|[a-zA-Z]{1,4}|[一二三四五六七八九十]{1,3})\\s?[)）]',
  `${DIGITS}(?![\\p{Script=Latin}])`,
  "[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}\\d]+(?:['’._-][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}\\d]+)*",
  `(?:(?!人民币\\s?\\d|第\\s?\\d|${COUNT}+\\s?[（(]\\s?\\d)[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々])+`,
  '\\p{Script=Hangul}+',
  '\\p{Script=Arabic}+',
  '\\p{Script=Thai}+',
  '[^\\S\\n]+',
  '[\\s\\S]',
]

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
