import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type Agreement, type AgreementDiff, compareSources, compile, flattenClauses, ownText, viewRedline} from '../src/compiler/index.ts'
import {translator} from '../src/index.ts'
import {readTemplates} from '../src/io/index.ts'
import {renderRedlineDocx} from '../src/render/docx/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {renderRedlineMarkdown} from '../src/render/markdown/index.ts'
import {renderRedlineText} from '../src/render/text/index.ts'
import {type Fixture, fixtures} from './support/fixtures.ts'
import {chance, Mutant, OPERATIONS} from './support/mutate.ts'
import {readDocx} from './support/read-docx.ts'
import {linesOf, readSide} from './support/redline-sides.ts'
import {agreementSources, realSources} from './support/sources.ts'

const templates = await readTemplates()
const {messages} = templates

function redline({read}: Fixture) {
  return between(read('before.md'), read('after.md'))
}

function between(before: string, after: string) {
  const [comparison] = compareSources({compiled: compile(before)}, {compiled: compile(after)})
  if (!comparison) throw new Error('nothing to compare')
  const {from, to, diff} = comparison
  const translate = translator(messages, to.agreement.locale)
  return {view: viewRedline({from: from.agreement, to: to.agreement, diff, translate}), translate}
}

const PLAIN = {
  insert: (text: string) => `{+${text}+}`,
  delete: (text: string) => `[-${text}-]`,
  strong: (text: string) => text,
  soft: (text: string) => text,
}

const texts = [...agreementSources(), ...realSources().filter(([name]) => name.startsWith('seeds'))]
  .flatMap(([, source]) => compile(source))
  .filter(({agreement}) => flattenClauses(agreement).length > 8)
const sentences = texts
  .flatMap(({agreement}) => flattenClauses(agreement).map(ownText))
  .flatMap((text) => text.match(/[^。；.;]{12,80}[。；.;]/g) ?? [])

describe('a redline as text', () => {
  fixtures('redline', 'redline.txt', (fixture) => {
    const {view, translate} = redline(fixture)
    return renderRedlineText(view, translate, PLAIN)
  })
})

describe('a redline as Markdown', () => {
  fixtures('redline', 'redline.md', (fixture) => {
    const {view, translate} = redline(fixture)
    return renderRedlineMarkdown(view, translate)
  })

  it('shows what is hostile as text', () => {
    const hostile = '1.1 见 <script>alert(1)</script> 与 ~~@everyone~~ ![x](http://evil.example) 和 `code`。'
    const {view, translate} = between('# 协议\n\n1.1 见附件。\n\n1.2 本协议有效。\n', `# 协议\n\n${hostile}\n\n1.2 本协议有效。\n`)
    const markdown = renderRedlineMarkdown(view, translate)
    expect(markdown).not.toMatch(/<script|@everyone|!\[x\]|http:/)
  })
})

describe('a redline as HTML', () => {
  const renderer = createHtmlRenderer(templates)

  it.each(['chinese-period-insertion-and-lost-emphasis', 'english-move-split-merge-and-retitling', 'rows-and-cells-of-a-table'])(
    'holds both versions of %s, and says in words what is inserted and deleted',
    (name) => {
      const read = (file: string) => readFileSync(join(import.meta.dirname, 'fixtures/redline', name, file), 'utf8')
      const {view} = redline({read})
      const html = renderer.redline(view)
      const inline = [...html.matchAll(/<div class="inline">(.*?)<\/div>\n(?:<div class="sides">|<\/section>)/gs)]
        .map(([, block = '']) => block)
        .join('\n')
      const words = (without: 'ins' | 'del') =>
        inline
          .replace(/<span class="hidden">.*?<\/span>/g, '')
          .replace(new RegExp(`<${without}>.*?</${without}>`, 'gs'), '')
          .replace(/<[^>]+>|\s|&#x?\w+;/g, '')
      const plain = (lines: readonly string[]) => lines.join('').replace(/\s|[&<>"]/g, '')
      const isMoved = view.blocks.some(({status}) => status === 'moved')
      if (!isMoved) {
        expect(words('ins')).toBe(plain(readSide(view, 'old')))
        expect(words('del')).toBe(plain(readSide(view, 'new')))
      }
      const inserted = translator(messages, view.locale)('redline-inserted')
      expect(html).toContain(`<ins><span class="hidden">[${inserted}: </span>`)
      expect(html).not.toMatch(/<script/)
      for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${anchor}"`)
    },
  )
})

describe('a redline', () => {
  it('holds both versions whole and in order, and Word gives them by accepting or rejecting all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({max: texts.length - 1}),
        fc.nat(),
        fc.array(fc.constantFrom(...OPERATIONS), {minLength: 1, maxLength: 14}),
        async (index, seed, operations) => {
          const base = texts[index]
          if (!base) throw new Error('no text')
          const mutant = new Mutant(base.agreement, sentences, chance(seed))
          const before = {...base, agreement: mutant.agreement()}
          for (const operation of operations) mutant.apply(operation)
          const after = {...base, agreement: mutant.agreement()}
          const [comparison] = compareSources({compiled: [before]}, {compiled: [after]})
          if (!comparison) throw new Error('nothing to compare')
          await expectBothSides(before.agreement, after.agreement, comparison.diff)
        },
      ),
      {numRuns: 25},
    )
  })

  it.each(readdirSync(join(import.meta.dirname, 'fixtures/redline')))('does so for %s, forwards and backwards', async (name) => {
    const [before = '', after = ''] = ['before.md', 'after.md'].map((file) =>
      readFileSync(join(import.meta.dirname, 'fixtures/redline', name, file), 'utf8'),
    )
    for (const [old, now] of [
      [before, after],
      [after, before],
    ] as const) {
      const [comparison] = compareSources({compiled: compile(old)}, {compiled: compile(now)})
      if (!comparison) throw new Error('nothing to compare')
      await expectBothSides(comparison.from.agreement, comparison.to.agreement, comparison.diff)
    }
  })
})

async function expectBothSides(from: Agreement, to: Agreement, diff: AgreementDiff): Promise<void> {
  const view = viewRedline({from, to, diff, translate: translator(messages, from.locale)})
  expect(readSide(view, 'old')).toEqual(linesOf(from))
  expect(readSide(view, 'new')).toEqual(linesOf(to))
  const docx = await renderRedlineDocx(view, {title: '', language: 'en', author: 'Proviso', date: '2000-01-01T00:00:00Z'})
  const lines = (agreement: Agreement) => linesOf(agreement).filter((line) => line !== '')
  expect(readDocx(docx, 'rejected').filter((line) => line !== '')).toEqual(lines(from))
  expect(readDocx(docx, 'accepted').filter((line) => line !== '')).toEqual(lines(to))
  expect(new Set(view.blocks.map(({anchor}) => anchor)).size).toBe(view.blocks.length)
}
