import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse} from '../src/compiler/index.ts'
import {type ImportedDocument, importDocument} from '../src/import/index.ts'
import {fixtures} from './support/fixtures.ts'
import {outlineScore} from './support/outline-score.ts'
import {simulateExtraction} from './support/simulate-extraction.ts'

const fixtureFolder = join(import.meta.dirname, 'fixtures')

const extraction = {
  width: fc.integer({min: 34, max: 52}),
  linesPerPage: fc.integer({min: 14, max: 34}),
  blankLines: fc.constantFrom(0, 1),
  pageMark: fc.constantFrom('\f', ' ', '') as fc.Arbitrary<'\f' | ' ' | ''>,
  furniture: fc.constantFrom('none', 'numbers', 'both'),
  hyphenates: fc.boolean(),
}

describe('text out of a PDF becomes the agreement that it was', () => {
  it.each(textsIn('extraction'))('%s', async (_, markdown) => {
    const scores = await scoresOf(markdown, {...extraction, gathersHeadings: fc.boolean()}, 14)
    expect(mean(scores)).toBeGreaterThan(0.97)
    expect(Math.min(...scores)).toBeGreaterThan(0.8)
  })

  it.each(textsIn('extraction-unnumbered'))('also where headings bear no numbers: %s', async (_, markdown) => {
    const scores = await scoresOf(markdown, {...extraction, gathersHeadings: fc.constant(false)}, 8)
    expect(mean(scores)).toBeGreaterThan(0.97)
    expect(Math.min(...scores)).toBeGreaterThan(0.8)
  })

  it.each(textsIn('extraction-unnumbered'))('mostly where such headings were gathered: %s', async (_, markdown) => {
    const marked = {...extraction, pageMark: fc.constant('\f' as const), gathersHeadings: fc.constant(true)}
    expect(mean(await scoresOf(markdown, marked, 8))).toBeGreaterThan(0.8)
  })
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

function textsIn(name: string): [string, string][] {
  const folder = join(fixtureFolder, name)
  return readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])
}

/** Outline F1 of a text after it was spoiled and repaired, in some of the ways of spoiling it. */
async function scoresOf(
  markdown: string,
  extractions: typeof extraction & {readonly gathersHeadings: fc.Arbitrary<boolean>},
  numRuns: number,
): Promise<number[]> {
  const [original] = parse(markdown).agreements
  if (!original) throw new Error('no agreement')
  const scores: number[] = []
  await fc.assert(
    fc.asyncProperty(fc.record(extractions), async ({furniture, ...options}) => {
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
    {numRuns, seed: 8},
  )
  return scores
}

function mean(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}
