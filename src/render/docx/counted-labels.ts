import {AlignmentType, type INumberingOptions, type IParagraphOptions, LevelFormat, LevelSuffix} from 'docx'
import {type ClauseView, labelGap} from '../../compiler/view/index.ts'

/** Labels that Word counts itself, and the lists that they make up. */
export interface CountedLabels {
  /** How the paragraphs of some siblings are numbered; undefined where a label has to be written out. */
  count(siblings: readonly Pick<ClauseView, 'label' | 'labelValue'>[]): readonly (NumberedBy | undefined)[]
  /** All lists so far, for the document. */
  lists(): INumberingOptions['config']
}

type NumberedBy = NonNullable<IParagraphOptions['numbering']>

/**
 * Turns labels into automatic numbers of Word, so that a clause that somebody puts in or takes out there renumbers its siblings: each run of
 * siblings whose labels count on, with the same words around the number, becomes a list that begins with the first of them.
 * A lone label is written out unless it is the first of its kind: it might as well be of another format.
 */
export function countedLabels(): CountedLabels {
  const config: INumberingOptions['config'][number][] = []
  return {
    lists: () => config,
    count: (siblings) => {
      const numbers = siblings.map(({label = '', labelValue}) => (labelValue === undefined ? undefined : takeApart(label, labelValue)))
      const found: (NumberedBy | undefined)[] = []
      for (let from = 0; from < numbers.length; ) {
        const first = numbers[from]
        const run = first ? lengthOfRun(numbers.slice(from), first) : 1
        const list = first && (run > 1 || first.value === 1) ? addList(first) : undefined
        for (let member = 0; member < run; member += 1) found.push(list)
        from += run
      }
      return found
    },
  }

  function addList({before, after, format, value, gap}: CountedLabel): NumberedBy {
    const reference = `clauses-${config.length + 1}`
    const level = {
      level: 0,
      format,
      text: `${before}%1${after}`,
      start: value,
      alignment: AlignmentType.START,
      suffix: gap === '' ? LevelSuffix.NOTHING : LevelSuffix.SPACE,
      style: {paragraph: {indent: {left: 0, hanging: 0}}},
    }
    config.push({reference, levels: [level]})
    return {reference, level: 0}
  }
}

/** A label taken apart: `3.2` is the words `3.` around the second number. */
interface CountedLabel {
  readonly before: string
  readonly after: string
  readonly format: (typeof LevelFormat)[keyof typeof LevelFormat]
  readonly value: number
  readonly gap: string
}

/** Finds the number in a label that counts with `value`. None where Word would write that number otherwise. */
function takeApart(label: string, value: number): CountedLabel | undefined {
  const {before = '', number = '', after = ''} = NUMBERED.exec(label)?.groups ?? {}
  const format = formatOf(number, value)
  return format && {before, after, format, value, gap: labelGap(label)}
}

const NUMERAL = 'A-Za-z\\d〇零一二两三四五六七八九十百千廿卅'
const NUMBERED = new RegExp(
  `^(?<before>(?:[^%]*[^%${NUMERAL}])?)(?<number>\\d+|[a-z]+|[A-Z]+|[〇零一二两三四五六七八九十百千廿卅]+)(?<after>[^%${NUMERAL}]*)$`,
)

function formatOf(number: string, value: number): CountedLabel['format'] | undefined {
  if (number === String(value)) return LevelFormat.DECIMAL
  if (/^(?=.)(?:[二三四五六七八九]?十)?[一二三四五六七八九]?$/.test(number)) return LevelFormat.CHINESE_COUNTING
  const isLower = number === number.toLowerCase()
  if (/^[a-z]$/i.test(number) && number.toLowerCase().charCodeAt(0) - 96 === value)
    return isLower ? LevelFormat.LOWER_LETTER : LevelFormat.UPPER_LETTER
  if (/^[ivxlcdm]+$/i.test(number)) return isLower ? LevelFormat.LOWER_ROMAN : LevelFormat.UPPER_ROMAN
  return undefined
}

function lengthOfRun(numbers: readonly (CountedLabel | undefined)[], first: CountedLabel): number {
  const end = numbers.findIndex(
    (number, index) =>
      number === undefined ||
      number.before !== first.before ||
      number.after !== first.after ||
      number.format !== first.format ||
      number.value !== first.value + index,
  )
  return end < 0 ? numbers.length : end
}
