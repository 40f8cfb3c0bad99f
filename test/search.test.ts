import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {limitationRules} from '../src/compiler/analyze/limitations/kinds/index.ts'
import {candidateFinder} from '../src/compiler/analyze/search/candidate-finder.ts'
import {matchesIn} from '../src/compiler/analyze/search/matches-in.ts'
import {occurrences, PLURAL_END} from '../src/compiler/analyze/search/occurrences.ts'
import {requiredWords} from '../src/compiler/analyze/search/required-words.ts'
import {WordFinder} from '../src/compiler/analyze/search/word-finder.ts'

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
    [/(?<!不)得[^。]*/, [['得']]],
    [/第\s?[1-9]\d?\s?[条款项]/, [['第'], ['条', '款', '项']]],
    [/[^条款]|[条-款]/, []],
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
      '[责限]',
      '任[务命]?',
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

describe('the words of a text', () => {
  const letters = fc.string({unit: fc.constantFrom('a', 'b', '责', '任', ' '), maxLength: 12})
  const words = fc.uniqueArray(fc.string({unit: fc.constantFrom('a', 'b', '责', '任'), minLength: 1, maxLength: 5}), {maxLength: 12})

  it('are all found, each once, whatever was read before', () => {
    fc.assert(
      fc.property(words, fc.array(letters, {maxLength: 3}), (wanted, texts) => {
        const finder = new WordFinder()
        const numbers = new Map(wanted.map((word) => [finder.add(word), word]))
        for (const text of texts) {
          const held = wanted.filter((word) => text.includes(word)).sort()
          expect(
            finder
              .read(text)
              .map((number) => numbers.get(number))
              .sort(),
          ).toEqual(held)
          expect(
            [...numbers]
              .filter(([number]) => finder.isFound(number))
              .map(([, word]) => word)
              .sort(),
          ).toEqual(held)
        }
      }),
    )
  })

  it('leave every row whose pattern matches, in the order of the table', () => {
    const rows = limitationRules.map(({pattern}) => pattern)
    const candidates = candidateFinder(rows, (pattern) => pattern)
    for (const sentence of sentences) {
      const kept = candidates(sentence)
      expect(rows.filter((pattern) => sentence.search(pattern) >= 0).filter((pattern) => !kept.includes(pattern))).toEqual([])
      expect(kept).toEqual(rows.filter((pattern) => kept.includes(pattern)))
    }
  })
})

describe('a search', () => {
  it('gives what matchAll gives, also after a match of nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(/a+/g, /(?<x>b)?/g, /责任|任/gu, /$/g),
        fc.string({unit: fc.constantFrom('a', 'b', '责', '任', '😀')}),
        (pattern, text) => {
          const found = matchesIn(text, pattern)
          expect(found.map((match) => [match.index, match[0]])).toEqual([...text.matchAll(pattern)].map((match) => [match.index, match[0]]))
        },
      ),
    )
  })

  it.each([
    ['we', 'We or we, Power, we', [6, 17]],
    ['您', '您和您的', [0, 2]],
    ['us', '联系us。', [2]],
    ['us', 'us2 bus us', [8]],
  ])('for the name %s in %s', (name, text, places) => {
    expect(occurrences(name, text)).toEqual(places)
  })

  it('counts a plural where it is asked to', () => {
    expect(occurrences('Term', 'Term, Terms, Terminal')).toEqual([0])
    expect(occurrences('Term', 'Term, Terms, Terminal', PLURAL_END)).toEqual([0, 6])
  })
})
