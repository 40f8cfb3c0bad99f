import {datesIn, durationsIn, type Facts, moneyIn, percentagesIn, readNumber, referencePlaces} from '../../analyze/index.ts'
import {type Agreement, type Clause, flattenClauses, headingText, ownText} from '../../clause-tree/index.ts'

/** What a clause says that is the same in every language. */
export interface ClauseContent {
  /** `CNY 0.35`, `10 %`, `30 calendar-day`, `2025-03-01`. */
  readonly money: readonly string[]
  readonly percentages: readonly string[]
  readonly durations: readonly string[]
  readonly dates: readonly string[]
  /** Numbers written in digits, those above left out. */
  readonly digits: readonly string[]
  /** All numbers, however written. */
  readonly numbers: ReadonlySet<string>
  /** Paths of the clauses it refers to. */
  readonly references: readonly string[]
  /** Kinds by which it surely limits the reader. */
  readonly limitations: readonly string[]
  /** It may limit somebody, surely or not. */
  readonly isLimiting: boolean
  /** Emphasised characters ÷ characters. */
  readonly emphasis: number
  readonly length: number
}

/** Contents of all clauses of an agreement. */
export function clauseContents(agreement: Agreement, facts: Facts): ReadonlyMap<Clause, ClauseContent> {
  const references = byPath(facts.references)
  const limitations = byPath(facts.limitations)
  const emphasis = byPath(facts.emphasis)
  const dates = byPath(facts.dates)
  return new Map(
    flattenClauses(agreement).map((clause) => [
      clause,
      contentOf(clause, {
        references: references.get(clause.path) ?? [],
        limitations: limitations.get(clause.path) ?? [],
        emphasis: emphasis.get(clause.path) ?? [],
        dates: dates.get(clause.path) ?? [],
      }),
    ]),
  )
}

type ClauseFacts = Pick<Facts, 'references' | 'limitations' | 'emphasis' | 'dates'>

function contentOf(clause: Clause, facts: ClauseFacts): ClauseContent {
  const own = ownText(clause)
  const said = own === '' ? headingText(clause.heading) : own
  const unreferring = referencePlaces(said, facts.references).reduceRight(
    (rest, {start, end}) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    said,
  )
  const text = facts.dates.reduce((rest, {phrase}) => rest.replace(phrase, ' '), unreferring)
  const money = moneyIn(text)
  const percentages = percentagesIn(text)
  const durations = durationsIn(text)
  const dates = datesIn(text)
  let rest = text
  for (const {start, end} of [...money, ...percentages, ...durations, ...dates].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return {
    money: money.map(({currency, value}) => `${currency} ${value}`).sort(),
    percentages: percentages.map(({value}) => `${value} %`).sort(),
    durations: durations.map(({count, unit}) => `${count} ${unit}`).sort(),
    dates: dates.map(({value}) => value).sort(),
    digits: [
      ...rest.matchAll(
        /(?<![\p{Script=Latin}\d.:/])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)(?<scale>[万亿])?(?![\p{Script=Latin}\d])/gu,
      ),
    ]
      .map(numberText)
      .sort(),
    numbers: allNumbers(text),
    references: [
      ...new Set(facts.references.flatMap(({text: words, target}) => (target !== undefined && NUMBERED.test(words) ? [target] : []))),
    ].sort(),
    limitations: [
      ...new Set(
        facts.limitations.filter(({strength, benefits}) => strength === 'definite' && benefits === 'provider').map(({kind}) => kind),
      ),
    ].sort(),
    isLimiting: facts.limitations.length > 0,
    emphasis: facts.emphasis.filter(({role}) => role === 'prompt').reduce((sum, {share}) => sum + share, 0),
    length: own.replace(/\s/g, '').length,
  }
}

/** `附件` alone names no annex in particular. */
const NUMBERED = /[\d〇零一二两三四五六七八九十百]|\b[A-Z]\b/

/** Values of all digits, Han numerals and number words of a text. */
function allNumbers(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const match of text.matchAll(/(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)(?<scale>[万亿])?/g)) found.add(numberText(match))
  for (const match of text.matchAll(/[〇零一二两三四五六七八九十百千]+|\p{L}+(?:-\p{L}+)?/gu)) {
    const value = readNumber(match[0])
    if (value !== undefined) found.add(String(value))
  }
  return found
}

function numberText({0: written, groups}: RegExpMatchArray): string {
  const plain = written.replace(/[,万亿]/g, '')
  return groups?.scale === undefined ? plain : String(Number(plain) * (groups.scale === '万' ? 1e4 : 1e8))
}

function byPath<T extends {readonly path: string}>(facts: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>()
  for (const fact of facts) map.set(fact.path, [...(map.get(fact.path) ?? []), fact])
  return map
}
