import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compile, viewAgreement} from '../src/compiler/index.ts'
import {readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {outlineWords} from './support/outline.ts'
import {expectSameText} from './support/same-text.ts'
import {agreementSources, realSources} from './support/sources.ts'

const templates = await readTemplates()
const renderer = createHtmlRenderer(templates)
const templateFolder = join(import.meta.dirname, '../templates')

describe('a page', () => {
  it.each([...agreementSources(), ...realSources()])('of %s holds its text, all of it and in order', (_, source) => {
    for (const page of pages(source)) expectSameText(textOf(page.html), squash(page.words))
  })

  it('of any text is escaped and leads nowhere harmful', () => {
    const piece = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=y>',
      '"',
      "'",
      '&',
      '&lt;',
      '{{x}}',
      '{{{x}}}',
      '[a](javascript:alert(1))',
      '[b](data:text/html,x)',
      '[c](//evil.example)',
      '[d](https://good.example)',
      '![e](http://x.example/p.png)',
      '1.1 ',
      '\n\n',
      '**粗**',
      '</style>',
      '# 协议',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), (parts) => {
        for (const {html} of pages(parts.join(''))) {
          expect(html).not.toMatch(/<(?:script(?! type="application\/(?:ld\+)?json")|img|iframe|object|embed|form|input)\b/i)
          expect(html).not.toMatch(/\son\w+\s*=/i)
          expect(
            [...html.matchAll(/href="([^"]*)"/g)]
              .map(([, href]) => href)
              .filter((href) => !/^(?:#|https:\/\/good\.example|\.\.?\/)/.test(href ?? '')),
          ).toEqual([])
        }
      }),
      {numRuns: 300},
    )
  })

  it('is the same for the same text', () => {
    const [, source] = agreementSources()[0] ?? ['', '']
    expect(pages(source)).toEqual(pages(source))
  })
})

describe('the templates', () => {
  it('never write anything unescaped', () => {
    for (const file of readdirSync(templateFolder, {recursive: true}).map(String)) {
      if (file.endsWith('.hbs')) expect(readFileSync(join(templateFolder, file), 'utf8'), file).not.toMatch(/\{\{\{|\{\{&/)
    }
  })

  it('have every message in every language', () => {
    for (const folder of ['locales', 'locales/notice']) {
      const files = readdirSync(join(templateFolder, folder)).filter((file) => file.endsWith('.json'))
      const [first = [], ...others] = files.map((file) => messageKeys(join(templateFolder, folder, file)))
      for (const keys of others) expect(keys).toEqual(first)
    }
  })

  it('print numbers as plain digits, so that no page depends on the machine', () => {
    for (const [locale, messages] of Object.entries(templates.messages))
      for (const [key, text] of Object.entries(messages)) expect(text, `${locale} ${key}`).not.toMatch(/#|\{\w+, ?(?:number|date|time)/)
  })
})

function messageKeys(file: string): string[] {
  const messages: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Object.keys(messages ?? {}).sort()
}

function pages(source: string): {html: string; words: string}[] {
  return compile(source).map(({agreement, facts}) => {
    const view = viewAgreement(agreement, facts, {fallbackTitle: '', edition: {links: [], translations: []}})
    return {html: renderer.agreement(view), words: outlineWords(agreement)}
  })
}

/** Text of header and main, permalinks, bullets and edition left out. */
function textOf(html: string): string {
  const body = html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<nav[\s\S]*?<\/nav>/, '')
    .replace(/<section class="limiting"[\s\S]*?<\/section>/, '')
    .replace(/<div class="edition">[\s\S]*?(?=<\/header>)/, '')
    .replace(/<a class="(?:skip|permalink)"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<h1 data-declared>[\s\S]*?<\/h1>/, '')
  return squash(
    body
      .replace(/<[^>]*>/g, '')
      .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&'),
  )
}

function squash(text: string): string {
  return text.replace(/[\s\u200b\ufeff•-]+/g, '')
}
