import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {limitationRules} from '../src/compiler/analyze/limitations/kinds/index.ts'
import {requiredWords} from '../src/compiler/analyze/limitations/required-words.ts'

const sentences = ['zh-CN', 'en'].flatMap((locale) => {
  const kinds: Record<string, Record<string, string[]>> = parseYaml(
    readFileSync(new URL(`fixtures/limitations/${locale}.yaml`, import.meta.url), 'utf8'),
  )
  return Object.values(kinds).flatMap((phrases) => Object.values(phrases).flat())
})

function holdsThem(text: string, pattern: RegExp): boolean {
  const searched = pattern.ignoreCase ? text.toLowerCase() : text
  return requiredWords(pattern).every((words) => words.some((word) => searched.includes(word)))
}

describe('the words that a pattern requires', () => {
  it.each([
    [/不承担.{0,8}责任/, [['不承担'], ['责任']]],
    [/(?:shall|will) not be liable/i, [[' not be liable'], ['shall', 'will']]],
    [/Liab(?:le|ility)/i, [['liab'], ['le', 'ility']]],
    [/(?:免除|限制)+责任/, [['责任'], ['免除', '限制']]],
    [/(?:免除)?责任\.{2}/, [['责任']]],
    [/(?:免除本公司|不负)(?:责任|义务){2}|概不负责/, [['免除本公司', '不负', '概不负责']]],
    [/(?:免除)?./, []],
    [/a|责任/, []],
    [/(?<!不)得[^。]*/, []],
  ])('of %s are %j', (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words)
  })

  it('stand in every sentence that a rule matches', () => {
    const hidden = limitationRules.flatMap(({pattern}) =>
      sentences.filter((sentence) => sentence.search(pattern) >= 0 && !holdsThem(sentence, pattern)).map((sentence) => [pattern, sentence]),
    )
    expect(hidden).toEqual([])
  })

  it('stand in every text that a pattern matches', () => {
    const part = fc.constantFrom(
      'ab',
      '责任',
      'Xy',
      '(?:ab|cd)',
      '(?:责任|ab)?',
      '(?:cd){2}',
      '.',
      '[ac]',
      '(?=ab)',
      '\\b',
      'a|b',
      '(?:Xy)+',
    )
    const text = fc.array(fc.constantFrom('ab', 'cd', '责任', 'xY', 'a', 'b', ' '), {maxLength: 8}).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(part, {minLength: 1, maxLength: 4}), text, fc.boolean(), (parts, searched, ignoreCase) => {
        const pattern = new RegExp(parts.join(''), ignoreCase ? 'gi' : 'g')
        expect(searched.search(pattern) < 0 || holdsThem(searched, pattern)).toBe(true)
      }),
    )
  })
})
