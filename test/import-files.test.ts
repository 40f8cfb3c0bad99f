import {strToU8} from 'fflate'
import {describe, expect, it} from 'vitest'
import {importDocument} from '../src/import/index.ts'
import {wordParagraph as p, wordRun as r, wordFile} from './support/word-file.ts'

const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${index === 1 ? '<w:isLgl/>' : ''}<w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%1.%2')}${level(2, 'decimal', '（%3）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
const styles =
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="key"><w:name w:val="重点"/><w:rPr><w:b/><w:u w:val="single"/></w:rPr></w:style>'
const agreement =
  p(r('云笺会议服务协议', 'b', 'sz w:val="36"')) +
  p(r('本协议由云笺科技与您订立。') + r('请逐条阅读。', 'b', 'u w:val="single"')) +
  p(r('服务内容'), {style: '1', number: 0}) +
  p(r('会议服务包括：'), {number: 1}) +
  p(r('音频会议；'), {number: 2}) +
  p(`${r('视频会议。')}<w:r><w:footnoteReference w:id="2"/></w:r>`, {number: 2}) +
  p(`${r('费用为每月')}<w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins>${r('120')}</w:ins>${r('元。')}`, {number: 1}) +
  `<w:tbl><w:tr><w:tc>${p(r('级别'))}</w:tc><w:tc>${p(r('价格'))}</w:tc></w:tr><w:tr><w:tc>${p(r('标准'))}</w:tc><w:tc>${p(r('120元'))}</w:tc></w:tr></w:tbl>` +
  p(r('责任'), {style: '1', number: 0}) +
  p(r('责任总额以已支付的费用为限。', 'rStyle w:val="key"') + r('内部备注', 'vanish'), {number: 1})
const file = wordFile(agreement, {
  numbering,
  styles,
  footnotes: `<w:footnote w:id="2">${p(r('最多五十人。'))}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="法务">${p(r('再确认'))}</w:comment>`,
  'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(r('机密'))}</w:hdr>`,
})

describe('a Word file', () => {
  it('comes as Word shows it: counted numbers, headings, marks of styles, tables, footnotes', async () => {
    const imported = await importDocument({name: 'meeting.docx', bytes: file, tracked: 'accept'})
    if ('refused' in imported) throw new Error(imported.message)
    expect(imported.agreements[0]?.markdown).toBe(`# 云笺会议服务协议

本协议由云笺科技与您订立。**<u>请逐条阅读。</u>**

## 第一条 服务内容

1.1 会议服务包括：

（1）音频会议；

（2）视频会议。[^1]

1.2 费用为每月120元。

| 级别 | 价格 |
| - | - |
| 标准 | 120元 |

## 第二条 责任

2.1 **<u>责任总额以已支付的费用为限。</u>**

[^1]: 最多五十人。
`)
    expect(imported.characters.lost).toEqual([])
    expect(imported.dropped.map(({reason, text}) => [reason, text]).sort()).toEqual([
      ['comment', '再确认'],
      ['deleted-text', '100'],
      ['hidden', '内部备注'],
      ['page-header', '机密'],
    ])
    expect(imported.repairs.map(({message}) => message)).toContain('Left out a comment of 法务: 再确认')
  })

  it('with tracked changes is refused until somebody says which text is meant', async () => {
    expect(await importDocument({name: 'meeting.docx', bytes: file})).toMatchObject({refused: 'docx-tracked-changes'})
    const before = await importDocument({name: 'meeting.docx', bytes: file, tracked: 'reject'})
    if ('refused' in before) throw new Error(before.message)
    expect(before.agreements[0]?.markdown).toContain('每月100元')
    expect(before.characters.lost).toEqual([])
  })
})

describe('a page', () => {
  const html = `<!doctype html><html><head><title>x</title></head><body><nav><a href="/">首页</a></nav><div id="content"><h1>云笺表单服务协议</h1>
<h2>一、服务</h2><p>1.1 请<u>仔细阅读</u>，<strong>责任有限</strong>。<span style="text-decoration:underline">不得转让。</span></p><ol type="a"><li>甲方；</li><li>乙方。</li></ol></div><footer>备案</footer><script>1</script></body></html>`

  it('gives its text with what is bold and underlined, and lists what stands around it', async () => {
    const imported = await importDocument({name: 'form.html', bytes: strToU8(html)})
    if ('refused' in imported) throw new Error(imported.message)
    expect(imported.agreements[0]?.markdown).toBe(
      '# 云笺表单服务协议\n\n## 一、服务\n\n1.1 请<u>仔细阅读</u>，**责任有限**。<u>不得转让。</u>\n\na. 甲方；\n\nb. 乙方。\n',
    )
    expect(imported.dropped).toEqual([{reason: 'outside-selection', text: '首页 备案'}])
    expect(imported.characters.lost).toEqual([])
  })

  it('is read at a selector, and refused where that selects nothing', async () => {
    expect(await importDocument({name: 'form.html', bytes: strToU8(html), selector: 'footer'})).toMatchObject({
      agreements: [{markdown: '备案\n'}],
    })
    expect(await importDocument({name: 'form.html', bytes: strToU8(html), selector: '#none'})).toMatchObject({
      refused: 'selector-unmatched',
    })
    expect(await importDocument({name: 'form.html', bytes: strToU8(html), selector: '[['})).toMatchObject({refused: 'selector-unmatched'})
  })
})
