import {readDigitGlyph, readHanNumeral, readLetter, readRomanNumeral} from './label-numerals.ts'

/** A row of the label grammar: one shape that real agreements number their clauses with. */
export interface LabelRow {
  /** Labels of one style form one sequence. */
  readonly style: string
  /** Sticky; group `label` is the label as written (default: the whole match), the others are read by `read`. */
  readonly pattern: RegExp
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => LabelReading | undefined
  /** `heading`: counts only in headings and bold title lines. */
  readonly where: 'anywhere' | 'heading'
  /**
   * What a label of value one needs to be believed: `nothing`, a `successor` further down, a `title` (the line is short and has no
   * full stop), or it is never believed without a predecessor (`predecessor`).
   */
  readonly proof: 'nothing' | 'successor' | 'title' | 'predecessor'
  /** Place in the hierarchy that the shape itself claims. */
  readonly rank: 'part' | 'section' | 'annex' | 'any' | 'bullet'
  /** Counts as number that decimal labels of children repeat: `4.` before `4.1`. */
  readonly numeric: boolean
}

/** Values and names of a label, from outer to inner. */
export interface LabelReading {
  readonly values: readonly number[]
  readonly names: readonly string[]
}

const HAN = '[〇零一二两三四五六七八九十百廿]'
/** What may not follow a number: then it is an amount, a share, a date or a version. */
const NO_UNIT =
  '(?!\\s*[%％‰°℃])(?!(?:[万亿千百]?(?:元|美元|倍|天|日|年|小时|分钟|秒|周|折)|个(?:月|工作日|自然日|小时|日)|月(?:\\d|内|前|后|底|初)|版|[kKMGT]?[bB]\\b))'
/** Units that stand after a space; only decimals are taken for amounts because of them. */
const NO_UNIT_WORD =
  '(?!\\s+(?:times|per|percent|days?|months?|years?|hours?|minutes?|Tagen?|Monaten?|Jahren?|Stunden?|Prozent|jours?|mois|ans?|heures?|pour|fois)\\b)'
/** `1. Mai 2022` is a date. */
const MONTHS =
  'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December'
const NO_MONTH = `(?!\\s+(?:${MONTHS})\\s)`

/** Text after a number that makes it a date. */
export const DATE_REST: RegExp = new RegExp(`^\\s*(?:${MONTHS})\\s`)

const KEYWORDS =
  'Section|Sec\\.|Article|Art\\.|Clause|Artikel|Abschnitt|Ziffer|Paragraph|Art[íi]culo|Cl[áa]usula|Articolo|Artigo|SECTION|ARTICLE|CLAUSE|ARTIKEL|ABSCHNITT'
const PART_KEYWORDS =
  'Part|Chapter|Title|Book|Teil|Kapitel|Partie|Titre|Chapitre|Parte|Cap[íi]tulo|PART|CHAPTER|TITLE|TEIL|KAPITEL|PARTIE|TITRE|CHAPITRE'
const ANNEX_KEYWORDS =
  'Schedule|Annex|Appendix|Exhibit|Attachment|Addendum|Anlage|Anhang|Annexe|Anexo|Allegato|SCHEDULE|ANNEX|APPENDIX|EXHIBIT|ATTACHMENT|ANLAGE|ANHANG|ANNEXE'
const KEYWORD_NUMBER =
  '(?:(?<digits>\\d{1,3}(?:\\.\\d{1,3})*)(?:er|re|ère)?|(?<roman>[IVXLivxl]{1,7})|(?<letter>[A-Z])|' +
  '(?<word>One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|premier|première|PREMIER|PREMIÈRE))(?![\\w])'

/**
 * The label grammar: every shape in which the agreements that were counted (1,419 of them, in six languages) number their clauses.
 * Which reading of a line holds is decided by the sequence of values, not here.
 */
export const LABEL_ROWS: readonly LabelRow[] = [
  row('han-part', `第(?<han>${HAN}+|\\d{1,3})(?:编|部分|章)[：:、.．]?`, {rank: 'part', proof: 'title', numeric: true}, han),
  row('han-division', `第(?<han>${HAN}+|\\d{1,3})节[：:、.．]?`, {rank: 'part', proof: 'title', numeric: true}, han),
  row(
    'han-article',
    `(?<label>第(?<han>${HAN}+|\\d{1,3})条(?:之(?<sub>${HAN}+))?(?:[：:、.．]|(?=[\\s　【]|$)))`,
    {rank: 'section', numeric: true},
    han,
  ),
  row(
    'han-article',
    `(?<label>第(?<han>${HAN}+|\\d{1,3})条(?:之(?<sub>${HAN}+))?)(?=[^\\s　：:、.．【])(?!(?:[，,。；;的所至到、和与或及中之以款项约规定列述前后第]))`,
    {rank: 'section', proof: 'predecessor', numeric: true},
    han,
  ),
  row('han-comma', `(?<label>(?<han>${HAN}+)\\s?[、.．：:])(?!\\d)`, {rank: 'section', numeric: true}, han),
  row('han-comma', `(?<label>(?<han>${HAN}+))(?=[\\s　])`, {rank: 'section', where: 'heading', proof: 'successor', numeric: true}, han),
  row(
    'han-comma',
    `(?<label>(?<han>${HAN}+))(?=[^\\s　、.．：:])`,
    {rank: 'section', where: 'heading', proof: 'predecessor', numeric: true},
    han,
  ),
  row('han-paren', `[（(](?<han>${HAN}+)[）)]`, {}, han),
  row('han-paren-right', `(?<han>${HAN}+)[）)]`, {}, han),
  row(
    'annex-han',
    `(?<label>(?:附件|附录|附表|附页)\\s?(?<han>${HAN}*|\\d{1,2})(?<letter>[A-Z]?)(?:[：:、.．]|(?=[\\s　《]|$)))`,
    {rank: 'annex', proof: 'title'},
    annexHan,
  ),
  row(
    'decimal',
    `(?<label>(?<digits>\\d{1,3}(?:[.．]\\d{1,3}){1,5})[.．]?[)）、:：]?)(?![\\d,])${NO_UNIT}${NO_UNIT_WORD}`,
    {numeric: true},
    decimal,
  ),
  row('decimal-dash', `(?<label>(?<digits>\\d{1,3}(?:\\.\\d{1,3}){1,5})\\.?\\s?[-–—])(?=\\s)`, {numeric: true}, decimal),
  row('decimal-hyphen', `(?<label>(?<digits>\\d{1,2}(?:[-–]\\d{1,2}){1,3})[.)]?)(?=\\s)`, {proof: 'successor', numeric: true}, decimal),
  row(
    'mixed',
    `(?<label>(?<digits>\\d{1,3}(?:\\.\\d{1,3}){0,4})\\.?\\s?(?:[(（](?<letter>[a-z])[)）]|(?<letter2>[a-zA-Z])[.)](?=\\s|[A-Z])))`,
    {proof: 'successor', numeric: true},
    mixed,
  ),
  row('n-dot', `(?<label>(?<digits>\\d{1,3})[.．、])(?![\\d])(?![a-zA-Z][.)])${NO_UNIT}${NO_MONTH}`, {numeric: true}, decimal),
  row('n-paren-right', '(?<digits>\\d{1,3})[)）]', {}, decimal),
  row('n-paren', '[（(](?<digits>\\d{1,3})[)）]', {}, decimal),
  row('n-bracket', '\\[(?<digits>\\d{1,2})\\](?![(:])', {proof: 'successor'}, decimal),
  row('n-degree', '(?<label>(?<digits>\\d{1,2})[°º])(?=\\s)', {proof: 'successor'}, decimal),
  row('n-slash', '(?<label>(?<digits>\\d{1,2})\\s?/)(?=\\s|[A-ZÀ-Ý一-龥])', {proof: 'successor'}, decimal),
  row('n-dash', '(?<label>(?<digits>\\d{1,2})\\s?[-–—])(?=\\s+\\D|[A-ZÀ-Ý])', {proof: 'successor', numeric: true}, decimal),
  row('n-colon', '(?<label>(?<digits>\\d{1,2})\\s?[:：])(?=\\s|[A-ZÀ-Ý一-龥])', {proof: 'successor', numeric: true}, decimal),
  row(
    'n-space',
    '(?<label>(?<digits>\\d{1,2}))(?=[\\s　]+[A-ZÀ-Ýa-z一-龥])',
    {where: 'heading', proof: 'successor', numeric: true},
    decimal,
  ),
  row('n-space', '(?<label>(?<digits>\\d{1,2}))(?=[一-龥])', {where: 'heading', proof: 'predecessor', numeric: true}, decimal),
  row(
    'section-sign',
    '(?<label>§§?\\s?(?<digits>\\d{1,3})(?<suffix>[a-z]?)[.:]?)(?=\\s|[A-ZÄÖÜ(]|$)',
    {rank: 'section', proof: 'title', numeric: true},
    sign,
  ),
  row(
    'keyword',
    `(?<label>(?:${KEYWORDS})\\s+${KEYWORD_NUMBER}\\s?[.:)\\-–—]?)(?=\\s|$)`,
    {rank: 'section', proof: 'title', numeric: true},
    keyword,
  ),
  row(
    'keyword-part',
    `(?<label>(?:${PART_KEYWORDS})\\s+${KEYWORD_NUMBER}\\s?[.:)\\-–—]?)(?=\\s|$)`,
    {rank: 'part', proof: 'title', numeric: true},
    keyword,
  ),
  row(
    'keyword-annex',
    `(?<label>(?:${ANNEX_KEYWORDS})(?:\\s+${KEYWORD_NUMBER})?\\s?[.:)\\-–—]?)(?=\\s|$)`,
    {rank: 'annex', proof: 'title'},
    annex,
  ),
  row(
    'letter-decimal',
    '(?<label>(?<letter>[A-Z])(?<digits>(?:[.-]\\d{1,3}(?:\\.\\d{1,3}){0,3}))\\.?)(?=\\s)',
    {proof: 'successor', numeric: true},
    letterDecimal,
  ),
  row(
    'roman-decimal',
    '(?<label>(?<roman>[IVX]{1,6})(?<digits>(?:\\.\\d{1,3}){1,3})\\.?)(?=\\s)',
    {proof: 'successor', numeric: true},
    romanDecimal,
  ),
  ...lettered('i', '[ivxlc]{1,7}', roman),
  ...lettered('I', '[IVXLC]{1,7}', roman),
  ...lettered('a', '(?<twin>[a-z])\\k<twin>?', letter),
  ...lettered('A', '(?<twin>[A-Z])\\k<twin>?', letter),
  row('glyph-circled', '(?<glyph>[①-⑳㉑-㉟㊱-㊿❶-❿])', {}, glyph),
  row('glyph-paren', '(?<glyph>[⑴-⒇])', {}, glyph),
  row('glyph-dot', '(?<glyph>[⒈-⒛])', {}, glyph),
  row('question', '(?<label>Q\\s?(?<digits>\\d{1,2})[.:、)])', {proof: 'successor'}, decimal),
  ...['•', '·', '●', '■', '▪', '◦', '○', '➢', '➤', '►', '▶', '✓', '✔', '◆', '※'].map((sign_) =>
    row(`bullet-${sign_}`, `(?<label>${sign_})(?=.)`, {rank: 'bullet'}, bullet),
  ),
  row('bullet-dash', '(?<label>[–—-])(?=\\s+\\S)', {rank: 'bullet'}, bullet),
  row('bullet-dash', '(?<label>[–-])(?=[A-Za-zÀ-ÿ一-龥])', {rank: 'bullet'}, bullet),
]

function lettered(name: string, body: string, read: LabelRow['read']): LabelRow[] {
  return [
    row(
      `${name}-dot`,
      `(?<label>(?<name>${body})[.．])(?=[\\s　]|[一-龥])`,
      {proof: name === 'a' || name === 'i' ? 'nothing' : 'successor'},
      read,
    ),
    row(`${name}-paren`, `[（(](?<name>${body})[)）]`, {}, read),
    row(`${name}-paren-right`, `(?<name>${body})[)）]`, {}, read),
    row(`${name}-dash`, `(?<label>(?<name>${body})\\s?[-–—])(?=\\s)`, {proof: 'successor'}, read),
    row(`${name}-slash`, `(?<label>(?<name>${body})\\s?/)(?=\\s)`, {proof: 'successor'}, read),
    row(`${name}-comma`, `(?<label>(?<name>${body})、)`, {}, read),
  ]
}

function row(
  style: string,
  source: string,
  options: Partial<Pick<LabelRow, 'where' | 'proof' | 'rank' | 'numeric'>>,
  read: LabelRow['read'],
): LabelRow {
  return {
    style,
    pattern: new RegExp(source, 'uy'),
    read,
    where: options.where ?? 'anywhere',
    proof: options.proof ?? 'nothing',
    rank: options.rank ?? 'any',
    numeric: options.numeric ?? false,
  }
}

type Groups = Readonly<Record<string, string | undefined>>

function single(value: number | undefined, name: string): LabelReading | undefined {
  return value === undefined ? undefined : {values: [value], names: [name]}
}

function han({han: numeral = '', sub}: Groups): LabelReading | undefined {
  const value = /^\d/.test(numeral) ? Number(numeral) : readHanNumeral(numeral)
  const subValue = sub === undefined ? undefined : readHanNumeral(sub)
  return value === undefined
    ? undefined
    : {values: [value + (subValue ?? 0) / 100], names: [subValue === undefined ? `${value}` : `${value}-${subValue}`]}
}

function annexHan({han: numeral = '', letter: name = ''}: Groups): LabelReading | undefined {
  const value = name ? readLetter(name) : numeral === '' ? 1 : /^\d/.test(numeral) ? Number(numeral) : readHanNumeral(numeral)
  return single(value, name || numeral ? `annex-${name.toLowerCase() || value}` : 'annex')
}

function decimal({digits = ''}: Groups): LabelReading {
  const names = digits.split(/[.．\-–]/).map((digit) => `${Number(digit)}`)
  return {values: names.map(Number), names}
}

function mixed({digits = '', letter: bracketed, letter2}: Groups): LabelReading | undefined {
  const name = (bracketed ?? letter2 ?? '').toLowerCase()
  const value = readLetter(name)
  const outer = decimal({digits})
  return value === undefined ? undefined : {values: [...outer.values, value], names: [...outer.names, name]}
}

function sign({digits = '', suffix = ''}: Groups): LabelReading {
  return {values: [Number(digits) + (suffix ? (readLetter(suffix) ?? 0) / 100 : 0)], names: [digits + suffix]}
}

function keyword({digits, roman: romanDigits, letter: name, word}: Groups): LabelReading | undefined {
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

function annex(groups: Groups): LabelReading | undefined {
  const reading = keyword(groups)
  const [name] = reading?.names ?? []
  return reading && {values: reading.values, names: [name === undefined || name === 'annex' ? 'annex' : `annex-${name}`]}
}

function letterDecimal({letter: name = '', digits = ''}: Groups): LabelReading | undefined {
  return under(single(readLetter(name), name.toLowerCase()), digits)
}

function romanDecimal({roman: romanDigits = '', digits = ''}: Groups): LabelReading | undefined {
  return under(single(readRomanNumeral(romanDigits), romanDigits.toLowerCase()), digits)
}

function under(outer: LabelReading | undefined, digits: string): LabelReading | undefined {
  if (!outer) return undefined
  const inner = decimal({digits: digits.slice(1)})
  return {values: [...outer.values, ...inner.values], names: [...outer.names, ...inner.names]}
}

function roman({name = ''}: Groups): LabelReading | undefined {
  return single(readRomanNumeral(name), name.toLowerCase())
}

function letter({name = ''}: Groups): LabelReading | undefined {
  return single(readLetter(name), name.toLowerCase())
}

function glyph({glyph: character = ''}: Groups): LabelReading | undefined {
  const value = readDigitGlyph(character)
  return single(value, `${value}`)
}

function bullet(): LabelReading {
  return {values: [], names: []}
}
