import {
  annex,
  annexHan,
  bullet,
  decimal,
  glyph,
  han,
  keyword,
  type LabelGroups,
  type LabelReading,
  letter,
  letterDecimal,
  mixed,
  roman,
  romanDecimal,
  sign,
} from './label-readings.ts'

/** A row of the label grammar: one shape that real agreements number their clauses with. */
export interface LabelRow {
  /** Labels of one style form one sequence. */
  readonly style: string
  /** Lines that begin with such a label. */
  readonly examples: readonly string[]
  /** Sticky; group `label` is the label as written (default: the whole match), the others are read by `read`. */
  readonly pattern: RegExp
  readonly read: (groups: LabelGroups) => LabelReading | undefined
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

const HAN = '[〇零一二两三四五六七八九十百廿]'
/** What may not follow a number: then it is an amount, a share, a date or a version. */
const NO_UNIT =
  '(?!\\s*[%％‰°℃])(?!(?:[万亿千百]?(?:元|美元|倍|天|日|年|小时|分钟|秒|周|折)|个(?:月|工作日|自然日|小时|日)|月(?:\\d|内|前|后|底|初)|版|[kKMGT]?[bB]\\b))'
/** Units that stand after a space; only decimals are taken for amounts because of them. */
const UNIT_WORD =
  '\\s+(?:times|per|percent|days?|months?|years?|hours?|minutes?|Tagen?|Monaten?|Jahren?|Stunden?|Prozent|jours?|mois|ans?|heures?|pour|fois)\\b'
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
  '(?:(?<digits>\\d{1,3}(?:\\.\\d{1,3})*)(?:er|re|ère|ER)?|(?<roman>[IVXLivxl]{1,7})|(?<letter>[A-Z])|' +
  '(?<word>One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|premier|Premier|première|PREMIER|PREMIÈRE))(?![\\w])'

/**
 * The label grammar: every shape in which the agreements that were counted (1,419 of them, in six languages) number their clauses.
 * Which reading of a line holds is decided by the sequence of values, not here.
 */
export const LABEL_ROWS: readonly LabelRow[] = [
  row(
    'han-part',
    ['第一章 总则'],
    `第(?<han>${HAN}+|\\d{1,4})(?:编|部分|章)[：:、.．]?`,
    {rank: 'part', proof: 'title', numeric: true},
    han,
  ),
  row('han-division', ['第二节 合同'], `第(?<han>${HAN}+|\\d{1,4})节[：:、.．]?`, {rank: 'part', proof: 'title', numeric: true}, han),
  row(
    'han-article',
    ['第三条 甲', '第四条之一 甲'],
    `(?<label>第(?<han>${HAN}+|\\d{1,4})条(?:之(?<sub>${HAN}+))?(?:[：:、.．]|(?=[\\s　【]|$)))`,
    {rank: 'section', numeric: true},
    han,
  ),
  row(
    'han-article',
    ['第三条甲方'],
    `(?<label>第(?<han>${HAN}+|\\d{1,4})条(?:之(?<sub>${HAN}+))?)(?=[^\\s　：:、.．【])(?!(?:[，,。；;的所至到、和与或及中之以款项约规定列述前后第]))`,
    {rank: 'section', proof: 'predecessor', numeric: true},
    han,
  ),
  row('han-comma', ['一、定义', '五．甲'], `(?<label>(?<han>${HAN}+)\\s?[、.．：:])(?!\\d)`, {rank: 'section', numeric: true}, han),
  row(
    'han-comma',
    ['十一 争议解决'],
    `(?<label>(?<han>${HAN}+))(?=[\\s　])`,
    {rank: 'section', where: 'heading', proof: 'successor', numeric: true},
    han,
  ),
  row(
    'han-comma',
    ['三定义'],
    `(?<label>(?<han>${HAN}+))(?=[^\\s　、.．：:])`,
    {rank: 'section', where: 'heading', proof: 'predecessor', numeric: true},
    han,
  ),
  row('han-paren', ['（一）甲'], `[（(](?<han>${HAN}+)[）)]`, {}, han),
  row('han-paren-right', ['一）甲'], `(?<han>${HAN}+)[）)]`, {}, han),
  row(
    'annex-han',
    ['附件一：清单'],
    `(?<label>(?:附件|附录|附表|附页)\\s?(?<han>${HAN}*|\\d{1,2})(?<letter>[A-Z]?)(?:[：:、.．]|(?=[\\s　《]|$)))`,
    {rank: 'annex', proof: 'title'},
    annexHan,
  ),
  row(
    'decimal',
    ['1.1 Scope', '4.3.2您'],
    `(?<label>(?<digits>\\d{1,3}(?:[.．]\\d{1,3}){1,5})[.．]?[)）、:：]?)(?![\\d,]|[.．]\\d)${NO_UNIT}(?!${UNIT_WORD})`,
    {numeric: true},
    decimal,
  ),
  row(
    'decimal',
    ['18.2 years of warranty are given'],
    `(?<label>(?<digits>\\d{1,3}(?:[.．]\\d{1,3}){1,5}))(?=${UNIT_WORD})`,
    {proof: 'predecessor', numeric: true},
    decimal,
  ),
  row(
    'decimal-dash',
    ['3.1 - Services'],
    `(?<label>(?<digits>\\d{1,3}(?:\\.\\d{1,3}){1,5})\\.?\\s?[-–—])(?=\\s)`,
    {numeric: true},
    decimal,
  ),
  row(
    'decimal-hyphen',
    ['1-2 Scope'],
    `(?<label>(?<digits>\\d{1,2}(?:[-–]\\d{1,2}){1,3})[.)]?)(?=\\s)`,
    {proof: 'successor', numeric: true},
    decimal,
  ),
  row(
    'mixed',
    ['1(a) Scope', '2.b) Scope'],
    `(?<label>(?<digits>\\d{1,3}(?:\\.\\d{1,3}){0,4})\\.?\\s?(?:[(（](?<letter>[a-z])[)）]|(?<letter2>[a-zA-Z])[.)](?=\\s|[A-Z])))`,
    {proof: 'successor', numeric: true},
    mixed,
  ),
  row(
    'n-dot',
    ['1. Scope', '3、甲'],
    `(?<label>(?<digits>\\d{1,3})[.．、])(?![\\d])(?![a-zA-Z][.)])${NO_UNIT}${NO_MONTH}`,
    {numeric: true},
    decimal,
  ),
  row(
    'n-dot',
    ['1000. Scope'],
    `(?<label>(?<digits>\\d{4})[.．、])(?![\\d])(?![a-zA-Z][.)])${NO_UNIT}${NO_MONTH}`,
    {proof: 'predecessor', numeric: true},
    decimal,
  ),
  row('n-paren-right', ['1) Scope'], '(?<digits>\\d{1,3})[)）]', {}, decimal),
  row('n-paren', ['（1）甲'], '[（(](?<digits>\\d{1,3})[)）]', {}, decimal),
  row('n-bracket', ['[1] Scope'], '\\[(?<digits>\\d{1,2})\\](?![(:])', {proof: 'successor'}, decimal),
  row('n-degree', ['1° Objet'], '(?<label>(?<digits>\\d{1,2})[°º])(?=\\s)', {proof: 'successor'}, decimal),
  row('n-slash', ['1/ Objet'], '(?<label>(?<digits>\\d{1,2})\\s?/)(?=\\s|[A-ZÀ-Ý一-龥])', {proof: 'successor'}, decimal),
  row('n-dash', ['1 – Objet'], '(?<label>(?<digits>\\d{1,2})\\s?[-–—])(?=\\s+\\D|[A-ZÀ-Ý])', {proof: 'successor', numeric: true}, decimal),
  row('n-colon', ['1: Scope'], '(?<label>(?<digits>\\d{1,2})\\s?[:：])(?=\\s|[A-ZÀ-Ý一-龥])', {proof: 'successor', numeric: true}, decimal),
  row(
    'n-space',
    ['1 Scope'],
    '(?<label>(?<digits>\\d{1,2}))(?=[\\s　]+[A-ZÀ-Ýa-z一-龥])',
    {where: 'heading', proof: 'successor', numeric: true},
    decimal,
  ),
  row('n-space', ['1定义'], '(?<label>(?<digits>\\d{1,2}))(?=[一-龥])', {where: 'heading', proof: 'predecessor', numeric: true}, decimal),
  row(
    'section-sign',
    ['§ 1 Geltung', '§ 5a Recht'],
    '(?<label>§§?\\s?(?<digits>\\d{1,3})(?<suffix>[a-z]?)[.:]?)(?=\\s|[A-ZÄÖÜ(]|$)',
    {rank: 'section', proof: 'title', numeric: true},
    sign,
  ),
  row(
    'keyword',
    ['Section 1 Scope', 'Article IV – Droit', 'Article premier'],
    `(?<label>(?:${KEYWORDS})\\s+${KEYWORD_NUMBER}\\s?[.:)\\-–—]?)(?=\\s|$)`,
    {rank: 'section', proof: 'title', numeric: true},
    keyword,
  ),
  row(
    'keyword-part',
    ['Part One', 'Teil A: Allgemeines'],
    `(?<label>(?:${PART_KEYWORDS})\\s+${KEYWORD_NUMBER}\\s?[.:)\\-–—]?)(?=\\s|$)`,
    {rank: 'part', proof: 'title', numeric: true},
    keyword,
  ),
  row(
    'keyword-annex',
    ['Schedule A', 'Anlage 1: Preise'],
    `(?<label>(?:${ANNEX_KEYWORDS})(?:\\s+${KEYWORD_NUMBER})?\\s?[.:)\\-–—]?)(?=\\s|$)`,
    {rank: 'annex', proof: 'title'},
    annex,
  ),
  row(
    'letter-decimal',
    ['A.1 Scope'],
    '(?<label>(?<letter>[A-Z])(?<digits>(?:[.-]\\d{1,3}(?:\\.\\d{1,3}){0,3}))\\.?)(?=\\s)',
    {proof: 'successor', numeric: true},
    letterDecimal,
  ),
  row(
    'roman-decimal',
    ['II.3 Scope'],
    '(?<label>(?<roman>[IVX]{1,6})(?<digits>(?:\\.\\d{1,3}){1,3})\\.?)(?=\\s)',
    {proof: 'successor', numeric: true},
    romanDecimal,
  ),
  ...lettered('i', 'ii', '[ivxlc]{1,7}', roman),
  ...lettered('I', 'II', '[IVXLC]{1,7}', roman),
  ...lettered('a', 'b', '(?<twin>[a-z])\\k<twin>?', letter),
  ...lettered('A', 'B', '(?<twin>[A-Z])\\k<twin>?', letter),
  row('glyph-circled', ['①甲'], '(?<glyph>[①-⑳㉑-㉟㊱-㊿❶-❿])', {}, glyph),
  row('glyph-paren', ['⑴甲'], '(?<glyph>[⑴-⒇])', {}, glyph),
  row('glyph-dot', ['⒈甲'], '(?<glyph>[⒈-⒛])', {}, glyph),
  row('question', ['Q1. Why?'], '(?<label>Q\\s?(?<digits>\\d{1,2})[.:、)])', {proof: 'successor'}, decimal),
  ...['•', '·', '●', '■', '▪', '◦', '○', '➢', '➤', '►', '▶', '✓', '✔', '◆', '※'].map((sign_) =>
    row(`bullet-${sign_}`, [`${sign_} text`], `(?<label>${sign_})(?=.)`, {rank: 'bullet'}, bullet),
  ),
  row('bullet-dash', ['– text'], '(?<label>[–—-])(?=\\s+\\S)', {rank: 'bullet'}, bullet),
  row('bullet-dash', ['–texte'], '(?<label>[–-])(?=[A-Za-zÀ-ÿ一-龥])', {rank: 'bullet'}, bullet),
]

function lettered(name: string, second: string, body: string, read: LabelRow['read']): LabelRow[] {
  return [
    row(
      `${name}-dot`,
      [`${second}. text`],
      `(?<label>(?<name>${body})[.．])(?=[\\s　]|[一-龥]|$)`,
      {proof: name === 'a' || name === 'i' ? 'nothing' : 'successor'},
      read,
    ),
    row(`${name}-paren`, [`(${second}) text`], `[（(](?<name>${body})[)）]`, {}, read),
    row(`${name}-paren-right`, [`${second}) text`], `(?<name>${body})[)）]`, {}, read),
    row(`${name}-dash`, [`${second} – text`], `(?<label>(?<name>${body})\\s?[-–—])(?=\\s)`, {proof: 'successor'}, read),
    row(`${name}-slash`, [`${second}/ text`], `(?<label>(?<name>${body})\\s?/)(?=\\s)`, {proof: 'successor'}, read),
    row(`${name}-comma`, [`${second}、text`], `(?<label>(?<name>${body})、)`, {}, read),
  ]
}

function row(
  style: string,
  examples: readonly string[],
  source: string,
  options: Partial<Pick<LabelRow, 'where' | 'proof' | 'rank' | 'numeric'>>,
  read: LabelRow['read'],
): LabelRow {
  return {
    style,
    examples,
    pattern: new RegExp(source, 'uy'),
    read,
    where: options.where ?? 'anywhere',
    proof: options.proof ?? 'nothing',
    rank: options.rank ?? 'any',
    numeric: options.numeric ?? false,
  }
}
