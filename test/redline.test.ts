import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compareSources, compile, flattenClauses, ownText, viewRedline} from '../src/compiler/index.ts'
import {translator} from '../src/index.ts'
import {readTemplates} from '../src/io/index.ts'
import {renderRedlineText} from '../src/render/text/index.ts'
import {type Fixture, fixtures} from './support/fixtures.ts'
import {chance, Mutant, OPERATIONS} from './support/mutate.ts'
import {linesOf, readSide} from './support/redline-sides.ts'
import {agreementSources, realSources} from './support/sources.ts'

const {messages} = await readTemplates()

function redline({read}: Fixture) {
  const [comparison] = compareSources({compiled: compile(read('before.md'))}, {compiled: compile(read('after.md'))})
  if (!comparison) throw new Error('nothing to compare')
  const {from, to, diff} = comparison
  const translate = translator(messages, to.agreement.locale)
  return {view: viewRedline({from: from.agreement, to: to.agreement, diff, translate}), translate}
}

const PLAIN = {
  insert: (text: string) => `{+${text}+}`,
  delete: (text: string) => `[-${text}-]`,
  strong: (text: string) => text,
  soft: (text: string) => text,
}

const texts = [...agreementSources(), ...realSources().filter(([name]) => name.startsWith('seeds'))]
  .flatMap(([, source]) => compile(source))
  .filter(({agreement}) => flattenClauses(agreement).length > 8)
const sentences = texts
  .flatMap(({agreement}) => flattenClauses(agreement).map(ownText))
  .flatMap((text) => text.match(/[^。；.;]{12,80}[。；.;]/g) ?? [])

describe('a redline as text', () => {
  fixtures('redline', 'redline.txt', (fixture) => {
    const {view, translate} = redline(fixture)
    return renderRedlineText(view, translate, PLAIN)
  })
})

describe('a redline', () => {
  it('holds both versions whole and in order', () => {
    fc.assert(
      fc.property(
        fc.nat({max: texts.length - 1}),
        fc.nat(),
        fc.array(fc.constantFrom(...OPERATIONS), {minLength: 1, maxLength: 14}),
        (index, seed, operations) => {
          const base = texts[index]
          if (!base) throw new Error('no text')
          const mutant = new Mutant(base.agreement, sentences, chance(seed))
          const before = {...base, agreement: mutant.agreement()}
          for (const operation of operations) mutant.apply(operation)
          const after = {...base, agreement: mutant.agreement()}
          const [comparison] = compareSources({compiled: [before]}, {compiled: [after]})
          if (!comparison) throw new Error('nothing to compare')
          const view = viewRedline({
            from: before.agreement,
            to: after.agreement,
            diff: comparison.diff,
            translate: translator(messages, before.agreement.locale),
          })
          expect(readSide(view, 'old')).toEqual(linesOf(before.agreement))
          expect(readSide(view, 'new')).toEqual(linesOf(after.agreement))
          expect(new Set(view.blocks.map(({anchor}) => anchor)).size).toBe(view.blocks.length)
        },
      ),
      {numRuns: 40},
    )
  })
})
