import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {openChromiumPrinter, openPdfFinisher} from '../src/io/index.ts'
import {finishPrint, renderPdf} from '../src/render/pdf/index.ts'
import {root} from './support/command-line.ts'

const finisher = openPdfFinisher(pathToFileURL(join(root, 'lib/finish-program.js')))
afterAll(() => finisher.close())

const html = '<!doctype html><html lang="zh-CN"><title>条款</title><h1>条款</h1><p>您应当按月付款。</p></html>'
const finishes = ['甲', '乙', '丙'].map((title) => ({
  title,
  language: 'zh-CN',
  date: '2026-01-01T00:00:00Z',
  provider: '示例公司',
  attachments: [{name: 'source.md', mediaType: 'text/markdown', description: '', relationship: 'Source' as const, content: title}],
}))

describe('a thread that finishes PDF', () => {
  it('gives each the bytes that it would have here', async () => {
    const printer = await openChromiumPrinter({pages: 1})
    const printed = await printer.print(html)
    const here = await Promise.all(finishes.map((finish) => finishPrint(printed, html, finish)))
    const there = await Promise.all(finishes.map((finish) => renderPdf({...printer, finish: finisher.finish}, html, finish)))
    await printer.close()
    expect(there.map((pdf, index) => Buffer.from(pdf).equals(Buffer.from(here[index] ?? [])))).toEqual([true, true, true])
  })

  it('fails with what fails in it, and goes on with the next', async () => {
    const [finish] = finishes
    if (!finish) throw new Error('no finish')
    await expect(finisher.finish(Buffer.from('no PDF'), html, finish)).rejects.toThrow()
    await expect(finisher.finish(Buffer.from('none, either'), html, finish)).rejects.toThrow()
  })
})
