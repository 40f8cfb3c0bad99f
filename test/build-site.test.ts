import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {
  buildSite,
  createHtmlRenderer,
  type SiteAgreement,
  type SiteReport,
  type SiteRequest,
  type SiteSource,
  type Version,
} from '../src/index.ts'
import {openPreviewServer, openSiteFolder, openVersionFolder, readNotice, readTemplates} from '../src/io/index.ts'
import {publishText} from './support/publish-text.ts'

const templates = await readTemplates()
const renderer = createHtmlRenderer(templates)
const zh = '# 示例条款\n\n## 一、责任\n\n1.1 **我们不对间接损失承担任何责任。**\n\n1.2 您应当按月付款，见第1.1条。\n'

describe('a site', () => {
  it('is built once: what did not change is left alone, what did is rendered', async () => {
    const out = newFolder()
    expect(await build(out, site([agreement('a'), agreement('b')]))).toMatchObject({isWritten: true, unchanged: 0})
    const first = contents(out)
    expect(await build(out, site([agreement('a'), agreement('b')]))).toMatchObject({rendered: 0})
    expect(contents(out)).toEqual(first)
    const before = statSync(join(out, 'zh-CN/a/index.html')).mtimeMs
    const again = await build(out, site([agreement('a'), agreement('b', zh.replace('按月', '按年'))]))
    expect(again.rendered).toBe(2)
    expect(statSync(join(out, 'zh-CN/a/index.html')).mtimeMs).toBe(before)
    expect(readFileSync(join(out, 'search/zh-CN.json'), 'utf8')).toContain('按年付款')
  })

  it('is the same whether built at once or step by step', async () => {
    const [once, steps] = [newFolder(), newFolder()]
    await build(steps, site([agreement('a', zh.replace('付款', '结算')), agreement('gone')]))
    await build(steps, site([agreement('a')]))
    await build(steps, site([agreement('a'), agreement('b')]), {only: ['b']})
    await build(once, site([agreement('a'), agreement('b')]))
    expect(contents(steps)).toEqual(contents(once))
  })

  it('loses the files of what is gone, and keeps those that others put there', async () => {
    const out = newFolder()
    await build(out, site([agreement('a'), agreement('b')]))
    writeFileSync(join(out, 'zh-CN/b/logo.svg'), '<svg/>')
    writeFileSync(join(out, 'robots.txt'), '')
    expect((await build(out, site([agreement('a')]))).removed).toBeGreaterThan(0)
    expect(readdirSync(join(out, 'zh-CN/b'))).toEqual(['logo.svg'])
    expect(existsSync(join(out, 'robots.txt'))).toBe(true)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toContain('zh-CN/b/')
  })

  it('stays as it was where a text has errors, and is built with them as a draft', async () => {
    const out = newFolder()
    await build(out, site([agreement('a')]))
    const first = contents(out)
    const broken = site([agreement('a', `${zh}\n1.3 {{missing}}。\n`)])
    const report = await build(out, broken)
    expect(report).toMatchObject({
      isWritten: false,
      diagnostics: expect.arrayContaining([expect.objectContaining({ruleId: 'parameter-missing'})]),
    })
    expect(contents(out)).toEqual(first)
    const draft = await build(out, broken, {isDraft: true})
    expect(draft).toMatchObject({isWritten: true})
    const errors = draft.diagnostics.filter(({severity}) => severity === 'error')
    expect(await build(out, broken, {isDraft: true})).toMatchObject({rendered: 0, diagnostics: JSON.parse(JSON.stringify(errors))})
    expect((await build(out, broken)).isWritten).toBe(false)
  })

  it('makes again what was deleted or cut short', async () => {
    const out = newFolder()
    await build(out, site([agreement('a')]))
    const first = contents(out)
    rmSync(join(out, 'zh-CN/a/a.json'))
    writeFileSync(join(out, 'zh-CN/a/index.html'), '<!doctype html>')
    writeFileSync(join(out, '.proviso-build.json'), readFileSync(join(out, '.proviso-build.json')))
    await build(out, site([agreement('a')]))
    expect(contents(out)).toEqual(first)
  })

  it('is not begun where printing fails', async () => {
    const out = newFolder()
    await expect(build(out, site([agreement('a'), agreement('b')]), {withPdf: true})).rejects.toThrow('nothing is printed here')
    expect(existsSync(out)).toBe(false)
  })

  it('tells search engines of no draft', async () => {
    const out = newFolder()
    await build(out, site([agreement('a')]))
    expect(readFileSync(join(out, 'zh-CN/a/index.html'), 'utf8')).toContain('<meta name="robots" content="noindex">')
    expect(readFileSync(join(out, 'sitemap.xml'), 'utf8')).not.toContain('zh-CN/a/')
    expect(existsSync(join(out, 'feed.atom'))).toBe(false)
  })
})

describe('the site of published versions', () => {
  it('has each version as it was published, the one in force, and what comes next', async () => {
    const out = newFolder()
    const terms = await publishedAgreement()
    expect(await build(out, site([terms]))).toMatchObject({isWritten: true, diagnostics: []})
    for (const {manifest} of terms.versions) {
      const page = readFileSync(join(out, 'zh-CN/terms', manifest.version, 'index.html'))
      const published = manifest.locales[0]?.renditions.find(({format}) => format === 'html')?.sha256
      expect(createHash('sha256').update(page).digest('hex')).toBe(published)
    }
    const current = readFileSync(join(out, 'zh-CN/terms/index.html'), 'utf8')
    expect(current).toContain('版本 v1')
    expect(current).toContain('下一版本 v2 自2026年12月1日起生效')
    expect(current).toContain('rel="successor-version" href="https://legal.example/zh-CN/terms/v2/"')
    expect(current).toContain('<link rel="canonical" href="https://legal.example/zh-CN/terms/">')
    const history = readFileSync(join(out, 'zh-CN/terms/history.html'), 'utf8')
    expect([...history.matchAll(/<span class="tag">([^<]*)</g)].map(([, state]) => state)).toEqual(['尚未生效', '生效中'])
  })

  it('tells what changed with each version but the first, and leads there', async () => {
    const out = newFolder()
    const terms = await publishedAgreement()
    await build(out, site([terms]))
    const pages = join(out, 'zh-CN/terms')
    const redline = readFileSync(join(pages, 'v2/redline.html'), 'utf8')
    expect(redline).toMatch(/按<del>.*?月.*?<\/del><ins>.*?年.*?<\/ins>付款/)
    const notice = readFileSync(join(pages, 'v2/notice.html'), 'utf8')
    expect(notice).toContain('2026年12月1日')
    expect(notice).toContain('https://legal.example/zh-CN/terms/v2/redline.html')
    expect([existsSync(join(pages, 'v1/redline.html')), existsSync(join(pages, 'v1/notice.html'))]).toEqual([false, false])
    const links = (page: string) =>
      [...readFileSync(join(pages, page), 'utf8').matchAll(/href="([^"]*(?:redline|notice)\.html)"/g)].map(([, href]) => href)
    expect(links('v1/index.html')).toEqual([])
    expect(links('v2/index.html')).toEqual(['redline.html', 'notice.html'])
    expect(links('history.html')).toEqual(['v2/redline.html', 'v2/notice.html'])
    expect(links('index.html')).toEqual([])
    await build(out, {...site([terms]), at: '2026-12-01T00:00:00+08:00'})
    expect(links('index.html')).toEqual(['v2/redline.html', 'v2/notice.html'])
  })

  it('makes the pages on changes once, says where they are not as published, and removes them with their version', async () => {
    const out = newFolder()
    const terms = await publishedAgreement()
    await build(out, site([terms]))
    const notice = join(out, 'zh-CN/terms/v2/notice.html')
    const made = statSync(notice).mtimeMs
    expect(await build(out, site([terms]))).toMatchObject({rendered: 0})
    expect(statSync(notice).mtimeMs).toBe(made)
    const moved = await build(out, site([{...terms, contact: ['legal@example.com']}]))
    expect(moved.diagnostics).toMatchObject([{ruleId: 'notice-differs', severity: 'warning', file: 'terms@v2/notice.zh-CN.md'}])
    expect(readFileSync(notice, 'utf8')).toContain('legal@example.com')
    await build(out, site([{...terms, versions: terms.versions.slice(0, 1)}]))
    expect(existsSync(notice)).toBe(false)
    expect(existsSync(join(out, 'zh-CN/terms/v2'))).toBe(false)
  })

  it('moves to the next version when its day comes', async () => {
    const out = newFolder()
    const terms = await publishedAgreement()
    await build(out, site([terms]))
    const frozen = statSync(join(out, 'zh-CN/terms/v1/index.html')).mtimeMs
    await build(out, {...site([terms]), at: '2026-12-01T00:00:00+08:00'})
    expect(readFileSync(join(out, 'zh-CN/terms/index.html'), 'utf8')).toContain('版本 v2')
    expect(statSync(join(out, 'zh-CN/terms/v1/index.html')).mtimeMs).toBe(frozen)
  })

  it('refuses a frozen text that was altered', async () => {
    const terms = await publishedAgreement()
    const altered = {...terms, source: async () => zh.replace('按月', '按日')}
    const report = await build(newFolder(), site([altered]))
    expect(report).toMatchObject({isWritten: false})
    expect(report.diagnostics.map(({ruleId}) => ruleId)).toContain('version-altered')
  })

  it('offers feeds in which no text can become markup', async () => {
    const out = newFolder()
    await build(out, site([await publishedAgreement(']]><script>alert(1)</script>')]))
    expect(readFileSync(join(out, 'feed.atom'), 'utf8')).not.toContain('<script')
    expect(JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8'))).toMatchObject({items: [{title: expect.stringContaining('v2')}, {}]})
  })
})

describe('the preview', () => {
  it('shows the folder on this machine, to this machine, and nothing outside it', async () => {
    const out = newFolder()
    await build(out, site([agreement('a')]))
    writeFileSync(join(out, '..', 'secret.txt'), 'secret')
    const server = await openPreviewServer(out, 0)
    try {
      const page = await fetch(`${server.url}zh-CN/a/`)
      expect(await page.text()).toContain('EventSource')
      expect((await fetch(`${server.url}%2e%2e/secret.txt`)).status).toBe(404)
      expect((await fetch(`${server.url}..%2fsecret.txt`)).status).toBe(404)
    } finally {
      await server.close()
    }
  })
})

async function build(out: string, source: SiteSource, request: Partial<SiteRequest> = {}): Promise<SiteReport> {
  return buildSite(
    source,
    {only: [], withPdf: false, isDraft: false, ...request},
    {
      folder: await openSiteFolder(out),
      renderer,
      messages: templates.messages,
      searchScript: templates.scripts.search ?? '',
      printer: {
        print: () => Promise.reject(new Error('nothing is printed here')),
        close: () => Promise.resolve(),
      },
      inspect: () => Promise.resolve([]),
      jobs: 2,
    },
  )
}

function site(agreements: readonly SiteAgreement[]): SiteSource {
  return {name: '协议中心', url: 'https://legal.example', agreements, at: '2026-11-15T00:00:00Z', toolsSha256: 'tools'}
}

function agreement(id: string, source = zh): SiteAgreement {
  return {
    id,
    profile: {role: 'direct', counterparty: 'business', markets: ['CN']},
    contact: ['help@example.com'],
    texts: [{locale: 'zh-CN', name: `${id}/zh-CN.md`, source, title: '示例条款', provider: '示例科技', parameters: {}}],
    versions: [],
    source: () => Promise.reject(new Error('nothing is published')),
    notice: () => Promise.reject(new Error('nothing is published')),
  }
}

/** An agreement with a version in force and one announced. */
async function publishedAgreement(summary = '按年付款'): Promise<SiteAgreement> {
  const folder = join(newFolder(), 'terms/versions')
  const store = openVersionFolder(folder)
  await publishText(store, {'zh-CN': zh}, {version: 'v1', now: '2026-11-01T00:00:00Z'})
  await publishText(
    store,
    {'zh-CN': zh.replace('按月', '按年')},
    {version: 'v2', effectiveAt: '2026-12-01', summary, site: 'https://legal.example', now: '2026-11-10T00:00:00Z'},
  )
  const versions: readonly Version[] = await store.history()
  expect(versions).toHaveLength(2)
  return {
    ...agreement('terms'),
    texts: [{locale: 'zh-CN', name: 'zh-CN.md', source: zh, title: 'Terms', provider: 'Provider', parameters: {channelName: 'Example'}}],
    versions,
    source: (version, locale) => store.source(version, locale),
    notice: (version, locale) => readNotice(folder, version, locale),
  }
}

function newFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'proviso-site-')), 'dist')
}

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}
