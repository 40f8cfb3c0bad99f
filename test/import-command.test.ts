import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {importCommand} from '../src/cli/commands/import.ts'
import {compile, headingText} from '../src/compiler/index.ts'
import {OperationalError, readReference} from '../src/io/index.ts'
import {folderWith, proviso, root} from './support/command-line.ts'

const importProgram = pathToFileURL(join(root, 'lib/import-program.js'))
const terms =
  '云笺日历服务协议\n\n更新时间：2026-03-01\n\n云笺科技（示例）有限公司（以下简称“云笺科技”）提供日历服务。\n\n一、服务\n\n1.1 本服务按现状提供。\n\n1.2 您可以随时停用。\n\n二、费用\n\n2.1 本服务免费。\n'

describe('proviso import', () => {
  it('writes an agreement that the project knows at once, overwrites nothing unasked, and reports as one JSON document', {
    timeout: 240_000,
  }, async () => {
    const cwd = folderWith({'proviso.config.yaml': '{}\n', 'in/calendar.txt': terms, 'a/terms.txt': terms, 'b/terms.txt': terms})
    const dry = await proviso(['import', 'in', '--dry-run'], {cwd})
    expect(dry.code).toBe(0)
    expect(existsSync(join(cwd, 'agreements'))).toBe(false)

    const first = await proviso(['import', 'in/calendar.txt'], {cwd})
    expect(first.code, first.err).toBe(0)
    expect(first.out).toContain('kept')
    expect(readdirSync(join(cwd, 'agreements/calendar')).sort()).toEqual(['agreement.yaml', 'zh-CN.md'])
    const known = await readReference('calendar', {folder: cwd})
    expect(known.agreement?.id).toBe('calendar')
    const [compiled, ...others] = compile(known.text)
    expect(others).toEqual([])
    expect(compiled?.agreement.titles.map(headingText)).toEqual(['云笺日历服务协议'])
    expect(compiled?.agreement.clauses.map(({path}) => path)).toEqual(['0.p1', '0.p2', '1', '2'])
    const settings = join(cwd, 'agreements/calendar/agreement.yaml')
    expect(readFileSync(settings, 'utf8')).toContain('云笺科技（示例）有限公司')

    const again = await proviso(['import', 'in', 'a', '--json'], {cwd})
    expect(again.code).toBe(2)
    expect(again.err).toContain('exist already')
    expect(again.out).toBe('')
    expect(existsSync(join(cwd, 'agreements/terms'))).toBe(false)

    const forced = await proviso(['import', 'in', 'a', 'b', '--force', '-o', 'agreements', '--json'], {cwd})
    expect(forced.code, forced.err).toBe(0)
    const report = JSON.parse(forced.out) as {
      schemaVersion: number
      files: {agreements: {id: string; text: string}[]; characters: {lost: unknown[]}}[]
    }
    expect(report.schemaVersion).toBe(1)
    expect(report.files.map(({agreements}) => agreements.map(({text}) => text))).toEqual([
      ['agreements/calendar/zh-CN.md'],
      ['agreements/terms/zh-CN.md'],
      ['agreements/terms-2/zh-CN.md'],
    ])
    expect(report.files.flatMap(({characters}) => characters.lost)).toEqual([])
    expect(existsSync(join(cwd, 'agreements/terms-2/zh-CN.md'))).toBe(true)
  })

  it('takes files only, and says what else it got', async () => {
    const cwd = folderWith({'blank.txt': ' \n', 'picture.png': new Uint8Array([137, 80, 78, 71, 0, 0])})
    for (const [name, isMissing, words] of [
      ['-', false, 'is no file'],
      ['https://legal.yunjian.example/terms', false, 'is no file'],
      [join(cwd, 'missing.txt'), true, 'does not exist'],
      [join(cwd, 'blank.txt'), false, 'holds no text'],
      [join(cwd, 'picture.png'), false, 'expected .docx, .pdf, .html, .txt or .md'],
    ] as const) {
      const command = importCommand({
        finish: () => undefined,
        startServer: () => Promise.reject(new Error('no server')),
        importProgram,
        finishProgram: importProgram,
      })
      const error: unknown = await command.parseAsync([name, '-o', join(cwd, 'out')], {from: 'user'}).catch((fault: unknown) => fault)
      if (!(error instanceof OperationalError)) throw new Error(`${name} was brought in`, {cause: error})
      expect([name, error.isMissing]).toEqual([name, isMissing])
      expect(error.message).toContain(words)
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })
})
