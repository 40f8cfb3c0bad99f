import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compareSources, compile, type RedlineView, viewRedline} from '../src/compiler/index.ts'
import {translator} from '../src/index.ts'
import {openChromiumPrinter, readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {type PdfPrinter, renderPdf} from '../src/render/pdf/index.ts'
import {checkPdf} from './support/pdf-rules/check-pdf.ts'
import {readPdf} from './support/read-pdf.ts'

let printer: PdfPrinter
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
})
afterAll(async () => {
  await printer.close()
})

describe('the PDF of a redline', () => {
  it.each(['chinese-period-insertion-and-lost-emphasis', 'english-move-split-merge-and-retitling', 'rows-and-cells-of-a-table'])(
    'marks in its text what is new and what is gone, in order: %s',
    async (name) => {
      const templates = await readTemplates()
      const read = (file: string) => readFileSync(join(import.meta.dirname, 'fixtures/redline', name, file), 'utf8')
      const [comparison] = compareSources({compiled: compile(read('before.md'))}, {compiled: compile(read('after.md'))})
      if (!comparison) throw new Error('nothing to compare')
      const {from, to, diff} = comparison
      const {locale} = to.agreement
      const translate = translator(templates.messages, locale)
      const view = viewRedline({from: from.agreement, to: to.agreement, diff, translate})
      const html = createHtmlRenderer(templates).redline(view)
      const pdf = await renderPdf(printer, html, {title: view.title, language: locale, date: '2000-01-01T00:00:00Z'})
      const text = (await readPdf(pdf)).text.replace(/\s/g, '')
      const legend = `{+${translate('redline-inserted')}+}[-${translate('redline-deleted')}-]`
      expect(text.match(/\{\+.*?\+\}|\[-.*?-\]/g)?.join('')).toBe(legend + markedWords(view))
      expect(await checkPdf(pdf)).toEqual([])
    },
  )
})

/** What stands in one version only, in the order of the redline, each piece in its marks; blanks left out. */
function markedWords({blocks}: RedlineView): string {
  const lines = blocks.flatMap((block) => block.lines)
  return lines
    .flatMap(({label, runs, rows}) => [label, runs, ...rows.flatMap(({cells}) => cells.map((cell) => cell.runs))].map(marked))
    .join('')
}

function marked(runs: Line['runs']): string {
  const pieces: {op: Line['end']; words: string}[] = []
  for (const {op, value} of runs) {
    const last = pieces.at(-1)
    if (last && last.op === op) last.words += value
    else pieces.push({op, words: value})
  }
  return pieces
    .map(({op, words}) => (op === 'insert' ? `{+${words}+}` : op === 'delete' ? `[-${words}-]` : ''))
    .join('')
    .replace(/\s/g, '')
}

type Line = RedlineView['blocks'][number]['lines'][number]
