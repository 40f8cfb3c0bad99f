import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compile, type EditionView, viewAgreement} from '../src/compiler/index.ts'
import {readTemplates} from '../src/io/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {proviso, root} from './support/command-line.ts'
import {barriers, type Look, openBrowser, setLook} from './support/open-browser.ts'
import {publishedProject} from './support/published-project.ts'

const templates = await readTemplates()
const renderer = createHtmlRenderer(templates)
let browser: Browser
let page: Page
let site: string

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
  await page.setBypassCSP(true)
  const project = await publishedProject()
  site = join(project.root, 'dist')
  const {code, err} = await proviso(['build', '--only', 'html', '--draft'], {cwd: project.root})
  if (code !== 0) throw new Error(err)
}, 120_000)

afterAll(async () => {
  await browser.close()
  rmSync(join(site, '..'), {recursive: true})
})

describe('the page of an agreement', () => {
  it.each([
    ...Object.keys(templates.messages).map((locale) => ['sms-sla', locale, 'light', 1280] as const),
    ['sms-service', 'en', 'dark', 1280],
    ['sms-service', 'zh-CN', 'light', 390],
    ['sms-sla', 'ar', 'dark', 320],
  ] as const)('has no barrier: %s in %s, %s, %i pixels wide', async (agreement, locale, ...look) => {
    await setLook(page, look)
    await page.setContent(agreementPage(agreement, locale))
    expect(await barriers(page)).toEqual([])
  })
})

describe('the pages of a site', () => {
  const pages = [
    'index.html',
    'en/index.html',
    'zh-CN/terms/index.html',
    'zh-CN/terms/draft.html',
    'en/terms/2/index.html',
    'zh-CN/terms/history.html',
    'en/terms/history.html',
    'zh-CN/terms/2/redline.html',
    'en/terms/2/redline.html',
    'zh-CN/terms/2/notice.html',
    'en/terms/2/notice.html',
  ]
  const looks: readonly Look[] = [
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 320],
  ]
  it.each(pages)('have no barrier, in the light, in the dark and on a telephone: %s', async (path) => {
    const html = readFileSync(join(site, path), 'utf8')
    for (const look of looks) {
      await setLook(page, look)
      await page.setContent(html)
      expect(await barriers(page), look.join(' ')).toEqual([])
    }
  })

  it('have no barrier where the redline shows both sides, or changes alone', async () => {
    for (const choice of ['read-sides', 'read-changes'])
      for (const look of looks) {
        await setLook(page, look)
        await page.setContent(readFileSync(join(site, 'zh-CN/terms/2/redline.html'), 'utf8'))
        await page.click(`#${choice}`)
        expect(await barriers(page), `${choice} ${look.join(' ')}`).toEqual([])
      }
  })
})

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
