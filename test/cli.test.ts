import {spawn} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, main, proviso, root} from './support/command-line.ts'

const settings = `titles: {zh-CN: 试验协议}
provider: {name: 试验公司}
counterparty: {kind: both}
authoritativeLocale: zh-CN
timeZone: Asia/Shanghai
profile: {role: direct, counterparty: both, markets: [CN]}
`

describe('bad input is answered with place, cause and remedy', () => {
  const folder = folderWith({
    'empty.md': '',
    'binary.md': new Uint8Array([1, 0, 2]),
    'terms.docx': new Uint8Array([80, 75, 3, 4, 0]),
    'latin1.md': new Uint8Array([...Buffer.from('# 协议\n\n第二行 '), 0xe9, 0x20, 0x41]),
    'folder/a.md': '# x',
  })
  it.each([
    ['a missing file', ['inspect', 'nothing.md'], 3, /nothing\.md does not exist/],
    ['a folder', ['inspect', 'folder'], 2, /folder is a folder.*\n.*folder\/zh-CN\.md/],
    ['an empty file', ['inspect', 'empty.md'], 2, /empty\.md is empty/],
    ['a binary file', ['inspect', 'binary.md'], 2, /binary file/],
    ['a Word file', ['inspect', 'terms.docx'], 2, /proviso import/],
    ['a file in another encoding', ['inspect', 'latin1.md'], 2, /latin1\.md:3 is not UTF-8.*\n.*iconv/],
    ['an unknown command', ['inspct', 'a.md'], 2, /Did you mean inspect/],
    ['an unknown option', ['inspect', '--jsn', 'a.md'], 2, /Did you mean --json/],
    ['a missing argument', ['inspect'], 2, /missing required argument/],
    ['a broken git reference', ['inspect', 'git:HEAD'], 2, /git:<revision>:<path>/],
    ['a git revision that is not there', ['inspect', 'git:nowhere:a.md'], 3, /was not found/],
    ['no project', ['build'], 2, /No proviso\.config\.yaml/],
  ])('%s', async (_, args, code, message) => {
    const run = await proviso(args, {cwd: folder})
    expect(run.err).toMatch(message)
    expect(run.err).not.toMatch(/\n\s+at /)
    expect(run.code).toBe(code)
    expect(run.out).toBe('')
  })

  it.each([
    ['broken YAML', {'agreement.yaml': 'titles: {zh-CN: "x'}, /agreement\.yaml:1:\d+ {2}error/],
    [
      'an unknown key',
      {'agreement.yaml': `${settings}tittles: x\n`},
      /agreement\.yaml:7:1 {2}error {2}Unexpected key `tittles`.*expected one of/,
    ],
    ['a missing key', {'agreement.yaml': settings.replace(/^timeZone.*\n/m, '')}, /Missing `timeZone`/],
    [
      'a wrong value',
      {'agreement.yaml': settings.replace('role: direct', 'role: directt')},
      /agreement\.yaml:6:\d+ {2}error {2}Unexpected value of `profile\.role`, expected one of `platform`, `direct`/,
    ],
  ])('settings with %s', async (_, files, message) => {
    const project = folderWith({
      'proviso.config.yaml': '',
      'agreements/test/zh-CN.md': '# 试验协议\n\n1.1 条款。\n',
      ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`agreements/test/${name}`, content])),
    })
    const run = await proviso(['build', '--only', 'html'], {cwd: project})
    expect(run.err).toMatch(message)
    expect(run.code).toBe(2)
    expect(existsSync(join(project, 'dist'))).toBe(false)
  })

  it.each([
    [
      'a parameter without a value',
      '1.1 请联系 {{phone}}。',
      [],
      1,
      /zh-CN\.md:3:9 {2}error {2}Unexpected parameter `phone` without a value/,
    ],
    ['a value for no parameter', '1.1 条款。', ['--param', 'phone=1'], 2, /No text uses the parameter phone/],
    ['a value without a name', '1.1 条款。', ['--param', 'phone'], 2, /--param name=value/],
    ['a character that no font shows', '1.1 条款 𐀀。', [], 1, /zh-CN\.md:3:8 {2}error {2}Unexpected character `𐀀` \(U\+10000\)/],
    ['a number of jobs that is none', '1.1 条款。', ['--jobs', 'many'], 2, /--jobs many/],
    ['an agreement that is not there', '1.1 条款。', ['nobody'], 2, /No agreement nobody.*\n.*It has test/],
  ])('a build with %s writes nothing', async (_, text, args, code, message) => {
    const project = folderWith({
      'proviso.config.yaml': '',
      'agreements/test/agreement.yaml': settings,
      'agreements/test/zh-CN.md': `# 试验协议\n\n${text}\n`,
    })
    const run = await proviso(['build', '--only', 'html', ...args], {cwd: project})
    expect(run.err).toMatch(message)
    expect(run.code).toBe(code)
    expect(existsSync(join(project, 'dist'))).toBe(false)
  })

  it('a browser that is missing', async () => {
    const project = folderWith({
      'proviso.config.yaml': '',
      'agreements/test/agreement.yaml': settings,
      'agreements/test/zh-CN.md': '# 试验协议\n\n1.1 条款。\n',
    })
    const run = await proviso(['build'], {cwd: project, env: {PUPPETEER_EXECUTABLE_PATH: '/nowhere/chromium'}})
    expect(run.err).toMatch(/\/nowhere\/chromium does not exist\n {2}Mend PUPPETEER_EXECUTABLE_PATH/)
    expect(run.code).toBe(3)
    expect(existsSync(join(project, 'dist'))).toBe(false)
  })
})

describe('inspect', () => {
  it('prints one document with the clauses of every agreement', async () => {
    const {out, code} = await proviso(['inspect', '-', '--json'], {
      input: '# 试验协议\n\n1.1 **期限**：三十日。\n\n1.2 （一）自签订起算；\n',
    })
    expect(code).toBe(0)
    const {schemaVersion, agreements} = JSON.parse(out) as {
      schemaVersion: number
      agreements: {title: string; locale: string; clauses: object[]}[]
    }
    expect(schemaVersion).toBe(1)
    expect(agreements).toHaveLength(1)
    expect(agreements[0]).toMatchObject({
      title: '试验协议',
      locale: 'zh-CN',
      clauses: [
        {path: '1.1', label: '1.1', kind: 'clause', heading: '期限', headingStyle: 'run-in', text: '期限：三十日。'},
        {path: '1.2', label: '1.2', kind: 'clause', text: '（一）自签订起算；'},
      ],
    })
  })

  it('shows an outline of an agreement of the project', async () => {
    const {out, code} = await proviso(['inspect', 'sms-service', '--locale', 'en'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Yunjian SMS Service Agreement {2}en\n/)
    expect(out).toMatch(/8\.4 .*The total liability of Yunjian/)
  })

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [main, 'inspect', 'sms-service'], {cwd: root})
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    child.stdout.destroy()
    await new Promise((done) => child.on('close', done))
    expect(err).toBe('')
  })
})

describe('fmt', () => {
  it('writes files in place, checks them, and passes standard input through', async () => {
    const folder = folderWith({'a.md': '# 协议\n1.1 一。\n1.2 二。\n'})
    expect((await proviso(['fmt', '--check', 'a.md'], {cwd: folder})).code).toBe(1)
    expect((await proviso(['fmt', 'a.md'], {cwd: folder})).code).toBe(0)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('# 协议\n\n1.1 一。\n\n1.2 二。\n')
    expect((await proviso(['fmt', '--check', 'a.md'], {cwd: folder})).code).toBe(0)
    expect((await proviso(['fmt', '-'], {input: '# a\n* b\n'})).out).toBe('# a\n\n- b\n')
  })

  it('finds the samples in canonical form', async () => {
    expect(await proviso(['fmt', '--check'])).toMatchObject({code: 0, err: ''})
  })
})

describe('build', () => {
  it('writes the same bytes in another folder, time zone and language', async () => {
    const builds = await Promise.all(
      [
        {TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C'},
        {TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', USER: 'other'},
      ].map(async (env) => {
        const out = mkdtempSync(join(tmpdir(), 'proviso-build-'))
        const run = await proviso(['build', '--out', out], {env})
        expect(run.err).toMatch(/2 agreements, \d+ versions, \d+ texts, \d+ files/)
        return readAll(out)
      }),
    )
    expect([...(builds[0]?.keys() ?? [])].sort()).toEqual([...(builds[1]?.keys() ?? [])].sort())
    for (const [name, content] of builds[0] ?? []) expect(builds[1]?.get(name)?.equals(content), name).toBe(true)
    expect([...(builds[0]?.keys() ?? [])].filter((name) => name.endsWith('.pdf')).length).toBeGreaterThanOrEqual(6)
  })
})

function readAll(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length + 1), readFileSync(join(entry.parentPath, entry.name))]),
  )
}
