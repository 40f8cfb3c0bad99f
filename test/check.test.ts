import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, proviso} from './support/command-line.ts'

const FAULTY = `# 试验协议

## 一、服务

1.1 甲方提供服务,乙方付款。

1.2 甲方应当以以书面形式通知。

1.4 服务按月计费。
`
const CLEAN = '# 试验协议\n\n## 一、服务\n\n1.1 甲方提供服务，乙方付款。\n'
const settings = `titles: {zh-CN: 试验协议, en: Trial Agreement}
provider: {name: 试验公司}
counterparty: {kind: both}
authoritativeLocale: zh-CN
timeZone: Asia/Shanghai
profile: {role: direct, counterparty: both, markets: [CN]}
`

interface Found {
  readonly ruleId: string
  readonly severity: string
  readonly file: string
  readonly position: {readonly start: {readonly line: number}}
}

const found = (out: string) => (JSON.parse(out) as {diagnostics: Found[]}).diagnostics

describe('proviso check', () => {
  it('shows each finding with its line and a caret below it', async () => {
    const cwd = folderWith({'terms.md': FAULTY})
    const {code, out} = await proviso(['check', 'terms.md'], {cwd})
    expect(code).toBe(1)
    const lines = out.split('\n')
    const at = lines.findIndex((line) => line.includes('halfwidth-punctuation'))
    expect(lines[at]).toMatch(/^ {2}5:11 +\w+ +Unexpected .*fixable$/)
    expect(lines[at + 1]?.trim()).toBe('1.1 甲方提供服务,乙方付款。')
    expect(lines[at + 2]?.trim()).toBe('^')
    expect(out).toMatch(/\d+ errors, \d+ warnings, \d+ notes {3}\d+ fixable with --fix\n$/)
  })

  it('tells people once of a slip that the text repeats, and programs of every place', async () => {
    const repeated =
      '# 协议\n\n## 一、甲\n\n1.1 其他，其他，其他，其他。\n\n1.2 其它。\n\n1.3 甲方付款,\n\n1.4 乙方付款,\n\n1.5 丙方付款,\n'
    const cwd = folderWith({'terms.md': repeated})
    const {out} = await proviso(['check', 'terms.md'], {cwd})
    expect(out.match(/^.*halfwidth-punctuation.*$/gm)).toEqual([
      expect.stringMatching(/^ {2}9:9 .*expected `，`; 2 further places: 11:9, 13:9 .*fixable$/),
    ])
    expect(out).toMatch(/as elsewhere in this agreement {2}\[1\.2\]/)
    expect((await proviso(['check', 'terms.md', '--reporter', 'github'], {cwd})).out.match(/halfwidth-punctuation/g)).toHaveLength(1)
    const {out: json} = await proviso(['check', 'terms.md', '--reporter', 'json'], {cwd})
    expect(found(json).filter(({ruleId}) => ruleId === 'halfwidth-punctuation')).toHaveLength(3)
    await proviso(['check', 'terms.md', '--fix'], {cwd})
    expect(readFileSync(join(cwd, 'terms.md'), 'utf8')).not.toContain(',')
  })

  it('prints one JSON document', async () => {
    const cwd = folderWith({'terms.md': FAULTY})
    const {code, out} = await proviso(['check', 'terms.md', '--reporter', 'json'], {cwd})
    expect(code).toBe(1)
    expect(found(out)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ruleId: 'number-gap',
          severity: 'error',
          file: 'terms.md',
          url: 'docs/diagnostics.md#number-gap',
          related: [],
        }),
        expect.objectContaining({ruleId: 'character-doubled', actual: '以以'}),
      ]),
    )
  })

  it('prints annotations that GitHub reads', async () => {
    const cwd = folderWith({'a,b.md': FAULTY})
    const {out} = await proviso(['check', 'a,b.md', '--reporter', 'github'], {cwd})
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^::(?:error|warning|notice) file=a%2Cb\.md,line=\d+,col=\d+,endLine=\d+,title=[\w-]+::\S/)
  })

  it('prints SARIF whose fingerprints survive a move of lines', async () => {
    interface Log {
      readonly version: string
      readonly runs: readonly {
        readonly tool: {
          readonly driver: {readonly rules: readonly {readonly id: string; readonly shortDescription?: {readonly text: string}}[]}
        }
        readonly results: readonly {readonly ruleId: string; readonly partialFingerprints: object; readonly locations: readonly object[]}[]
      }[]
    }
    const cwd = folderWith({'terms.md': FAULTY})
    const run = async () => JSON.parse((await proviso(['check', 'terms.md', '--reporter', 'sarif'], {cwd})).out) as Log
    const before = await run()
    writeFileSync(join(cwd, 'terms.md'), FAULTY.replace('## 一', '\n\n\n\n## 一'))
    const after = await run()
    const [first, second] = [before.runs[0], after.runs[0]]
    expect(before.version).toBe('2.1.0')
    expect(first?.results.length).toBeGreaterThan(2)
    expect(second?.results.map(({partialFingerprints}) => partialFingerprints)).toEqual(
      first?.results.map(({partialFingerprints}) => partialFingerprints),
    )
    expect(second?.results.map(({locations}) => locations)).not.toEqual(first?.results.map(({locations}) => locations))
    const ids = first?.tool.driver.rules.map(({id}) => id)
    expect(first?.results.every(({ruleId}) => ids?.includes(ruleId))).toBe(true)
    expect(first?.tool.driver.rules.find(({id}) => id === 'number-gap')?.shortDescription?.text).toMatch(/\w/)
  })

  it('mends what is safe and says what is left', async () => {
    const cwd = folderWith({'terms.md': FAULTY})
    const {code, out} = await proviso(['check', 'terms.md', '--fix'], {cwd})
    const fixed = readFileSync(join(cwd, 'terms.md'), 'utf8')
    expect(fixed).toBe(FAULTY.replace(',', '，'))
    expect(out).not.toContain('halfwidth-punctuation')
    expect(out).toContain('character-doubled')
    expect(code).toBe(1)
  })

  it('leaves standard input alone', async () => {
    const {code, out} = await proviso(['check', '-', '--fix', '--reporter', 'json'], {input: FAULTY})
    expect(code).toBe(1)
    expect(found(out).map(({ruleId}) => ruleId)).toContain('halfwidth-punctuation')
  })

  it('ends with 0 on a clean text, with 1 on warnings only where it is strict', async () => {
    const warned = `${CLEAN}\n1.2 “网关”指转发短信的设备。\n`
    const cwd = folderWith({'clean.md': CLEAN, 'warned.md': warned})
    expect((await proviso(['check', 'clean.md', '--strict'], {cwd})).code).toBe(0)
    const {out} = await proviso(['check', 'warned.md', '--reporter', 'json'], {cwd})
    expect(new Set(found(out).map(({severity}) => severity))).toEqual(new Set(['warning']))
    expect((await proviso(['check', 'warned.md'], {cwd})).code).toBe(0)
    expect((await proviso(['check', 'warned.md', '--strict'], {cwd})).code).toBe(1)
  })

  it('takes severities from the project', async () => {
    const cwd = folderWith({
      'proviso.config.yaml': 'rules: {halfwidth-punctuation: off, character-doubled: info, number-gap: warning}\n',
      'agreements/trial/agreement.yaml': settings,
      'agreements/trial/zh-CN.md': FAULTY,
    })
    const {code, out} = await proviso(['check', '--reporter', 'json'], {cwd})
    const severities = new Map(found(out).map(({ruleId, severity}) => [ruleId, severity]))
    expect(severities.has('halfwidth-punctuation')).toBe(false)
    expect(severities.get('character-doubled')).toBe('info')
    expect(severities.get('number-gap')).toBe('warning')
    expect(code).toBe(0)
  })

  it('compares a translation with the authoritative text, even if only the translation is named', async () => {
    const cwd = folderWith({
      'proviso.config.yaml': '{}\n',
      'agreements/trial/agreement.yaml': settings,
      'agreements/trial/zh-CN.md': '# 试验协议\n\n## 一、付款\n\n1.1 乙方在7日内付款。\n',
    })
    mkdirSync(join(cwd, 'agreements/trial'), {recursive: true})
    writeFileSync(join(cwd, 'agreements/trial/en.md'), '# Trial Agreement\n\n## 1. Payment\n\n1.1 The client pays within 17 days.\n')
    for (const reference of [[], ['agreements/trial/en.md']]) {
      const {code, out} = await proviso(['check', ...reference, '--reporter', 'json'], {cwd})
      expect(found(out).map(({ruleId, file, position}) => [ruleId, file, position.start.line])).toEqual([
        ['translation-period', 'agreements/trial/en.md', 5],
      ])
      expect(code).toBe(1)
    }
  })
})
