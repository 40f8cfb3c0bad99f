import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, proviso} from './support/command-line.ts'

describe('a new project', () => {
  it('is free of faults, in canonical form, and builds at once', async () => {
    const cwd = folderWith({})
    const made = await proviso(['init', 'legal', '--json'], {cwd})
    expect(made).toMatchObject({code: 0, err: ''})
    const files: string[] = JSON.parse(made.out).files
    expect(files).toEqual([
      'agreements/service-terms/agreement.yaml',
      'agreements/service-terms/en.md',
      'agreements/service-terms/zh-CN.md',
      '.gitignore',
      'proviso.config.yaml',
    ])
    const folder = join(cwd, 'legal')
    expect(await proviso(['check', '--strict'], {cwd: folder})).toMatchObject({code: 0})
    expect(await proviso(['fmt', '--check'], {cwd: folder})).toMatchObject({code: 0})
    expect(await proviso(['build', '--only', 'html'], {cwd: folder})).toMatchObject({code: 0})
    expect(existsSync(join(folder, 'dist/zh-CN/service-terms/index.html'))).toBe(true)
    const [zh, en] = await Promise.all(['zh-CN', 'en'].map((locale) => paths(folder, locale)))
    expect(zh?.length).toBeGreaterThan(20)
    expect(en).toEqual(zh)
  })

  it('says what to do next', async () => {
    const run = await proviso(['init', 'legal'], {cwd: folderWith({})})
    expect(run.code).toBe(0)
    expect(run.out).toContain(join('legal', 'proviso.config.yaml'))
    expect(run.err).toMatch(/proviso -C legal check[\s\S]*proviso -C legal build/)
  })

  it('overwrites nothing: where one file is there, none is written', async () => {
    const cwd = folderWith({'agreements/service-terms/en.md': '# Mine\n'})
    const run = await proviso(['init'], {cwd})
    expect(run).toMatchObject({code: 2, out: ''})
    expect(run.err).toMatch(/en\.md exists already/)
    expect(readdirSync(cwd, {recursive: true}).sort()).toEqual(['agreements', 'agreements/service-terms', 'agreements/service-terms/en.md'])
    expect(readFileSync(join(cwd, 'agreements/service-terms/en.md'), 'utf8')).toBe('# Mine\n')
  })

  it('leaves nothing behind where a file cannot be written', async () => {
    const cwd = folderWith({agreements: 'a file, where a folder should be\n'})
    const run = await proviso(['init'], {cwd})
    expect(run.code).toBe(3)
    expect(run.err).not.toMatch(/\n\s+at /)
    expect(readdirSync(cwd)).toEqual(['agreements'])
  })

  it('may begin in a folder with other files, whose .gitignore stays', async () => {
    const cwd = folderWith({'README.md': '# Ours\n', '.gitignore': 'node_modules/\n'})
    const run = await proviso(['init'], {cwd})
    expect(run.code).toBe(0)
    expect(run.err).toMatch(/add `dist\/`/)
    expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('node_modules/\n')
    expect(existsSync(join(cwd, 'proviso.config.yaml'))).toBe(true)
  })
})

async function paths(folder: string, locale: string): Promise<string[]> {
  const run = await proviso(['inspect', 'service-terms', '--locale', locale, '--json'], {cwd: folder})
  expect(run.code).toBe(0)
  const all: string[] = []
  const visit = (clauses: readonly {path: string; children?: []}[]) => {
    for (const {path, children} of clauses) {
      all.push(path)
      visit(children ?? [])
    }
  }
  visit(JSON.parse(run.out).agreements[0].clauses)
  return all
}
