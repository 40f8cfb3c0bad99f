import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {compile, viewAgreement} from '../src/compiler/index.ts'
import {readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer, TemplateFault} from '../src/render/html/index.ts'
import {folderWith, proviso, type Run} from './support/command-line.ts'

const TOKENS = ':root { --own: 1; --ink: #000; --soft: #333; --paper: #fff; --tint: #eee; --line: #ccc; --accent: #00f; --mark: #840; }'

describe('templates of a project', () => {
  it('take the place of ours file by file', async () => {
    const page = await build({
      'templates/partials/permalink.hbs': '<a class="permalink" href="#{{anchor}}">§{{path}}</a>',
      'templates/styles/tokens.css': TOKENS,
      'templates/locales/zh-CN.json': '{"contents": "条目"}',
      'templates/unknown.txt': 'left alone',
    })
    expect(page.code).toBe(0)
    expect(page.html).toContain('<a class="permalink" href="#c-1.1">§1.1</a>')
    expect(page.html).toContain(TOKENS)
    expect(page.html).toContain('class="aside-title">条目</p>')
    const ours = await readTemplates()
    expect(page.html).toContain(ours.styles.screen)
    expect(page.html).toContain(ours.messages['zh-CN']?.['draft-note'])
  })

  it('are a reason to render again', async () => {
    const root = project({})
    const again = async () => (await proviso(['build', '--only', 'html'], {cwd: root})).err
    try {
      await again()
      expect(await again()).toContain('0 rendered')
      mkdirSync(join(root, 'templates/styles'), {recursive: true})
      writeFileSync(join(root, 'templates/styles/tokens.css'), TOKENS)
      expect(await again()).not.toContain('0 rendered')
      expect(readFileSync(join(root, 'dist/zh-CN/terms/index.html'), 'utf8')).toContain(TOKENS)
    } finally {
      rmSync(root, {recursive: true})
    }
  })

  it.each([
    ['{{#if x}', {line: 1, message: 'Unexpected sign after `{{#if x}`, expected the rest of an expression'}],
    ['a\n\n{{#if anchor}}', {line: 3, message: expect.stringContaining('Unexpected end after')}],
    ['{{#if anchor}}{{/each}}', {line: 1, column: 4, message: "if doesn't match each"}],
    ['\n{{nothing}}', {line: 2, column: 3, message: 'Unexpected value `nothing`, expected one that the view has'}],
    ['{{shout anchor}}', {line: 1, column: 1, message: 'Unexpected helper `shout`, expected one of docs/templates.md'}],
    ['{{> strange}}', {message: 'Unexpected partial `strange`, expected a file partials/strange.hbs'}],
    ['{{{anchor}}}', {line: 1, column: 1, message: expect.stringContaining('Unexpected text without escaping')}],
    ['<b>{{&anchor}}</b>', {line: 1, column: 4, message: expect.stringContaining('Unexpected text without escaping')}],
    ['{{t "no-such-words"}}', {message: expect.stringContaining('Unknown message `no-such-words`')}],
  ])('are refused with their place where they cannot be used: %j', async (template, fault) => {
    const own = folderWith({'partials/permalink.hbs': template})
    const renderer = createHtmlRenderer(await readTemplates(own))
    rmSync(own, {recursive: true})
    const [compiled] = compile('# 条款\n\n一、服务\n\n1.1 甲方提供服务。\n')
    if (!compiled) throw new Error('no agreement')
    const view = viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition: {links: [], translations: []}})
    let thrown: unknown
    try {
      renderer.agreement(view)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(TemplateFault)
    expect(thrown).toMatchObject({file: 'partials/permalink.hbs', ...fault})
  })

  it('are told of with file and line by the command line, and nothing is written', async () => {
    const {code, err, isWritten} = await build({'templates/partials/permalink.hbs': '\n{{nothing}}'})
    expect(err).toContain('templates/partials/permalink.hbs:2:3  error  Unexpected value `nothing`')
    expect([code, isWritten]).toEqual([2, false])
  })
})

describe('parameters', () => {
  it('are text, whatever they hold', async () => {
    const hostile = '**x** <script>alert(1)</script> {{supportEmail}} [a](javascript:b) &amp; 1.2 y'
    const {code, html, markdown} = await build({'proviso.config.yaml': `parameters: {channelName: ${JSON.stringify(hostile)}}\n`})
    expect(code).toBe(0)
    const escaped = hostile.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')
    expect(html).toContain(`通过${escaped}提供`)
    expect(html).not.toContain('<script>')
    const words = markdown.replace(/\\/g, '')
    expect(words).toContain('alert(1)')
    expect((await inspected(markdown)).replace(/\s+/g, '')).toContain(hostile.replace(/\s+/g, ''))
  })
})

/** What the canonical Markdown of the shown text says when it is read again. */
async function inspected(markdown: string): Promise<string> {
  const root = folderWith({'a.md': markdown})
  const {out} = await proviso(['inspect', 'a.md', '--json'], {cwd: root})
  rmSync(root, {recursive: true})
  return JSON.parse(out).agreements[0].clauses.map(textOf).join('')
}

interface Inspected {
  readonly text?: string
  readonly children?: readonly Inspected[]
}

function textOf({text = '', children = []}: Inspected): string {
  return text + children.map(textOf).join('')
}

async function build(files: Readonly<Record<string, string>>): Promise<Run & {html: string; markdown: string; isWritten: boolean}> {
  const root = project(files)
  const run = await proviso(['build', '--only', 'html', '--draft'], {cwd: root})
  const page = join(root, 'dist/zh-CN/terms')
  const isWritten = existsSync(join(root, 'dist'))
  const read = (name: string) => (existsSync(join(page, name)) ? readFileSync(join(page, name), 'utf8') : '')
  const [html, markdown] = [read('index.html'), read('terms.md')]
  rmSync(root, {recursive: true})
  return {...run, html, markdown, isWritten}
}

function project(files: Readonly<Record<string, string>>): string {
  return folderWith({
    'proviso.config.yaml': 'parameters: {channelName: X}\n',
    'agreements/terms/agreement.yaml':
      'titles: {zh-CN: 条款}\nprovider: {name: 云笺}\ncounterparty: {kind: both}\nauthoritativeLocale: zh-CN\ntimeZone: Asia/Shanghai\nprofile: {role: direct, counterparty: both, markets: [CN]}\n',
    'agreements/terms/zh-CN.md': '# 服务条款\n\n一、服务\n\n1.1 甲方通过{{channelName}}提供服务。\n\n二、费用\n\n2.1 乙方按月付款。\n',
    ...files,
  })
}
