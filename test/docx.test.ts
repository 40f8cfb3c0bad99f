import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {bodySpans, flattenClauses} from '../src/compiler/clause-tree/index.ts'
import {type Agreement, compile} from '../src/compiler/index.ts'
import {viewAgreement} from '../src/compiler/view/index.ts'
import {countedLabels} from '../src/render/docx/counted-labels.ts'
import {renderAgreementDocx} from '../src/render/docx/index.ts'
import {readDocx} from './support/read-docx.ts'
import {linesOf} from './support/redline-sides.ts'
import {agreementSources, fixtureSources, realSources} from './support/sources.ts'

const finish = {title: '协议', language: 'zh-CN', author: '云笺科技', date: '2026-11-01T00:00:00Z'}

const texts = [...agreementSources(), ...fixtureSources('parse'), ...realSources().filter(([name]) => name.startsWith('seeds'))].flatMap(
  ([name, source]) => compile(source).map(({agreement, facts}, index) => ({name: `${name} ${index}`, agreement, facts})),
)

async function docxOf({agreement, facts}: {agreement: Agreement; facts: Parameters<typeof viewAgreement>[1]}): Promise<Uint8Array> {
  const view = viewAgreement(agreement, facts, {edition: {links: [], translations: []}, fallbackTitle: ''})
  return renderAgreementDocx(view, finish)
}

const words = (lines: readonly string[]) => lines.join('').replace(/\s/g, '')

describe('an agreement as a Word file', () => {
  it.each(texts)('has the labels and words of $name, each once and in order', async (text) => {
    const lines = linesOf({...text.agreement, frontMatter: []})
    expect(words(readDocx(await docxOf({...text, agreement: {...text.agreement, frontMatter: []}}), 'accepted'))).toBe(words(lines))
  })

  it('has one paragraph for each clause, marked as its author marked it', async () => {
    const sample = texts.find(({name}) => name.startsWith('agreements/sms-service/zh-CN'))
    if (!sample) throw new Error('no sample')
    const xml = strFromU8(unzipSync(await docxOf(sample))['word/document.xml'] ?? new Uint8Array())
    const runs = [...xml.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?(?:<w:t[^>]*>([^<]*)<\/w:t>)+<\/w:r>/g)]
    const marked = runs.filter(([, looks = '']) => looks.includes('<w:b/>') && looks.includes('<w:u w:val="single"/>'))
    const expected = flattenClauses(sample.agreement)
      .flatMap(({body}) => bodySpans(body).flat())
      .filter(({marks}) => marks.includes('bold') && marks.includes('underline'))
    expect(words(marked.map(([, , text = '']) => text))).toBe(words(expected.map(({value}) => value)))
    const names = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w+)"\/>/g)].map(([, name]) => name)
    expect(names).toHaveLength(flattenClauses(sample.agreement).length)
    expect(new Set(names).size).toBe(names.length)
  })

  it('lets Word count the labels', async () => {
    const sample = texts.find(({name}) => name.startsWith('agreements/sms-service/zh-CN'))
    if (!sample) throw new Error('no sample')
    const xml = strFromU8(unzipSync(await docxOf(sample))['word/document.xml'] ?? new Uint8Array())
    const labelled = flattenClauses(sample.agreement).filter(({label}) => label !== undefined && label.style !== 'bullet')
    expect(xml.match(/<w:numId /g)?.length).toBe(labelled.length)
  })

  it.each([
    ['decimal', ['3.1', '3.2', '3.3'], '3.%1'],
    ['lowerRoman', ['(i)', '(ii)', '(iii)', '(iv)'], '(%1)'],
    ['upperRoman', ['Article I', 'Article II', 'Article III'], 'Article %1'],
    ['lowerLetter', ['a)', 'b)', 'c)'], '%1)'],
    ['chineseCounting', ['第十九条', '第二十条', '第二十一条'], '第%1条'],
  ] as const)('counts as %s', (format, labels, text) => {
    const first = {decimal: 1, chineseCounting: 19}[String(format)] ?? 1
    const counted = countedLabels()
    const numbered = counted.count(labels.map((label, index) => ({label, labelValue: first + index})))
    expect(new Set(numbered)).toEqual(new Set([{reference: 'clauses-1', level: 0}]))
    expect(counted.lists()).toMatchObject([{levels: [{format, text, start: first}]}])
  })

  it.each([
    ['廿一、', 21],
    ['01.', 1],
    ['①', 1],
    ['第一百条', 100],
  ])('writes %s out, as Word would write that number otherwise', (label, labelValue) => {
    expect(
      countedLabels().count([
        {label, labelValue},
        {label, labelValue},
      ]),
    ).toEqual([undefined, undefined])
  })

  it('has the same bytes each time', async () => {
    const sample = texts.find(({name}) => name.startsWith('agreements/sms-service/en'))
    if (!sample) throw new Error('no sample')
    const [first, second] = [await docxOf(sample), await docxOf(sample)]
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).toContain('>2026-11-01T00:00:00Z</dcterms:modified>')
    expect(strFromU8(unzipSync(first)['word/_rels/document.xml.rels'] ?? new Uint8Array())).toContain('Id="rIdLink1"')
  })
})
