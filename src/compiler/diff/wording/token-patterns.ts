const COUNT = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]'
const DIGITS = '\\d+(?:[.,，:：/-]\\d+)*'
const UNIT = '(?:美元|欧元|英镑|港元|日元|[万亿]?元|[万亿]|个?百分点)'
const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}\\d]'

/** Numerals, citations, dates and sums that begin with a Han character, and words of time and duty, which dictionaries join to others, as one pattern; the first alternative that fits decides. */
export const HAN_WHOLE: string = [
  `人民币\\s?${DIGITS}(?:\\s?${UNIT})?`,
  `第\\s?(?:${DIGITS}|${COUNT}+)\\s?[条款项章节编部]?(?:之${COUNT}+)?(?:第${COUNT}+[款项])*`,
  `${COUNT}+\\s?[（(]\\s?\\d+\\s?[)）]\\s?(?:${UNIT})?`,
  `[百千万]分之${COUNT}+(?:点${COUNT}+)?`,
  `${COUNT}{4}年(?:${COUNT}+月(?:${COUNT}+日)?)?`,
  `${COUNT}+[万亿]?元`,
  `${COUNT}{2,}(?:${UNIT})?`,
  '个?(?:工作日|自然日|交易日|营业日)|小时|分钟',
  '应当|不得|必须|有权|无权|(?<![许认])可以',
].join('|')

/** 1 for each UTF-16 code that such a pattern can begin with. */
export const HAN_WHOLE_STARTS: Uint8Array = flags(
  '个工自交营小分应不必有无可人第〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟',
)

/** Parameters, addresses, dates, sums, enumerators and numbers that begin with another character. */
export const DATE_OR_NUMBER: string = [
  '\\{\\{[^{}\\s]{1,40}\\}\\}',
  'https?://[^\\s\\p{Script=Han}（）()，。；]+',
  '\\d{4}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?[日号])?',
  `(?:${MONTH})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:${MONTH})\\.?,?\\s\\d{4}`,
  `(?:RMB|CNY|USD|EUR|US\\$|[¥￥$€£])\\s?${DIGITS}(?:\\s?(?:${UNIT}))?`,
  `${DIGITS}\\s?(?:[%％‰]|(?:USD|EUR|CNY|RMB)(?!${LETTER})|[€£]|${UNIT})`,
  '[（(]\\s?(?:\\d{1,3}|[a-zA-Z]{1,4}|[一二三四五六七八九十]{1,3})\\s?[)）]',
  `${DIGITS}(?!${LETTER})`,
].join('|')

/** 1 for each UTF-16 code that such a pattern can begin with: figures, signs of currency, brackets, and initials of months, currencies and addresses. */
export const NUMBER_STARTS: Uint8Array = flags('0123456789{(（¥￥$€£hRCUEJFMASONDjfmasond')

function flags(characters: string): Uint8Array {
  const codes = new Uint8Array(0x10000)
  for (let index = 0; index < characters.length; index += 1) codes[characters.charCodeAt(index)] = 1
  return codes
}
