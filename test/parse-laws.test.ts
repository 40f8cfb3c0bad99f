import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {flattenClauses} from '../src/compiler/clause-tree/index.ts'
import {parse} from '../src/compiler/parse/index.ts'
import {markdownSoup} from './support/markdown-soup.ts'
import {expectNothingLost, expectTruePositions} from './support/parse-laws.ts'
import {agreementSources, fixtureSources, hasRealSources, realSources} from './support/sources.ts'

describe('nothing is lost', () => {
  for (const [name, text] of [...fixtureSources('parse'), ...agreementSources(), ...realSources()])
    it(`in ${name}`, () => {
      expectNothingLost(text)
      expectTruePositions(text)
    })

  it.skipIf(!hasRealSources)('in real agreements, of which there are several', () => {
    expect(realSources().length).toBeGreaterThan(5)
  })

  it('of any Markdown', () => {
    fc.assert(fc.property(markdownSoup(), expectNothingLost), {numRuns: 400})
  })
})

describe('positions are true', () => {
  it('of any Markdown', () => {
    fc.assert(fc.property(markdownSoup(), expectTruePositions), {numRuns: 200})
  })

  it('after a byte order mark, CRLF, tabs and astral characters', () => {
    const source = '\ufeff# 𝔄协议\r\n\r\n## 一、𠀀定义\r\n1.1\t**“𝔄”**：甲。  \r\n\t1.2 乙 &amp; 丙\\*。\r'
    expectTruePositions(source)
    expectNothingLost(source)
  })
})

describe('any string parses', () => {
  it('to unique paths', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({maxLength: 200}), fc.string({unit: 'binary', maxLength: 60}), markdownSoup()), (source) => {
        const {agreements} = parse(source)
        expect(agreements.length).toBeGreaterThan(0)
        for (const {agreement} of agreements) {
          const paths = flattenClauses(agreement).map((clause) => clause.path)
          expect(new Set(paths).size).toBe(paths.length)
        }
      }),
      {numRuns: 400},
    )
  })
})
