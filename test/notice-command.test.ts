import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderWith, proviso} from './support/command-line.ts'

const root = join(import.meta.dirname, '..')
const old = readFileSync(join(root, 'agreements/sms-service/zh-CN.md'), 'utf8')
const now = old.replace('不超过您在该年度内就本服务实际支付的费用。', '不超过您在该年度内就本服务实际支付的费用的百分之五十。')
const folder = folderWith({'old.md': old, 'new.md': now})
const notice = (...args: string[]) => proviso(['notice', 'new.md', 'old.md', '--published', '2026-06-01', ...args], {cwd: folder})

describe('proviso notice', () => {
  it('prints a notice of two files, with the day that the clauses allow', async () => {
    const {code, out} = await notice('--json')
    const printed = JSON.parse(out)
    expect(code).toBe(0)
    expect(printed).toMatchObject({
      schemaVersion: 1,
      agreement: 'new.md',
      verdict: 'ok',
      bindingRule: 'own-amendment-10.3',
      earliestEffective: {strict: '2026-06-09', customary: '2026-06-08'},
    })
  })

  it('ends with 1 where the day is forbidden, and says by which rule', async () => {
    const {code, err} = await notice('--effective', '2026-06-05')
    expect(code).toBe(1)
    expect(err).toContain('error by own-amendment-10.3 (too-early)')
    expect((await notice('--effective', '2026-06-05', '--override', 'own-amendment-10.3', '--reason', '用户书面同意')).code).toBe(0)
  })

  it('finds the last day on which to announce', async () => {
    expect((await notice('--effective', '2026-06-09', '--latest-announcement')).out).toContain('Announce by 2026-06-01')
  })

  it('words the notice in English on demand', async () => {
    expect((await notice('-f', 'md', '--locale', 'en')).out).toContain('# Notice of changes')
  })

  it('refuses a date that does not exist', async () => {
    const {code, err} = await notice('--effective', '2026-02-30')
    expect([code, err]).toEqual([2, expect.stringContaining('--effective 2026-02-30 is no date')])
  })

  it('asks for the version in force where none is published', async () => {
    const {code, err} = await proviso(['notice', 'new.md'], {cwd: folder})
    expect([code, err]).toEqual([2, expect.stringContaining('--from <ref>')])
  })
})
