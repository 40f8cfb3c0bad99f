import {describe, expect, it} from 'vitest'
import {type Agreement, bodySpans, flattenClauses, mergeSpans} from '../src/compiler/clause-tree/index.ts'
import {parse} from '../src/compiler/parse/index.ts'

describe('marks', () => {
  it.each([
    ['nest either way', '1.1 **甲<u>乙</u>**<u>**丙**丁</u>', ['1.1 甲[bold] 乙丙[bold underline] 丁[underline]']],
    ['work next to Chinese punctuation', '1.1 甲方**“通知”**后，**（一）**生效。', ['1.1 甲方 “通知”[bold] 后， （一）[bold] 生效。']],
    [
      'go on in the next line and paragraph',
      '1.1 <u>甲  \n1.2 乙\n\n1.3 丙</u>丁',
      ['1.1 甲[underline]', '1.2 乙[underline]', '1.3 丙[underline] 丁'],
    ],
    ['may swallow labels', '**1.1 甲。  \n1.2 乙。** 丙', ['1.1 甲。[bold]', '1.2 乙。[bold]  丙']],
    [
      'come from several tags',
      '1.1 <b>甲</b><ins>乙</ins><span class="underline">丙</span><em>丁</em>~~戊~~`己`',
      ['1.1 甲[bold] 乙丙[underline] 丁[italic] 戊[strike] 己[code]'],
    ],
    [
      'are kept in cells',
      '1.1 表：\n\n| 甲 | **乙** |\n| - | - |\n| <u>丙</u> | 丁 |',
      ['1.1 表：', '1.1.p1 甲 乙[bold] 丙[underline] 丁'],
    ],
  ])('%s', (_, source, expected) => {
    expect(marksOf(parse(source).agreements[0]?.agreement)).toEqual(expected)
  })
})

describe('an unmatched sign is reported with the place of its mate', () => {
  it.each([
    ['1.1 甲方付款。乙方交货。**', '1:15', 'before “乙方交货。**”', '1:10'],
    ['1.1 **甲方付款。乙方交货。', '1:5', 'after “甲方付款。”', '1:12'],
    ['1.1 We **bill you. You pay.', '1:8', 'after “bill you.”', '1:19'],
    ['1.1 We bill you** at once.', '1:16', 'at the beginning of the clause', '1:5'],
    ['1.1 甲方应当**付款。', '1:9', 'at the end of the clause', '1:14'],
    ['# **总则\n\n甲。', '1:3', 'at the end of the clause', '1:7'],
  ])('%s', (source, place, mate, matePlace) => {
    const [found, ...others] = parse(source).agreements[0]?.diagnostics ?? []
    expect(others).toEqual([])
    expect(found).toMatchObject({ruleId: 'emphasis-unmatched', severity: 'error'})
    expect(found?.message).toContain(`expected its mate ${mate}`)
    expect(`${found?.position?.start.line}:${found?.position?.start.column}`).toBe(place)
    const related = found?.related?.[0]?.position.start
    expect(`${related?.line}:${related?.column}`).toBe(matePlace)
  })

  it.each(['1.1 \\*\\*不是强调\\*\\*。', '1.1 号码138****1234。', '1.1 `a ** b`', '1.1 字段 user__name 有效。', '1.1 **甲**。'])(
    'not in %s',
    (source) => {
      expect(parse(source).agreements[0]?.diagnostics).toEqual([])
    },
  )
})

function marksOf(agreement: Agreement | undefined): string[] {
  return (agreement ? flattenClauses(agreement) : []).map((clause) => {
    const spans = bodySpans(clause.body).flatMap((content) => mergeSpans(content))
    return `${clause.path} ${spans.map(({value, marks}) => value + (marks.length > 0 ? `[${marks.join(' ')}]` : '')).join(' ')}`
  })
}
