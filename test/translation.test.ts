import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type CompiledAgreement, compareLocales, compile, type Diagnostic, flattenClauses, translationRules} from '../src/compiler/index.ts'

const SAMPLES = ['sms-service', 'sms-sla']
const sample = (id: string, locale: string) => readFileSync(new URL(`../agreements/${id}/${locale}.md`, import.meta.url), 'utf8')

function only(source: string, locale: string): CompiledAgreement {
  const [compiled] = compile(source, {locale})
  if (!compiled) throw new Error('no agreement')
  return compiled
}

const compare = (authoritative: string, translation: string): Diagnostic[] =>
  compareLocales(only(authoritative, 'zh-CN'), only(translation, 'en'))

const briefly = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ruleId, path}) => `${ruleId} ${path}`)

describe.each(translationRules.map((rule) => [rule.id, rule] as const))('%s', (id, {authoritative, failing, passing}) => {
  it('finds its fault in its failing example, alone, and shows where', () => {
    const found = compare(authoritative, failing)
    expect(new Set(found.map(({ruleId}) => ruleId))).toEqual(new Set([id]))
    for (const {position, message} of found) {
      expect(position).toBeDefined()
      expect(message).toMatch(/^Unexpected .+, expected .+[^.]$/s)
    }
  })

  it('finds nothing in its passing example', () => {
    expect(compare(authoritative, passing)).toEqual([])
  })
})

describe.each(SAMPLES)('the translation of %s', (id) => {
  const english = sample(id, 'en')

  it('agrees with the authoritative text, both ways', () => {
    expect(briefly(compareLocales(only(sample(id, 'zh-CN'), 'zh-CN'), only(english, 'en')))).toEqual([])
    expect(briefly(compareLocales(only(english, 'en'), only(sample(id, 'zh-CN'), 'zh-CN')))).toEqual([])
  })

  it('misses what was taken out of it, and nothing else', () => {
    const clauses = flattenClauses(only(english, 'en').agreement).filter(({kind, children}) => kind === 'clause' && children.length === 0)
    fc.assert(
      fc.property(fc.constantFrom(...clauses), (clause) => {
        const lines = english.split('\n')
        lines.splice(clause.position.start.line - 1, clause.position.end.line - clause.position.start.line + 1)
        const without = lines.join('\n')
        const missing = compare(sample(id, 'zh-CN'), without).filter(({ruleId}) => ruleId.startsWith('translation-clause'))
        expect(briefly(missing)).toEqual([`translation-clause-missing ${clause.path}`])
      }),
      {numRuns: 30},
    )
  })

  it('is found to differ when a figure in it is changed', () => {
    const figures = [...english.matchAll(/(?<=[\s(])\d{2,3}(?= (?:days|months|hours|Business Days)\b)/g)]
    fc.assert(
      fc.property(fc.constantFrom(...figures), ({index, 0: figure}) => {
        const changed = `${english.slice(0, index)}${Number(figure) + 7}${english.slice(index + figure.length)}`
        expect(compare(sample(id, 'zh-CN'), changed).map(({ruleId}) => ruleId)).toContain('translation-period')
      }),
      {numRuns: 20},
    )
  })
})

it('is silenced like any other finding', () => {
  const [rule] = translationRules.filter(({id}) => id === 'translation-amount')
  const silenced =
    rule?.failing.replace('1.1 Each', '<!-- proviso-ignore translation-amount: price of another market -->\n\n1.1 Each') ?? ''
  expect(compare(rule?.authoritative ?? '', silenced)).toEqual([])
})
