import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import axe from 'axe-core'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {chromiumBinary, fontFolder} from '../src/io/index.ts'
import {proviso} from './support/command-line.ts'
import {type TestServer, testServer} from './support/test-server.ts'

interface Shop {
  readonly address: string
  readonly close: () => Promise<void>
}

let made: TestServer
let shop: Shop
let browser: Browser
let page: Page
const failures: string[] = []

beforeAll(async () => {
  made = await testServer()
  const url = await made.server.listen({host: '127.0.0.1', port: 0})
  const {startShop} = (await import(new URL('../docs/example-shop/shop.mjs', import.meta.url).href)) as {
    startShop: (options: object) => Promise<Shop>
  }
  shop = await startShop({url, key: 'every-scope', agreement: 'terms'})
  const {configFile} = await fontFolder()
  browser = await puppeteer.launch({
    executablePath: await chromiumBinary(),
    headless: 'shell',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--lang=en'],
    env: {...process.env, FONTCONFIG_FILE: configFile},
  })
  page = await browser.newPage()
  page.on('pageerror', (error) => failures.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
}, 60_000)
afterAll(async () => {
  await browser.close()
  await shop.close()
  await made.close()
})

const heading = async () => page.$eval('h1', ({textContent}) => textContent)
const shown = async () => page.$eval('main', ({textContent}) => textContent ?? '')

/** What axe-core finds by WCAG 2.2 AA and good practice. */
async function barriers(): Promise<unknown> {
  await page.evaluate(axe.source)
  return page.evaluate(
    'axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}).then(({violations}) => violations.map(({id, nodes}) => id + " " + nodes[0].html))',
  )
}

async function open(): Promise<void> {
  await page.goto(shop.address, {waitUntil: 'networkidle0'})
}

/** Agrees by keyboard alone. */
async function agree(): Promise<void> {
  const before = await heading()
  await page.focus('#agree')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, {timeout: 10_000}, before)
}

async function receipt(): Promise<string> {
  return page.evaluate(async () => (await fetch('/receipt.json')).text())
}

async function isValid(text: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-shop-'))
  writeFileSync(join(folder, 'receipt.json'), text)
  writeFileSync(join(folder, 'jwks.json'), (await made.server.inject('/.well-known/jwks.json')).body)
  const {code} = await proviso(['verify', join(folder, 'receipt.json'), '--key', join(folder, 'jwks.json')])
  rmSync(folder, {recursive: true})
  return code === 0
}

describe('the example shop', {timeout: 60_000}, () => {
  it('shows the text first, and lets nobody agree by default', async () => {
    await open()
    expect(await heading()).toBe('Please read and agree')
    expect(await shown()).toContain('The Customer pays a fee of 100 yuan each month.')
    expect(await page.$eval('.limits strong u', ({textContent}) => textContent)).toContain('The liability of the Provider shall not exceed')
    expect(await page.$eval('#agree', (box) => (box as HTMLInputElement).checked)).toBe(false)
    await page.click('button')
    expect(await page.$eval('#note', ({textContent}) => textContent)).toBe('Tick the box to agree.')
    expect((await made.database.consents.head()).size).toBe(0)
    expect(await barriers()).toEqual([])
  })

  it('records what was shown and done, and hands out a receipt that can be checked', async () => {
    await agree()
    expect(await heading()).toBe('You have agreed')
    const [record] = await made.database.consents.records(0, 1)
    expect(record?.evidence).toMatchObject({
      version: '1',
      locale: 'en',
      event: {type: 'accept'},
      expression: {
        method: 'checkbox',
        controlDefaultState: 'unchecked',
        controlLabel: 'I have read and agree to “Text Message Agreement”, version 1',
        textDisplayed: 'full',
      },
      conspicuousClauses: [{path: '2.1', kinds: ['liability-cap']}],
      weaknesses: [],
    })
    expect(await isValid(await receipt())).toBe(true)
    expect(await barriers()).toEqual([])
    await open()
    expect(await heading()).toBe('You have agreed')
  })

  it('asks again when a new version needs it, with what changed since, clause by clause', async () => {
    made.clock.now = '2026-12-02T00:00:00.000Z'
    await open()
    expect(await heading()).toBe('What changed since you agreed')
    const rows = await page.$$eval('.changes li', (items) => items.map(({textContent}) => textContent))
    expect(rows.length).toBe(2)
    expect(await page.$$eval('.changes del', (items) => items.map(({textContent}) => textContent))).toContain('Before: 100')
    expect(await page.$$eval('.changes ins', (items) => items.map(({textContent}) => textContent))).toContain('After: 200')
    expect(await shown()).toContain('In substance: 100 yuan → 200 yuan')
    const redline = await page.$eval('main a', (link) => (link as HTMLAnchorElement).href)
    expect(await (await fetch(redline)).text()).toMatch(/<ins[\s>]/)
    expect(await barriers()).toEqual([])
    await agree()
    expect(await shown()).toContain('You agreed to version 2')
    const [, again] = await made.database.consents.records(0, 2)
    expect(again?.evidence).toMatchObject({version: '2', event: {type: 'renew'}})
    expect(await isValid(await receipt())).toBe(true)
  })

  it('speaks Chinese to those who read it', async () => {
    const chinese = await browser.createBrowserContext()
    const other = await chinese.newPage()
    await other.evaluateOnNewDocument('Object.defineProperty(navigator, "languages", {get: () => ["zh-CN", "en"]})')
    await other.goto(shop.address, {waitUntil: 'networkidle0'})
    expect(await other.$eval('main', ({textContent}) => textContent)).toContain('乙方应当按月支付服务费用二百元')
    expect(await other.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    await chinese.close()
  })

  it('fails nowhere on the way', () => {
    expect(failures).toEqual([])
  })
})
