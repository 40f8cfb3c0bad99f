import {cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {openSettingsCache} from '../src/io/index.ts'
import {folderWith, proviso} from './support/command-line.ts'

const settings = (title: string) => `titles: {zh-CN: ${title}}
provider: {name: 示例公司}
counterparty: {kind: business}
authoritativeLocale: zh-CN
timeZone: Asia/Shanghai
profile: {role: direct, counterparty: business, markets: [CN]}
`
const text = (days: number) => `# 示例条款\n\n## 一、付款\n\n1.1 您应当在${days}天内向{{channel}}付款。\n`

/** Agreements a and b, built. */
let built = ''
/** A copy of it. */
let project = ''

beforeAll(async () => {
  built = folderWith({
    'proviso.config.yaml': 'parameters: {channel: 甲渠道}\n',
    'agreements/a/agreement.yaml': settings('甲'),
    'agreements/a/zh-CN.md': text(10),
    'agreements/b/agreement.yaml': settings('乙'),
    'agreements/b/zh-CN.md': text(20),
  })
  await build([], built)
})

beforeEach(() => {
  project = folderWith({})
  cpSync(built, project, {recursive: true, preserveTimestamps: true})
})

describe('a build after another', () => {
  it('renders nothing where nothing changed, wherever it is started and whenever files were touched', async () => {
    const file = join(project, 'agreements/a/zh-CN.md')
    utimesSync(file, new Date(), new Date(Date.now() + 60_000))
    expect(await build()).toMatch(/\(0 rendered, /)
    expect(await build([], join(project, 'agreements/a'))).toMatch(/\(0 rendered, /)
  })

  const changes: [string, () => void, string[]][] = [
    ['the text of an agreement', () => write('agreements/a/zh-CN.md', text(30)), ['zh-CN/a/index.html']],
    ['the text, with the size and the time that it had', () => keepingTime('agreements/a/zh-CN.md', text(30)), ['zh-CN/a/index.html']],
    [
      'the provider in the settings of an agreement',
      () => amend('agreements/a/agreement.yaml', '示例公司', '样例公司'),
      ['zh-CN/a/index.html', 'index.html'],
    ],
    ['a parameter of the project', () => amend('proviso.config.yaml', '甲渠道', '乙渠道'), ['zh-CN/a/index.html', 'zh-CN/b/index.html']],
    ['the name of the site', () => amend('proviso.config.yaml', 'parameters', 'site: {name: 协议中心}\nparameters'), ['index.html']],
    [
      'a template',
      () => write('templates/styles/tokens.css', ':root{--paper:#fff}'),
      ['zh-CN/a/index.html', 'zh-CN/b/index.html', 'index.html'],
    ],
    ['a message', () => write('templates/locales/zh-CN.json', '{"contents": "本文目录"}'), ['zh-CN/a/index.html', 'zh-CN/b/index.html']],
    [
      'the id of an agreement',
      () => renameSync(join(project, 'agreements/a'), join(project, 'agreements/c')),
      ['zh-CN/c/index.html', 'index.html'],
    ],
    ['a translation', () => write('agreements/a/en.md', '# Terms\n\n1. Pay {{channel}}.\n'), ['en/a/index.html', 'zh-CN/a/index.html']],
  ]
  it.each(changes)('renders again what comes from %s', async (_, change, pages) => {
    const before = contents()
    change()
    expect(await build()).not.toMatch(/\(0 rendered, /)
    const after = contents()
    for (const page of pages) expect(after.get(page), page).not.toBe(before.get(page))
    await expectAsFromNothing()
  })

  it('renders again with a parameter that is given, and back without it', async () => {
    const first = contents()
    await build(['--param', 'channel=丙渠道'])
    expect(contents().get('zh-CN/a/index.html')).toContain('丙渠道')
    await build()
    expect(contents()).toEqual(first)
  })

  it('makes outputs again that are gone, and no others', async () => {
    const first = contents()
    const kept = join(project, 'dist/zh-CN/b/index.html')
    const {mtimeMs} = statSync(kept)
    rmSync(join(project, 'dist/zh-CN/a/a.md'))
    rmSync(join(project, 'dist/index.html'))
    expect(await build()).toMatch(/\(2 rendered, /)
    expect(contents()).toEqual(first)
    expect(statSync(kept).mtimeMs).toBe(mtimeMs)
    rmSync(join(project, 'dist'), {recursive: true})
    await build()
    expect(contents()).toEqual(first)
  })

  it('still tells of errors in texts that did not change', async () => {
    write('agreements/a/zh-CN.md', `${text(10)}\n1.2 见{{missing}}。\n`)
    const told = /agreements\/a\/zh-CN\.md:\d+:\d+ {2}error {2}.*missing/
    expect(await build(['--draft'])).toMatch(told)
    const again = await build(['--draft'])
    expect(again).toMatch(told)
    expect(again).toMatch(/\(0 rendered, /)
  })
})

describe('settings that were read before', () => {
  it('are not parsed again, unless they or the program changed', async () => {
    const names = Array.from({length: 60}, (_, index) => `条款${index}`)
    const cache = openSettingsCache(project)
    const first = names.map((name) => cache.read(settings(name), name))
    expect(first.map((read) => read.settings?.titles['zh-CN'])).toEqual(names)
    await cache.save()
    const again = openSettingsCache(project)
    expect(names.map((name) => again.read(settings(name), name))).toEqual(first)
    expect(again.read(settings('另一条款'), '').settings?.titles).toEqual({'zh-CN': '另一条款'})
    expect(openSettingsCache(join(project, 'agreements')).read(settings('条款0'), '')).toEqual(first[0])
  })

  it('tell their faults each time', async () => {
    write('agreements/a/agreement.yaml', `${settings('甲')}colour: red\n`)
    for (let round = 0; round < 2; round += 1) expect(await build()).toMatch(/Unexpected key `colour`/)
  })
})

async function build(args: readonly string[] = [], cwd = project): Promise<string> {
  return (await proviso(['build', '--only', 'html', ...args], {cwd})).err
}

/** The site is the same as one that is built at once. */
async function expectAsFromNothing(): Promise<void> {
  const after = contents()
  rmSync(join(project, 'dist'), {recursive: true})
  await build()
  expect(contents()).toEqual(after)
}

function contents(): Map<string, string> {
  const out = join(project, 'dist')
  const files = readdirSync(out, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return new Map(
    files.map(
      ({parentPath, name}) => [join(parentPath, name).slice(out.length + 1), readFileSync(join(parentPath, name), 'utf8')] as const,
    ),
  )
}

function write(name: string, content: string): void {
  const file = join(project, name)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, content)
}

function amend(name: string, from: string, to: string): void {
  write(name, readFileSync(join(project, name), 'utf8').replace(from, to))
}

function keepingTime(name: string, content: string): void {
  const {atime, mtime} = statSync(join(project, name))
  write(name, content)
  utimesSync(join(project, name), atime, mtime)
}
