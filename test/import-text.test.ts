import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse} from '../src/compiler/index.ts'
import {type ImportedDocument, importDocument} from '../src/import/index.ts'
import {fixtures} from './support/fixtures.ts'
import {outlineScore} from './support/outline-score.ts'
import {simulateExtraction} from './support/simulate-extraction.ts'

const folder = join(import.meta.dirname, 'fixtures/extraction')
const texts = readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')])

describe('text out of a PDF becomes the agreement that it was', () => {
  const extraction = fc.record({
    width: fc.integer({min: 34, max: 52}),
    linesPerPage: fc.integer({min: 14, max: 34}),
    gathersHeadings: fc.boolean(),
    blankLines: fc.constantFrom(0, 1),
    pageMark: fc.constantFrom('\f', ' ', '') as fc.Arbitrary<'\f' | ' ' | ''>,
    furniture: fc.constantFrom('none', 'numbers', 'both'),
    hyphenates: fc.boolean(),
  })
  for (const [name, markdown] of texts) {
    it(name, async () => {
      const [original] = parse(markdown).agreements
      if (!original) throw new Error('no agreement')
      const scores: number[] = []
      await fc.assert(
        fc.asyncProperty(extraction, async ({furniture, ...options}) => {
          const text = simulateExtraction(original.agreement, {
            ...options,
            ...(furniture === 'both' ? {header: '云笺科技 Yunjian · legal.yunjian.example'} : {}),
            ...(furniture === 'none' ? {} : {footer: (page, pages) => `${page} / ${pages}`}),
          })
          const imported = await importText(text)
          expect(imported.characters.lost).toEqual([])
          const [agreement] = imported.agreements.flatMap((entry) => parse(entry.markdown).agreements)
          scores.push(agreement ? outlineScore(original.agreement, agreement.agreement) : 0)
        }),
        {numRuns: 14, seed: 8},
      )
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      expect(mean).toBeGreaterThan(0.97)
      expect(Math.min(...scores)).toBeGreaterThan(0.8)
    })
  }
})

describe('a text file is repaired', () => {
  fixtures('import', 'expected.txt', async ({read}) => {
    const imported = await importText(read('input.txt'))
    const {repairs, dropped, substitutions, characters} = imported
    return [
      ...imported.agreements.flatMap(({id, frontMatter, markdown}) => [
        ...(frontMatter === undefined ? [] : [`==== ${id} front matter`, frontMatter.trimEnd()]),
        `==== ${id}`,
        markdown.trimEnd(),
      ]),
      '==== report',
      ...repairs.map(({rule, confidence, line, message}) => `${confidence} ${rule} ${line ?? ''} ${message}`),
      ...dropped.map(({reason, text, line}) => `dropped ${reason} ${line ?? ''} ${text}`),
      ...substitutions.map(({from, to, count}) => `written ${from} → ${to} ${count}`),
      `lost ${characters.lost.length}`,
      '',
    ].join('\n')
  })
})

async function importText(text: string): Promise<ImportedDocument> {
  const imported = await importDocument({name: 'input.txt', bytes: new TextEncoder().encode(text)})
  if ('refused' in imported) throw new Error(imported.message)
  return imported
}
