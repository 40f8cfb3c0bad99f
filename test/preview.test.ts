import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import {join} from 'node:path'
import type {Browser} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {folderWith, main, proviso} from './support/command-line.ts'
import {openBrowser} from './support/open-browser.ts'
import {publishedProject} from './support/published-project.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
})

describe('the search', () => {
  let root: string
  let server: Server
  let url: string

  beforeAll(async () => {
    root = (await publishedProject()).root
    const {code, err} = await proviso(['build', '--only', 'html'], {cwd: root})
    if (code !== 0) throw new Error(err)
    server = createServer((request, response) => {
      const path = join(root, 'dist', new URL(request.url ?? '/', 'http://localhost').pathname)
      const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.json') ? 'application/json' : 'text/html'
      readFile(path).then(
        (content) => response.setHeader('content-type', type).end(content),
        () => response.writeHead(404).end(),
      )
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  }, 60_000)
  afterAll(() => {
    server.close()
    rmSync(root, {recursive: true})
  })

  it.each([
    ['/index.html', '乙方 ＳＥＲＶＩＣＥＳ', []],
    ['/index.html', '短信服务', ['短信服务协议 1.1']],
    ['/index.html', 'LIABILITY of the', ['Text Message Agreement 2.1']],
    ['/en/index.html', 'text messages', ['Text Message Agreement 1.1']],
    ['/zh-CN/index.html', '１００', []],
    ['/zh-CN/index.html', '费用', ['短信服务协议 1.2', '短信服务协议 2.1']],
  ])('on %s finds the clauses that hold “%s”, however they are written', async (path, words, titles) => {
    const page = await browser.newPage()
    try {
      await page.goto(url + path)
      await page.type('#search', words)
      await page.waitForFunction('document.querySelector(".search [role=status]").textContent !== ""')
      const found = await page.$$eval('.search li a', (links) => links.map((link) => link.textContent))
      expect(found).toEqual(titles)
      if (titles.length === 0) return
      await Promise.all([page.waitForNavigation(), page.click('.search li a')])
      expect(page.url()).toMatch(/\/(?:en|zh-CN)\/terms\/index\.html#/)
      const target = await page.$eval(':target', (element) => element.textContent)
      for (const word of words.toLowerCase().split(' ')) expect(target?.toLowerCase()).toContain(word)
    } finally {
      await page.close()
    }
  })

  it('is not there without scripts, and all agreements are', async () => {
    const page = await browser.newPage()
    try {
      await page.setJavaScriptEnabled(false)
      await page.goto(`${url}/index.html`)
      expect(await page.$('.search input')).toBeNull()
      expect(await page.$$eval('.texts a', (links) => links.length)).toBeGreaterThan(1)
    } finally {
      await page.close()
    }
  })
})

describe('build --watch', () => {
  it('shows each change in the open page, outlives what cannot be built, and ends when it is told', async () => {
    const sample = readFileSync(join(import.meta.dirname, '../templates/init/agreements/service-terms/agreement.yaml'), 'utf8')
    const text = '# Service Terms\n\n1. Fees\n\n1.1 You pay the fee each month.\n'
    const root = folderWith({
      'proviso.config.yaml': '',
      'agreements/terms/agreement.yaml': sample.replace(/^id:.*$/m, ''),
      'agreements/terms/en.md': text,
      'agreements/terms/zh-CN.md': '# 服务条款\n\n一、费用\n\n1.1 您每月支付费用。\n',
    })
    const child = spawn(process.execPath, [main, 'build', '--watch', '--draft', '--only', 'html', '--port', '0'], {cwd: root})
    const ended = once(child, 'exit')
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const page = await browser.newPage()
    try {
      await expect.poll(() => said, {timeout: 60_000}).toMatch(/see (http:\S+)/)
      const url = /see (http:\S+)/.exec(said)?.[1] ?? ''
      await page.goto(`${url}en/terms/`)
      const shown = () => page.$eval('main', (element) => element.textContent ?? '').catch(() => '')
      expect(await shown()).toContain('each month')
      const write = (words: string) => writeFileSync(join(root, 'agreements/terms/en.md'), words)
      write(text.replace('each month', 'each quarter'))
      await expect.poll(shown, {timeout: 60_000}).toContain('each quarter')
      writeFileSync(join(root, 'proviso.config.yaml'), 'sites: {}\n')
      await expect.poll(() => said, {timeout: 60_000}).toContain('Unexpected key `sites`')
      writeFileSync(join(root, 'proviso.config.yaml'), '')
      write(text.replace('each month', 'each year'))
      await expect.poll(shown, {timeout: 60_000}).toContain('each year')
      child.kill('SIGINT')
      expect(await ended).toEqual([0, null])
      expect(await fetch(url).catch(() => 'gone')).toBe('gone')
    } finally {
      child.kill('SIGKILL')
      await page.close()
      rmSync(root, {recursive: true})
    }
  }, 180_000)
})
