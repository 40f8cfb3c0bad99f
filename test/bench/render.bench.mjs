// A warm render of a nine-page agreement: ours, finishing included, against the bare print of the same HTML by the same browser.
import puppeteer from 'puppeteer'
import {viewAgreement} from '../../lib/compiler/view/index.js'
import {compile, createHtmlRenderer, renderPdf} from '../../lib/index.js'
import {chromiumBinary} from '../../lib/io/chromium-binary.js'
import {fontFolder, openChromiumPrinter, readTemplates} from '../../lib/io/index.js'
import {interleave, report} from './measure.mjs'
import {nineRealPages} from './sources.mjs'

export async function run({isShort}) {
  const {name, text} = nineRealPages()
  const [{agreement, facts}] = compile(text)
  const renderer = createHtmlRenderer(await readTemplates())
  const view = viewAgreement(agreement, facts, {fallbackTitle: '', edition: {links: [], translations: []}})
  const html = renderer.agreement(view)
  const printer = await openChromiumPrinter({pages: 1})
  const {configFile} = await fontFolder()
  const browser = await puppeteer.launch({
    executablePath: await chromiumBinary(),
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: {...process.env, FONTCONFIG_FILE: configFile},
  })
  const page = await browser.newPage()
  const options = {preferCSSPageSize: true, printBackground: true, tagged: true, outline: true}
  const finish = {date: '2026-01-01T00:00:00Z', title: view.title, language: 'zh-CN'}
  console.log(`  ${name}, ${(html.length / 1000).toFixed(0)} KB of HTML`)
  report(
    await interleave(
      {
        'bare setContent + page.pdf()': async () => {
          await page.setContent(html)
          await page.pdf(options)
        },
        'renderPdf, finished': () => renderPdf(printer, html, finish),
        'Markdown to finished PDF': async () => {
          const [compiled] = compile(text)
          const own = renderer.agreement(
            viewAgreement(compiled.agreement, compiled.facts, {fallbackTitle: '', edition: {links: [], translations: []}}),
          )
          await renderPdf(printer, own, finish)
        },
      },
      isShort ? 9 : 31,
    ),
  )
  await Promise.all([browser.close(), printer.close()])
}
