import {describe, expect, it} from 'vitest'
import {labelCandidates} from '../src/compiler/parse/labels/label-grammar.ts'
import {LABEL_ROWS} from '../src/compiler/parse/labels/label-rows.ts'

describe('the label grammar reads its own examples', () => {
  it.each(LABEL_ROWS.flatMap((row) => row.examples.map((example) => [row.style, example, row] as const)))('%s: %s', (_, example, row) => {
    expect(candidatesOf(example).map((candidate) => candidate.row)).toContain(row)
  })
})

describe('a label is', () => {
  it.each([
    ['第四条之一 甲', 'han-article', '第四条之一', ['4-1']],
    ['十一、甲', 'han-comma', '十一、', ['11']],
    ['（廿三）甲', 'han-paren', '（廿三）', ['23']],
    ['4.3.2您', 'decimal', '4.3.2', ['4', '3', '2']],
    ['１．甲', 'decimal', undefined, undefined],
    ['1.1.　甲', 'decimal', '1.1.', ['1', '1']],
    ['1000. Scope', 'n-dot', '1000.', ['1000']],
    ['18.2 years of use', 'decimal', '18.2', ['18', '2']],
    ['2.b) Scope', 'mixed', '2.b)', ['2', 'b']],
    ['§ 5a Recht', 'section-sign', '§ 5a', ['5a']],
    ['Article IV – Droit', 'keyword', 'Article IV –', ['iv']],
    ['Section 2.3: Scope', 'keyword', 'Section 2.3:', ['2', '3']],
    ['ANNEXE 1 – TARIFS', 'keyword-annex', 'ANNEXE 1 –', ['annex-1']],
    ['附录B 甲', 'annex-han', '附录B', ['annex-b']],
    ['㉑ 甲', 'glyph-circled', '㉑', ['21']],
    ['A.', 'A-dot', 'A.', ['a']],
    ['bb) text', 'a-paren-right', 'bb)', ['bb']],
  ])('%s as %s', (line, style, text, names) => {
    const found = candidatesOf(line).find((candidate) => candidate.style === style)
    expect(found?.text).toBe(text)
    expect(found?.names).toEqual(names)
  })
})

describe('no label is in', () => {
  it.each([
    ...['1.5倍运费', '99.95%的订单', '0.05 % daily', '1.5 times the price', '3个工作日', '30天后', '2019年5月', '10,000 copies'],
    ...[
      '第三条规定的情形',
      '第二十条第二款',

      '12.05.2021 is a date',
      '2013 was long ago',
      '1. Mai 2022',
      'e.g. by letter',
      'text',
    ],
  ])('%s', (line) => {
    expect(candidatesOf(line).filter(({row}) => row.proof === 'nothing')).toEqual([])
  })
})

function candidatesOf(line: string) {
  const at = (offset: number) => ({line: 1, column: offset + 1, offset})
  return labelCandidates([{value: line, marks: [], position: {start: at(0), end: at(line.length)}}], {isHeading: true})
}
