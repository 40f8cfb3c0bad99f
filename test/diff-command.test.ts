import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, proviso} from './support/command-line.ts'
import {readDocx} from './support/read-docx.ts'
import {readPdf} from './support/read-pdf.ts'

const before = '# 试验协议\n\n## 一、费用\n\n1.1 您应当在30日内付款。\n\n1.2 您可以索取发票。\n'
const after = '# 试验协议\n\n## 一、费用\n\n1.1 您应当在15日内付款。\n\n1.2 价格含税。\n\n1.3 您可以索取发票。\n'
const folder = folderWith({
  'before.md': before,
  'after.md': after,
  'renumbered.md': before.replace('1.2', '1.3'),
  'two.md': `${before}\n# 第二协议\n\n## 一、交付\n\n1.1 乙方交付货物。\n\n1.2 甲方验收货物。\n`,
  'two-later.md': `# 第二协议\n\n## 一、交付\n\n1.1 乙方交付货物。\n\n1.2 甲方在三日内验收货物。\n\n${after}`,
})

describe('proviso diff', () => {
  it('prints one JSON document with places, segments and effects', async () => {
    const {code, out} = await proviso(['diff', 'before.md', 'after.md', '-f', 'json'], {cwd: folder})
    expect(code).toBe(0)
    const document = JSON.parse(out)
    expect(Object.keys(document)).toEqual(['schemaVersion', 'engine', 'from', 'to', 'summary', 'changes', 'replacements', 'diagnostics'])
    expect(document.from).toEqual({sha256: expect.stringMatching(/^[\da-f]{64}$/), locale: 'zh-CN'})
    expect(document.changes.map(({kind}: {kind: string}) => kind)).toEqual(['modified', 'added', 'renumbered'])
    expect(document.changes[0]).toMatchObject({
      from: [{path: '1.1', label: '1.1', position: {start: {line: 5, column: 1}}}],
      segments: [
        {op: 'equal', text: '您应当在'},
        {op: 'delete', text: '30'},
        {op: 'insert', text: '15'},
        {op: 'equal', text: '日内付款。'},
      ],
      effects: [{kind: 'deadline', from: '30日', to: '15日'}],
      materiality: 'substantive',
    })
  })

  it.each([
    ['1 for texts that differ', ['before.md', 'after.md', '--exit-code'], 1],
    ['0 where all that differs is ignored', ['before.md', 'renumbered.md', '--exit-code', '--ignore', 'renumbered'], 0],
  ])('ends with %s', async (_, args, code) => {
    expect((await proviso(['diff', ...args], {cwd: folder})).code).toBe(code)
  })

  it('compares a git revision with standard input', async () => {
    const repository = folderWith({'terms.md': before})
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {cwd: repository})
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'First')
    const {out} = await proviso(['diff', 'git:HEAD:terms.md', '-'], {cwd: repository, input: after})
    expect(out).toContain('1.1 您应当在[-30-]{+15+}日内付款。')
  })

  it('pairs the agreements of a source by title', async () => {
    const {out} = await proviso(['diff', 'two.md', 'two-later.md', '-f', 'json'], {cwd: folder})
    const {agreements} = JSON.parse(out)
    expect(agreements.map(({changes}: {changes: {kind: string}[]}) => changes.map(({kind}) => kind))).toEqual([
      ['modified'],
      ['modified', 'added', 'renumbered'],
    ])
  })

  it('shows an agreement without a counterpart as added', async () => {
    const {out} = await proviso(['diff', 'before.md', 'two.md'], {cwd: folder})
    expect(out).toContain('两个版本内容一致')
    expect(out).toContain('{+1.2 甲方验收货物。+}')
  })

  it('prints the same accessible PDF each time', async () => {
    const [first, second] = [folderWith({}), folderWith({})]
    for (const out of [first, second])
      expect(await proviso(['diff', 'before.md', 'after.md', '-f', 'pdf', '-o', join(out, 'r.pdf')], {cwd: folder})).toMatchObject({
        code: 0,
        err: '',
      })
    const pdf = readFileSync(join(first, 'r.pdf'))
    expect(pdf.equals(readFileSync(join(second, 'r.pdf')))).toBe(true)
    const {text, isTagged} = await readPdf(pdf)
    expect(isTagged).toBe(true)
    expect(text.replace(/\s/g, '')).toContain('1.2价格含税。')
  })

  it('writes a Word file with tracked changes, the same each time', async () => {
    const [first, second] = ['a.docx', 'b.docx']
    for (const name of [first, second])
      expect(await proviso(['diff', 'before.md', 'after.md', '-f', 'docx', '-o', name], {cwd: folder})).toMatchObject({code: 0, err: ''})
    const docx = readFileSync(join(folder, first))
    expect(docx.equals(readFileSync(join(folder, second)))).toBe(true)
    expect(readDocx(docx, 'accepted').join('\n')).toContain('1.1 您应当在15日内付款。\n1.2 价格含税。\n1.3 您可以索取发票。')
    expect(readDocx(docx, 'rejected').join('\n')).toContain('1.1 您应当在30日内付款。\n1.2 您可以索取发票。')
  })

  it.each([
    ['standard input given twice', ['-', '-'], 2, /Standard input was given twice/],
    ['a kind that is none', ['before.md', 'after.md', '--ignore', 'wording'], 2, /--ignore wording is no kind of change/],
    ['a folder that cannot be made', ['before.md', 'after.md', '-o', 'before.md/x.txt'], 3, /cannot be written/],
  ])('answers %s with cause and remedy', async (_, args, code, message) => {
    const run = await proviso(['diff', ...args], {cwd: folder})
    expect(run.err).toMatch(message)
    expect(run.err).not.toMatch(/\n\s+at /)
    expect(run.code).toBe(code)
  })
})
