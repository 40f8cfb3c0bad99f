import {type Agreement, headingText, ownText} from '../../src/compiler/clause-tree/index.ts'
import {flattenClauses} from '../../src/compiler/index.ts'

/** How an extractor of PDF text spoils an agreement. */
export interface Extraction {
  /** Width of a line in Han characters. */
  readonly width: number
  readonly linesPerPage: number
  /** Prints the headings of a page after its text. */
  readonly gathersHeadings: boolean
  readonly blankLines: number
  readonly pageMark: '\f' | ' ' | ''
  readonly header?: string
  readonly footer?: (page: number, pages: number) => string
  readonly hyphenates: boolean
}

interface Piece {
  readonly text: string
  readonly isHeading: boolean
}

/** The text of an agreement as it comes out of a PDF: wrapped, parted by pages, with furniture and gathered headings. */
export function simulateExtraction(agreement: Agreement, extraction: Extraction): string {
  const pieces: Piece[] = [
    ...agreement.titles.map((title) => ({text: headingText(title), isHeading: false})),
    ...flattenClauses(agreement).flatMap((clause): Piece[] => {
      const label = clause.label?.text ?? ''
      const gap = /[）、．]$/.test(label) || label === '' ? '' : ' '
      if (clause.heading?.style !== 'heading') return [{text: label + gap + ownText(clause), isHeading: false}]
      const heading = {text: label + gap + headingText(clause.heading), isHeading: true}
      return clause.body ? [heading, {text: ownText(clause), isHeading: false}] : [heading]
    }),
  ]
  const lines = pieces.flatMap(({text, isHeading}) => wrap(text, extraction).map((line) => ({line, isHeading})))
  const pages: string[][] = []
  for (let from = 0; from < lines.length; from += extraction.linesPerPage) {
    const page = lines.slice(from, from + extraction.linesPerPage)
    const ordered = extraction.gathersHeadings
      ? [...page.filter((entry) => !entry.isHeading), ...page.filter((entry) => entry.isHeading)]
      : page
    pages.push(ordered.map(({line}) => line))
  }
  const between = '\n'.repeat(extraction.blankLines + 1)
  return pages
    .map((page, index) => {
      const text = [
        ...(extraction.header === undefined ? [] : [extraction.header]),
        ...page,
        ...(extraction.footer ? [extraction.footer(index + 1, pages.length)] : []),
      ].join(between)
      return index === 0 ? text : extraction.pageMark + text
    })
    .join(between)
}

function wrap(text: string, {width, hyphenates}: Extraction): string[] {
  const tokens = text.match(/ +|[（(《“‘]*(?:[A-Za-z0-9À-ÿ$%.,'’-]+|.)[，。；：！？、）)》”’,.;:!?%]*/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const token of tokens) {
    if (measure(line + token) <= width) {
      line += token
      continue
    }
    const word = /^([a-z]{4,})([a-z]{3,}[.,;]?)$/.exec(token)
    if (hyphenates && word?.[1] && word[2] && measure(`${line}${word[1]}-`) <= width) {
      lines.push(`${line}${word[1]}-`)
      line = word[2]
      continue
    }
    lines.push(line.trimEnd())
    line = token.trimStart()
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '')
}

function measure(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u2e80-\uffef“”‘’]/.test(character)
      ? 1
      : 'iljtf.,:;|!I()[]- '.includes(character)
        ? 0.3
        : /[mwMW]/.test(character)
          ? 0.8
          : 0.55
  return width
}
