import {describe, expect, it} from 'vitest'
import {type ImportedDocument, importDocument, type TrackedChanges} from '../src/import/index.ts'
import {wordParagraph as p, wordRun as r, wordFile} from './support/word-file.ts'

const title = p(r('云笺白板服务协议', 'b', 'sz w:val="44"'))
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

async function importWord(
  body: string,
  options: {readonly numbering?: string; readonly tracked?: TrackedChanges} = {},
): Promise<ImportedDocument> {
  const {numbering, tracked} = options
  const bytes = wordFile(title + body, numbering === undefined ? {} : {numbering})
  const imported = await importDocument({name: 'a.docx', bytes, tracked})
  if ('refused' in imported) throw new Error(imported.message)
  expect(imported.characters.lost).toEqual([])
  return imported
}

/** What follows the title in the Markdown of a body. */
async function markdownOf(body: string, options: Parameters<typeof importWord>[1] = {}): Promise<string> {
  return (await importWord(body, options)).agreements.map(({markdown}) => markdown.replace(/^# .*\n\n/, '')).join('\n====\n')
}

describe('automatic numbers', () => {
  const formats: [format: string, text: string, labels: string][] = [
    ['chineseCounting', '第%1条', '第一条 第二条 第十一条'],
    ['chineseCountingThousand', '%1、', '一、 二、 十一、'],
    ['chineseLegalSimplified', '%1、', '壹、 贰、 壹拾壹、'],
    ['ideographDigital', '（%1）', '（一） （二） （一一）'],
    ['ideographTraditional', '%1、', '甲、 乙、 11、'],
    ['ideographZodiac', '%1、', '子、 丑、 戌、'],
    ['decimalEnclosedCircleChinese', '%1', '① ② ⑪'],
    ['decimalFullWidth', '%1．', '１． ２． １１．'],
    ['decimalZero', '%1.', '01. 02. 11.'],
    ['lowerLetter', '%1)', 'a) b) k)'],
    ['upperRoman', '%1.', 'I. II. XI.'],
  ]
  it.each(formats)('%s are written as Word shows them', async (format, text, labels) => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const members = Array.from({length: 11}, () => p(r('服务。'), {number: 0})).join('')
    const lines = (await markdownOf(members, {numbering})).replaceAll('\\', '').split('\n').filter(Boolean)
    expect([0, 1, 10].map((index) => lines[index]?.replace(/\s?服务。$/, '')).join(' ')).toBe(labels)
  })

  it('of nested lists start anew below each member', async () => {
    const level = (index: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '（%2）')}${level(2, 'bullet', '•')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const body = (
      [
        ['定义', 0],
        ['白板：', 1],
        ['线条；', 2],
        ['用户。', 1],
        ['费用', 0],
        ['免费。', 1],
      ] as const
    )
      .map(([text, number]) => p(r(text), {number}))
      .join('')
    expect(await markdownOf(body, {numbering})).toBe('一、定义\n\n（1）白板：\n\n- 线条；\n\n（2）用户。\n\n二、费用\n\n（1）免费。\n')
  })
})

describe('what Word builds of more than paragraphs', () => {
  it('tables with merged cells keep each text in its column', async () => {
    const table = `<w:tbl>${row(cell('级别', '<w:vMerge w:val="restart"/>') + cell('价格', '<w:gridSpan w:val="2"/>'))}${row(cell('', '<w:vMerge/>') + cell('月') + cell('年'))}${row(cell('标准') + cell('10元') + cell('100元'))}</w:tbl>`
    expect(await markdownOf(p(r('1. 价格如下：')) + table)).toBe(
      '1\\. 价格如下：\n\n| 级别 | 价格 | |\n| - | - | - |\n| | 月 | 年 |\n| 标准 | 10元 | 100元 |\n',
    )
  })

  it('a table in a cell, and paragraphs in one, become its line', async () => {
    const inner = `<w:tbl>${row(cell('内一') + cell('内二'))}</w:tbl>`
    const table = `<w:tbl>${row(`<w:tc>${p(r('外'))}${p(r('one'))}${p(r('two'))}${inner}${p('')}</w:tc>${cell('右')}`)}</w:tbl>`
    expect(await markdownOf(p(r('1. 表')) + table)).toContain('| 外 one two 内一 内二 | 右 |')
  })

  it('content controls, fields, tags and signs give the text that they show', async () => {
    const field = (code: string, shown: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body =
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(r('1. 控件内的条款。'))}</w:sdtContent></w:sdt>` +
      p(
        `${r('2. 费用为')}<w:sdt><w:sdtPr/><w:sdtContent>${r('一百')}</w:sdtContent></w:sdt>${r('元，见第')}${field('REF _Ref1 \\r \\h', '1')}${r('条和第')}<w:fldSimple w:instr=" PAGE ">${r('7')}</w:fldSimple>${r('页。')}`,
      ) +
      p(
        `${r('3. 参见')}${field('HYPERLINK "https://yunjian.example/a"', '价格页')}<w:smartTag w:element="x">${r('及标签')}</w:smartTag><w:r><w:noBreakHyphen/></w:r>${r('完。')}`,
      )
    expect(await markdownOf(body)).toBe(
      '1\\. 控件内的条款。\n\n2\\. 费用为一百元，见第1条和第7页。\n\n3\\. 参见[价格页](https://yunjian.example/a)及标签‑完。\n',
    )
  })

  it('text boxes stand after the paragraph that they hang on', async () => {
    const content = `<w:txbxContent>${p(r('框内提示。'))}</w:txbxContent>`
    const drawing = `<w:drawing><wps:txbx xmlns:wps="u:wps">${content}</wps:txbx></w:drawing>`
    const both = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    for (const box of [drawing, both])
      expect(await markdownOf(p(`${r('1. 正文。')}<w:r>${box}</w:r>`) + p(r('2. 其他。')))).toBe(
        '1\\. 正文。\n\n框内提示。\n\n2\\. 其他。\n',
      )
  })
})

describe('tracked changes', () => {
  const moved = (name: string, text: string) =>
    `<w:p><w:pPr><w:rPr><w:${name} w:id="1" w:author="a"/></w:rPr></w:pPr><w:${name}RangeStart w:id="5" w:name="m"/><w:${name} w:id="2" w:author="a">${r(text)}</w:${name}><w:${name}RangeEnd w:id="5"/></w:p>`
  const body =
    moved('moveFrom', '1. 移动的条款。') +
    p(r('2. 不动的条款。')) +
    moved('moveTo', '1. 移动的条款。') +
    p(`${r('3. 责任')}<w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>有限</w:t></w:r>${r('。')}`) +
    `<w:tbl>${row(cell('新行') + cell('一'), '<w:ins w:id="10" w:author="a"/>')}${row(cell('旧行') + cell('二'), '<w:del w:id="11" w:author="a"/>')}${row(cell('留行') + cell('三'))}</w:tbl>`

  it('of moved text, rows and looks are accepted', async () => {
    const imported = await importWord(body, {tracked: 'accept'})
    expect(imported.agreements[0]?.markdown).toBe(
      '# 云笺白板服务协议\n\n2\\. 不动的条款。\n\n1\\. 移动的条款。\n\n3\\. 责任**有限**。\n\n| 新行 | 一 |\n| - | - |\n| 留行 | 三 |\n',
    )
    expect(imported.dropped.map(({reason, text}) => `${reason} ${text.trim().replace('\n', ' ')}`).sort()).toEqual([
      'deleted-text 1. 移动的条款。',
      'deleted-text 旧行 二',
    ])
    expect(imported.repairs.map(({message}) => message)).toEqual(['Accepted 7 tracked changes'])
  })

  it('or rejected', async () => {
    expect(await markdownOf(body, {tracked: 'reject'})).toBe(
      '1\\. 移动的条款。\n\n2\\. 不动的条款。\n\n3\\. 责任有限。\n\n| 旧行 | 二 |\n| - | - |\n| 留行 | 三 |\n',
    )
  })
})
