import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {applyFixes, compile, lintRules, translationRules} from '../src/compiler/index.ts'
import {rulesPage} from './support/rules-page.ts'
import {agreementSources} from './support/sources.ts'

const page = join(import.meta.dirname, '../docs/diagnostics.md')

describe.each(lintRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const found = (source: string) => compile(source).flatMap(({diagnostics}) => diagnostics.filter(({ruleId}) => ruleId === id))

  it('finds its fault in its failing example and shows where', () => {
    const diagnostics = found(rule.failing)
    expect(diagnostics.length).toBeGreaterThan(0)
    for (const {position, message} of diagnostics) {
      expect(position).toBeDefined()
      expect(message).toMatch(/^Unexpected .+, expected .+[^.]$/s)
    }
  })

  it('finds nothing in its passing example', () => {
    expect(found(rule.passing)).toEqual([])
  })
})

describe('the linter', () => {
  it('finds nothing to mend in the samples', () => {
    const findings = agreementSources().flatMap(([name, source]) =>
      compile(source, {profile: {role: 'direct', counterparty: 'both', markets: ['CN']}}).flatMap(({diagnostics}) =>
        diagnostics.map(({ruleId, position, message}) => `${name}:${position?.start.line} ${ruleId} ${message}`),
      ),
    )
    expect(findings).toEqual([])
  })

  it('can be silenced with a reason', () => {
    const source =
      '# 协议\n\n## 一、甲\n\n1.1 甲方应当以书面形式通知。\n\n<!-- proviso-ignore character-doubled: 引文如此 -->\n\n1.2 甲方应当以以书面形式通知。\n'
    expect(compile(source)[0]?.diagnostics.map(({ruleId}) => ruleId)).not.toContain('character-doubled')
    expect(compile(source.replace('：引文如此', '').replace(': 引文如此', ''))[0]?.diagnostics.map(({ruleId}) => ruleId)).toEqual(
      expect.arrayContaining(['character-doubled', 'silencer-without-reason']),
    )
    expect(compile(source.replace('以以', '以'))[0]?.diagnostics.map(({ruleId}) => ruleId)).toContain('silencer-unused')
  })

  it('takes severities from the settings', () => {
    const [rule] = lintRules
    if (!rule) throw new Error('no rules')
    expect(compile(rule.failing, {severities: {[rule.id]: 'off'}})[0]?.diagnostics.some(({ruleId}) => ruleId === rule.id)).toBe(false)
    expect(compile(rule.failing, {severities: {[rule.id]: 'info'}})[0]?.diagnostics.find(({ruleId}) => ruleId === rule.id)?.severity).toBe(
      'info',
    )
  })

  it('fixes without touching a word, and once is enough', () => {
    const piece = fc.constantFrom(
      '甲方',
      ',',
      '，',
      ';',
      '。',
      '：',
      ':',
      '1.1 ',
      '\n\n',
      '（1) ',
      '(2) ',
      '(3) ',
      'word',
      '，，',
      '# 协议\n\n',
      '“',
      '”',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (parts) => {
        const source = parts.join('')
        const fix = (text: string) =>
          applyFixes(
            text,
            compile(text, {locale: 'zh-CN'}).flatMap(({diagnostics}) => diagnostics),
          )
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        const fixed = fix(source)
        expect(letters(fixed)).toBe(letters(source))
      }),
      {numRuns: 200},
    )
  })
})

describe('docs/diagnostics.md', () => {
  it('documents every rule and nothing else', () => {
    const wanted = rulesPage(lintRules, translationRules)
    if (process.env.UPDATE) writeFileSync(page, wanted)
    expect(readFileSync(page, 'utf8'), 'docs/diagnostics.md is stale: UPDATE=1 npx vitest run test/lint.test.ts').toBe(wanted)
  })

  it('has rules with names of their own', () => {
    const ids = [...lintRules, ...translationRules].map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(lintRules.length).toBeGreaterThanOrEqual(40)
  })
})
