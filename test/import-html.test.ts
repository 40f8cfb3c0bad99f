import {strToU8} from 'fflate'
import {describe, expect, it} from 'vitest'
import {type ImportedDocument, importDocument} from '../src/import/index.ts'

async function importPage(html: string | Uint8Array, selector?: string): Promise<ImportedDocument> {
  const imported = await importDocument({name: 'page.html', bytes: typeof html === 'string' ? strToU8(html) : html, selector})
  if ('refused' in imported) throw new Error(imported.message)
  expect(imported.characters.lost).toEqual([])
  return imported
}

const markdownOf = async (body: string) => (await importPage(body)).agreements.map(({markdown}) => markdown).join('\n====\n')

describe('a page', () => {
  it('that parts its lines by breaks gives a line each, and marks stay in their line', async () => {
    const body =
      '<h1>云笺表单服务协议</h1><div><b>一、服务</b><br><br>1.1 本服务包括表单。<br/>1.2 <span style="text-decoration-line: underline">不得转让</span>，可以停用。<br><span style="font-weight:700">二、责任</span><br>2.1 <font color="red"><strong>责任有限。</strong></font></div>'
    expect(await markdownOf(body)).toBe(
      '# 云笺表单服务协议\n\n**一、服务**\n\n1.1 本服务包括表单。\n\n1.2 <u>不得转让</u>，可以停用。\n\n**二、责任**\n\n2.1 **责任有限。**\n',
    )
  })

  it('laid out by tables gives its blocks, and the tables of data in them', async () => {
    const body =
      '<table><tr><td><h1>云笺表单服务协议</h1><p>1. 价格：</p><table border="1"><tr><td>级别</td><td>价格</td></tr><tr><td>标准<br>版</td><td><p>10</p><p>one</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table><p>2. 尾。</p></td></tr></table>'
    expect(await markdownOf(body)).toBe(
      '# 云笺表单服务协议\n\n1\\. 价格：\n\n| 级别 | 价格 |\n| - | - |\n| 标准 版 | 10 one a b |\n\n2\\. 尾。\n',
    )
  })

  it('keeps what style sheets and inline styles make bold, underlined or light', async () => {
    const body =
      '<head><style>/* x */ .key, p.lim{font-weight:700} .key:hover{font-weight:400} #u span{text-decoration:underline} h1,a{font-weight:bold}</style></head><h1>云笺表单服务协议</h1><p>1. <span class="key">不得转让</span>。</p><p class="lim">2. 责任有限。</p><p id="u">3. <span>不退款</span>。</p><p>4. <b style="font-weight:normal">普通</b>，<a href="https://yunjian.example/">页面</a>，<span style="font-style:italic">斜体</span>。</p>'
    expect(await markdownOf(body)).toBe(
      '# 云笺表单服务协议\n\n1\\. **不得转让**。\n\n**2. 责任有限。**\n\n3\\. <u>不退款</u>。\n\n4\\. 普通，[页面](https://yunjian.example/)，*斜体*。\n',
    )
  })

  it('keeps the numbers that the browser counts', async () => {
    const body =
      '<h1>Form Terms</h1><ol><li>We store forms.<ol type="a"><li>text;</li><li>files.</li></ol></li><li>You may leave.</li></ol><p>Prices follow.</p><ol start="3"><li>We charge by month.</li></ol>'
    const imported = await importPage(body)
    const markdown = imported.agreements[0]?.markdown ?? ''
    expect(markdown.match(/^(?:\d+\.|[ab]\.) .*/gm) ?? markdown).toEqual([
      '1. We store forms.',
      '2. You may leave.',
      '3. We charge by month.',
    ])
    expect(markdown).toMatch(/a\. text;[\s\S]*b\. files\./)
    expect(imported.characters.added.map(({character}) => character).join('')).toBe('.123ab')
  })

  it('loses scripts, forms and what is hidden, and keeps what a click opens', async () => {
    const body =
      '<h1>云笺表单服务协议</h1><script>alert(1)</script><style>p{}</style><noscript>请开启</noscript><iframe src="x">帧</iframe><p onclick="x()">1. 服务。<span style="display:none">藏</span></p><details><summary>更多</summary><p>2. 责任。</p></details><form><input value="x"><button>同意</button></form>'
    const imported = await importPage(body)
    expect(imported.agreements[0]?.markdown).toBe('# 云笺表单服务协议\n\n1\\. 服务。\n\n更多\n\n2\\. 责任。\n')
    expect(imported.dropped).toEqual([{reason: 'hidden', text: '藏'}])
    expect(imported.repairs.at(-1)?.message).toBe(
      'Left out 6 elements that are no text: <script>, <style>, <noscript>, <iframe>, <input>, <button>',
    )
  })
})

describe('the encoding', () => {
  const page = (charset: string, body: string) => `<html><head><meta charset="${charset}"></head><body>${body}</body></html>`
  const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const german = '<h1>Bedingungen für Formulare</h1><p>1. Käufer gemäß § 2.</p>'
  /** 云笺表单服务协议 in GBK. */
  const gbk = [0xd4, 0xc6, 0xbc, 0xe3, 0xb1, 0xed, 0xb5, 0xa5, 0xb7, 0xfe, 0xce, 0xf1, 0xd0, 0xad, 0xd2, 0xe9]
  it.each([
    ['of UTF-16 with its mark', utf16('<h1>云笺表单服务协议</h1><p>1. 服务。</p>'), '# 云笺表单服务协议', 'UTF-16'],
    [
      'that the page names',
      Buffer.concat([latin1('<meta charset="gbk"><h1>'), Uint8Array.from(gbk), latin1('</h1>')]),
      '# 云笺表单服务协议',
      'gbk',
    ],
    ['of Western pages', latin1(page('iso-8859-1', german)), '# Bedingungen für Formulare', 'iso-8859-1'],
    ['of pages that name none', latin1(german), '# Bedingungen für Formulare', 'Windows-1252'],
    [
      'of Chinese pages that name none',
      Buffer.concat([latin1('<h1>'), Uint8Array.from(gbk), latin1('</h1>')]),
      '# 云笺表单服务协议',
      'GB 18030',
    ],
  ])('%s is understood, and said', async (_, bytes, title, name) => {
    const imported = await importPage(bytes)
    expect(imported.agreements[0]?.markdown.split('\n')[0]).toBe(title)
    expect(imported.repairs[0]?.message).toBe(`Read as ${name}, since it is no UTF-8`)
  })
})
