import {AlignmentType, type INumberingOptions, type IParagraphOptions, LevelFormat, LevelSuffix} from 'docx'
import {labelGap} from '../../compiler/view/index.ts'

/** Labels that Word counts itself, and the lists that they make up. */
export interface CountedLabels {
  /** How the paragraphs of some siblings are numbered, one for each label; undefined where a label has to be written out. */
  count(labels: readonly (string | undefined)[]): readonly (NumberedBy | undefined)[]
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
    count: (labels) => {
      const numbers = labels.map((label) => (label === undefined ? undefined : readLabel(label)))
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

function readLabel(label: string): CountedLabel | undefined {
  const {
    before = '',
    number = '',
    after = '',
  } = /^(?<before>[^%]*?)(?<number>[1-9]\d{0,3}|[a-z]|[A-Z]|[一二三四五六七八九十]{1,3})(?<after>[^%\da-zA-Z一二三四五六七八九十]*)$/.exec(
    label,
  )?.groups ?? {}
  if (number === '' || /[\da-zA-Z一二三四五六七八九十]$/.test(before)) return undefined
  const parts = {before, after, gap: labelGap(label)}
  if (/^\d/.test(number)) return {...parts, format: LevelFormat.DECIMAL, value: Number(number)}
  if (/^[a-z]$/.test(number)) return {...parts, format: LevelFormat.LOWER_LETTER, value: number.charCodeAt(0) - 96}
  if (/^[A-Z]$/.test(number)) return {...parts, format: LevelFormat.UPPER_LETTER, value: number.charCodeAt(0) - 64}
  const value = HAN_NUMBERS.indexOf(number) + 1
  return value === 0 ? undefined : {...parts, format: LevelFormat.CHINESE_COUNTING, value}
}

/** 一 to 九十九, as Word counts. */
const HAN_NUMBERS = Array.from({length: 99}, (_, index) => {
  const digits = '一二三四五六七八九'
  const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10]
  return `${tens > 1 ? digits.charAt(tens - 1) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones - 1) : ''}`
})

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
