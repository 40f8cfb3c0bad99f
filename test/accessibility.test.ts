import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import axe from 'axe-core'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compile, type EditionView, viewAgreement} from '../src/compiler/index.ts'
import {chromiumBinary, fontFolder, readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {root} from './support/command-line.ts'

const templates = await readTemplates()
const renderer = createHtmlRenderer(templates)
let browser: Browser
let page: Page

beforeAll(async () => {
  const {configFile} = await fontFolder()
  browser = await puppeteer.launch({
    executablePath: await chromiumBinary(),
    headless: 'shell',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: {...process.env, FONTCONFIG_FILE: configFile},
  })
  page = await browser.newPage()
  await page.setBypassCSP(true)
}, 60_000)

afterAll(async () => {
  await browser.close()
})

describe('the page of an agreement', () => {
  it.each([
    ...Object.keys(templates.messages).map((locale) => ['sms-sla', locale, 'light', 1280] as const),
    ['sms-service', 'en', 'dark', 1280],
    ['sms-service', 'zh-CN', 'light', 360],
    ['sms-sla', 'ar', 'dark', 360],
  ] as const)('has no barrier: %s in %s, %s, %i pixels wide', async (agreement, locale, scheme, width) => {
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
    await page.setViewport({width, height: 900})
    expect(await barriers(agreementPage(agreement, locale))).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  })
})

/** What axe-core finds by WCAG 2.2 AA and good practice, as rule and element. */
async function barriers(html: string): Promise<string[]> {
  await page.setContent(html)
  await page.evaluate(axe.source)
  const run = 'axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})'
  const found = await page.evaluate(
    `${run}.then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ': ' + html.slice(0, 120))))`,
  )
  return Array.isArray(found) ? found.map(String) : ['no answer']
}

/** A page with all that a page can have. */
function agreementPage(agreement: string, locale: string): string {
  const source = readFileSync(join(root, 'agreements', agreement, locale.startsWith('zh') ? 'zh-CN.md' : 'en.md'), 'utf8')
  const [compiled] = compile(source, {parameters: {channelName: 'Yunjian SMS', supportEmail: 'support@yunjian.example'}})
  if (!compiled) throw new Error('no agreement')
  return renderer.agreement(viewAgreement({...compiled.agreement, locale}, compiled.facts, {fallbackTitle: '', edition: EDITION}))
}

const next = {version: '2.2.0', effectiveAt: '2027-03-01T09:30:00+08:00', href: 'versions/2.2.0/index.html'}
const EDITION: EditionView = {
  id: 'sms-service',
  provider: 'Yunjian Technology (Example) Co., Ltd.',
  version: '2.1.0',
  shortHash: '0123456789ab',
  announcedAt: '2026-11-01T00:00:00+08:00',
  effectiveAt: '2027-01-01T00:00:00+08:00',
  next,
  versions: [
    {...next, isThis: false},
    {version: '2.1.0', effectiveAt: '2027-01-01T00:00:00+08:00', href: 'versions/2.1.0/index.html', isThis: true},
  ],
  authoritative: {locale: 'zh-CN', href: '../../zh-CN/sms-service/index.html'},
  links: [
    {rel: 'pdf', href: 'sms-service.pdf'},
    {rel: 'redline', href: 'redline.html'},
    {rel: 'notice', href: 'notice.html'},
    {rel: 'history', href: 'versions/index.html'},
    {rel: 'index', href: '../../index.html'},
  ],
  translations: [{locale: 'ja', href: '../../ja/sms-service/index.html'}],
}
