import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, proviso} from './support/command-line.ts'

const terms =
  '云笺日历服务协议\n\n更新时间：2026-03-01\n\n云笺科技（示例）有限公司（以下简称“云笺科技”）提供日历服务。\n\n一、服务\n\n1.1 本服务按现状提供。\n\n1.2 您可以随时停用。\n\n二、费用\n\n2.1 本服务免费。\n'

describe('proviso import', () => {
  it('writes an agreement that the project knows at once, and overwrites nothing unasked', async () => {
    const cwd = folderWith({'proviso.config.yaml': '{}\n', 'in/calendar.txt': terms})
    const dry = await proviso(['import', 'in', '--dry-run'], {cwd})
    expect(dry.code).toBe(0)
    expect(existsSync(join(cwd, 'agreements'))).toBe(false)

    const first = await proviso(['import', 'in/calendar.txt'], {cwd})
    expect(first.code, first.err).toBe(0)
    expect(first.out).toContain('kept')
    expect(readdirSync(join(cwd, 'agreements/calendar')).sort()).toEqual(['agreement.yaml', 'zh-CN.md'])
    const inspected = await proviso(['inspect', 'calendar', '--json'], {cwd})
    expect(inspected.code, inspected.err).toBe(0)
    expect(JSON.parse(inspected.out)).toMatchObject({
      agreements: [{title: '云笺日历服务协议', clauses: [{path: '0.p1'}, {path: '0.p2'}, {path: '1'}, {path: '2'}]}],
    })
    expect(readFileSync(join(cwd, 'agreements/calendar/agreement.yaml'), 'utf8')).toContain('云笺科技（示例）有限公司')

    const again = await proviso(['import', 'in'], {cwd})
    expect(again.code).toBe(2)
    expect(again.err).toContain('exist already')
    expect((await proviso(['import', 'in', '--force'], {cwd})).code).toBe(0)
  })

  it('reports as one JSON document, and names no two agreements alike', async () => {
    const cwd = folderWith({'a/terms.txt': terms, 'b/terms.txt': terms})
    const {code, out} = await proviso(['import', 'a', 'b', '-o', 'out', '--json'], {cwd})
    expect(code).toBe(0)
    const report = JSON.parse(out) as {
      schemaVersion: number
      files: {agreements: {id: string; text: string}[]; characters: {lost: unknown[]}}[]
    }
    expect(report.schemaVersion).toBe(1)
    expect(report.files.map(({agreements}) => agreements.map(({text}) => text))).toEqual([['out/terms/zh-CN.md'], ['out/terms-2/zh-CN.md']])
    expect(report.files.flatMap(({characters}) => characters.lost)).toEqual([])
  })

  it('takes files only, and says what else it got', async () => {
    const cwd = folderWith({'blank.txt': ' \n', 'picture.png': new Uint8Array([137, 80, 78, 71, 0, 0])})
    for (const [name, code, words] of [
      ['-', 2, 'is no file'],
      ['https://legal.yunjian.example/terms', 2, 'is no file'],
      ['missing.txt', 3, 'does not exist'],
      ['blank.txt', 2, 'holds no text'],
      ['picture.png', 2, 'expected .docx, .pdf, .html, .txt or .md'],
    ] as const) {
      const run = await proviso(['import', name, '-o', 'out'], {cwd})
      expect([name, run.code]).toEqual([name, code])
      expect(run.err).toContain(words)
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })
})
