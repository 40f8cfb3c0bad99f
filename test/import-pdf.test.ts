import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type ImportedDocument, importDocument} from '../src/import/index.ts'
import {openChromiumPrinter} from '../src/io/index.ts'
import type {PdfPrinter} from '../src/render/pdf/index.ts'

let printer: PdfPrinter
beforeAll(async () => {
  printer = await openChromiumPrinter({pages: 1})
})
afterAll(() => printer.close())

/** What is read of a page that was printed, without the tags of the browser's own making being looked at. */
async function importPrinted(body: string, css = ''): Promise<ImportedDocument> {
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>@page{size:A4;margin:20mm}body{font:10.5pt/1.6 "Noto Sans SC"}h1{font-size:18pt}h2{font-size:13pt}${css}</style></head><body>${body}</body></html>`
  const imported = await importDocument({name: 'a.pdf', bytes: await printer.print(html)})
  if ('refused' in imported) throw new Error(imported.message)
  expect(imported.agreements).toHaveLength(1)
  expect([imported.characters.lost, imported.characters.added]).toEqual([[], []])
  return imported
}

const markdownOf = ({agreements}: ImportedDocument) => agreements[0]?.markdown ?? ''
const words = ['绘制', '协作', '评论', '导出', '模板', '历史', '权限', '通知', '搜索', '存储', '打印', '投影']
const chinese = words.map(
  (word, index) =>
    `<h2>${index + 1}. ${word}</h2><p>${index + 1}.1 您使用${word}功能时，应当遵守云笺科技就${word}公布的规范，<b>不得借${word}上传违法内容</b>，也不得<u>转让账号</u>；违反的，云笺科技有权暂停${word}功能并通知您改正。</p>`,
)
const chineseMarkdown = `# 云笺白板服务协议\n${words
  .map(
    (word, index) =>
      `\n## ${index + 1}. ${word}\n\n${index + 1}.1 您使用${word}功能时，应当遵守云笺科技就${word}公布的规范，**不得借${word}上传违法内容**，也不得<u>转让账号</u>；违反的，云笺科技有权暂停${word}功能并通知您改正。\n`,
  )
  .join('')}`

describe('a page of a PDF', () => {
  it('of two columns is read one column after the other', async () => {
    const columns = `<h1>云笺白板服务协议</h1><div style="columns:2;column-gap:8mm">${chinese.join('')}</div>`
    expect(markdownOf(await importPrinted(columns))).toBe(chineseMarkdown)
  })

  it('of two columns in English keeps its words and its marks', async () => {
    const features = ['Drawing', 'Comments', 'Exports', 'Templates', 'Search', 'Sharing', 'Printing', 'Storage', 'Backups', 'Invitations']
    const text = (name: string, [open, close]: readonly [string, string]) =>
      `When you use ${name.toLowerCase()} on the whiteboard, you follow the rules that we publish for ${name.toLowerCase()}, ${open}you do not upload unlawful ${name.toLowerCase()}${close}, and you do not pass your account on to others without asking us about ${name.toLowerCase()} beforehand.`
    const body = features
      .map((name, index) => `<h2>${index + 1}. ${name}</h2><p>${index + 1}.1 ${text(name, ['<b>', '</b>'])}</p>`)
      .join('')
    const imported = await importPrinted(`<h1>Whiteboard Terms</h1><div style="columns:2;column-gap:8mm;text-align:justify">${body}</div>`)
    const wanted = features.map((name, index) => `\n## ${index + 1}. ${name}\n\n${index + 1}.1 ${text(name, ['**', '**'])}\n`).join('')
    expect(markdownOf(imported)).toBe(`# Whiteboard Terms\n${wanted}`)
  })

  it('with drawn tables gives each cell its own, merged and wrapped ones too', async () => {
    const body = `<h1>云笺白板服务协议</h1><p>1. 价格如下：</p><table border=1 style="border-collapse:collapse;width:100%"><tr><th rowspan=2>级别</th><th colspan=2>价格</th></tr><tr><td>按月</td><td>按年</td></tr><tr><td>标准版</td><td>10元</td><td></td></tr><tr><td>专业版，含协作功能与超过一百人的团队以及单独的存储空间与客户支持</td><td>20元</td><td>200元，一次付清的减少百分之五并赠送三个月的服务</td></tr></table><p>2. 联系方式：</p><table style="width:100%"><tr><td>电话</td><td>010-1234</td></tr><tr><td>地址</td><td>上海市</td></tr></table><p>3. 尾款。</p>`
    expect(markdownOf(await importPrinted(body))).toBe(
      '# 云笺白板服务协议\n\n1\\. 价格如下：\n\n| 级别 | 价格 | |\n| - | - | - |\n| | 按月 | 按年 |\n| 标准版 | 10元 | |\n| 专业版，含协作功能与超过一百人的团队以及单独的存储空间与客户支持 | 20元 | 200元，一次付清的减少百分之五并赠送三个月的服务 |\n\n2\\. 联系方式：\n\n| 电话 | 010-1234 |\n| - | - |\n| 地址 | 上海市 |\n\n3\\. 尾款。\n',
    )
  })

  it('loses its headers and footers, which are listed', async () => {
    const head = '<thead><tr><td style="font-size:8pt">云笺科技 内部资料</td></tr></thead>'
    const foot = '<tfoot><tr><td style="font-size:8pt">云笺科技（示例）有限公司 · 上海</td></tr></tfoot>'
    const imported = await importPrinted(
      `<table style="width:100%">${head}${foot}<tbody><tr><td><h1>云笺白板服务协议</h1>${chinese.join('')}</td></tr></tbody></table>`,
      'p{margin-bottom:12mm}',
    )
    expect(markdownOf(imported)).toBe(chineseMarkdown)
    expect(new Set(imported.dropped.map(({reason, text}) => `${reason} ${text}`))).toEqual(
      new Set(['page-header 云笺科技 内部资料', 'page-footer 云笺科技（示例）有限公司 · 上海']),
    )
  })

  it('keeps marks of notes and exponents in their line, and items of lists whole', async () => {
    const small = 'style="font-size:7pt"'
    const body = `<h1>云笺白板服务协议</h1><p>1. 费用以官网为准<sup ${small}>1</sup>，面积以 m<sup ${small}>2</sup> 计，包括：</p><ul><li>绘制线条与图形，以及其他由云笺科技不时提供的绘制功能，具体以产品页面所列的为准，您应当自行查看；</li><li>协作。</li></ul><p style="font-size:8pt">1 官网指 yunjian.example。</p>`
    expect(markdownOf(await importPrinted(body))).toBe(
      '# 云笺白板服务协议\n\n1\\. 费用以官网为准1，面积以 m2 计，包括：\n\n绘制线条与图形，以及其他由云笺科技不时提供的绘制功能，具体以产品页面所列的为准，您应当自行查看；\n\n协作。\n\n1 官网指 yunjian.example。\n',
    )
  })

  it('tells the levels of headings without numbers by their size', async () => {
    const body =
      '<h1>云笺白板服务协议</h1><p>欢迎使用。</p><h2>服务内容</h2><p>服务包括绘制。</p><h3 style="font-size:11.8pt">绘制</h3><p>可以画线。</p><h2>责任</h2><p><b>责任以费用为限。</b></p>'
    expect(markdownOf(await importPrinted(body))).toBe(
      '# 云笺白板服务协议\n\n欢迎使用。\n\n## 服务内容\n\n服务包括绘制。\n\n### 绘制\n\n可以画线。\n\n## 责任\n\n**责任以费用为限。**\n',
    )
  })
})
