import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mergeSpans, type Span} from '../src/compiler/clause-tree/index.ts'
import {format} from '../src/compiler/index.ts'
import {parse} from '../src/compiler/parse/index.ts'
import {outlineWords} from './support/outline.ts'
import {agreementSources, realSources} from './support/sources.ts'

describe('canonical Markdown', () => {
  it.each([...agreementSources(), ...realSources()])('of %s parses to the same tree and is stable', (_, source) => {
    const formatted = format(source)
    expect(trees(formatted)).toEqual(trees(source))
    expect(format(formatted)).toBe(formatted)
  })

  it('keeps the words of any text', () => {
    const piece = fc.constantFrom(
      '**',
      '<u>',
      '</u>',
      '1.',
      '1.1 ',
      '（一）',
      '- ',
      '# ',
      '条款',
      'word',
      '。',
      '\n',
      '\n\n',
      '  \n',
      '|',
      '`',
      '[a](b)',
      '*',
      '_',
      '\\',
      '&amp;',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (parts) => {
        const source = parts.join('')
        expect(letters(format(source))).toBe(letters(source))
      }),
      {numRuns: 500},
    )
  })
})

/** Letters and digits that a reader sees, in order. */
function letters(source: string): string {
  return parse(source)
    .agreements.map(({agreement}) => outlineWords(agreement))
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function trees(source: string): unknown {
  return parse(source).agreements.map(({agreement}) => bare({...agreement, dropped: []}))
}

/** A tree without positions, its spans merged: what two sources of the same agreement share. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'position')
      .map(([key, inner]) => [key, key === 'spans' ? bare(mergeSpans(inner as Span[])) : bare(inner)]),
  )
}
