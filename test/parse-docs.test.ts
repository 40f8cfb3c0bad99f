import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from '../src/compiler/parse/index.ts'
import {outlineText} from './support/outline.ts'

const specification = readFileSync(join(import.meta.dirname, '../docs/clause-tree.md'), 'utf8')

describe('the specification of the clause tree', () => {
  const examples = [...specification.matchAll(/```markdown\n([\s\S]*?)```\n\n```outline\n([\s\S]*?)```/g)]

  it('has an outline for each example', () => {
    expect(examples.length).toBe(specification.split('```markdown\n').length - 1)
  })

  it.each(
    examples.map(([, source = '', outline = '']) => [/(?:^|\n)## .*\n/.exec(source)?.[0].trim() ?? source.slice(0, 20), source, outline]),
  )('%s', (_, source, outline) => {
    expect(
      parse(source)
        .agreements.map(({agreement}) => outlineText(agreement))
        .join('----\n'),
    ).toBe(outline)
  })
})
