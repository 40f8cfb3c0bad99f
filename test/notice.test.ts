import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {IntlMessageFormat} from 'intl-messageformat'
import {describe, expect, it} from 'vitest'
import {draftNotice, lawTables, type NoticeRequest, noticeFaults, noticeLanguage, translator} from '../src/compiler/index.ts'
import {feeMultiples} from '../src/compiler/notice/fee-multiples.ts'
import {CONSENT_ROWS} from '../src/compiler/notice/tables/consent-rows.ts'
import {readTemplates} from '../src/io/index.ts'
import {noticeMail} from '../src/publish/index.ts'
import {createHtmlRenderer} from '../src/render/html/index.ts'
import {renderNoticeMarkdown} from '../src/render/markdown/index.ts'
import {renderNoticeText} from '../src/render/text/index.ts'
import {messagesOf, noticeRequest, noticeView} from './support/notices.ts'

const root = join(import.meta.dirname, '..')
const folder = join(import.meta.dirname, 'fixtures/notice')
const edits = JSON.parse(readFileSync(join(folder, 'edits.json'), 'utf8')) as Record<string, [string, string][]>

/** The sample agreement before and after the edits of the fixtures. */
function edited(locale: string): readonly [string, string] {
  const old = readFileSync(join(root, `agreements/sms-service/${locale}.md`), 'utf8')
  const now = (edits[locale] ?? []).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sample no longer has: ${from}`)
    return text.replace(from, to)
  }, old)
  return [old, now]
}

describe('a lowered cap, lost emphasis and a higher price', () => {
  const cases = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())
  it.each(cases.map(({name}) => name))('%s', (name) => {
    const given = JSON.parse(readFileSync(join(folder, name, 'case.json'), 'utf8')) as Partial<NoticeRequest> & {locale: string}
    const request = noticeRequest(...edited(given.locale), given)
    const {notice, view} = noticeView(request)
    expect(noticeFaults(notice)).toEqual([])
    const written = {
      'notice.json': `${JSON.stringify({...notice, changes: notice.changes.map(({from, to, segments: _, ...change}) => ({...change, from: from.map(({path}) => path), to: to.map(({path}) => path)}))}, undefined, 1)}\n`,
      'notice.md': renderNoticeMarkdown(view, request.translate),
      'notice.txt': renderNoticeText(view, request.translate),
    }
    for (const [file, content] of Object.entries(written)) {
      const path = join(folder, name, file)
      if (process.env.UPDATE) {
        mkdirSync(join(folder, name), {recursive: true})
        writeFileSync(path, content)
      }
      expect(content).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '')
    }
  })
})

describe('whom a change favours', () => {
  const agreement = (text: string) =>
    `# 服务协议\n\n本协议由服务商（以下简称“服务商”）与使用服务的企业（以下简称“您”）订立。\n\n## 一、约定\n\n1.1 ${text}\n`
  const rows: readonly [string, string, 'user' | 'provider' | 'neutral', string][] = [
    ['**<u>服务商的赔偿总额不超过10万元。</u>**', '**<u>服务商的赔偿总额不超过5万元。</u>**', 'provider', '赔偿上限降低'],
    ['**<u>服务商的赔偿总额不超过5万元。</u>**', '**<u>服务商的赔偿总额不超过10万元。</u>**', 'user', '赔偿上限提高'],
    ['**<u>服务商的赔偿总额不超过10万元。</u>**', '服务商的赔偿总额不超过10万元。', 'provider', '不再以加粗'],
    ['服务商的赔偿总额不超过10万元。', '**<u>服务商的赔偿总额不超过10万元。</u>**', 'user', '改为以加粗'],
    [
      '**<u>您逾期付款的，每日支付万分之三的违约金。</u>**',
      '**<u>您逾期付款的，每日支付万分之五的违约金。</u>**',
      'provider',
      '违约金提高',
    ],
    ['服务商应当在10个工作日内答复。', '服务商应当在20个工作日内答复。', 'provider', '我们的履行期限延长'],
    ['您应当在15日内付清账单。', '您应当在30日内付清账单。', 'user', '您的履行期限延长'],
    ['服务商每月出具账单。', '服务商每月出具账单，您可以随时导出账单。', 'user', '新增您的权利'],
    ['服务商每月出具账单。', '服务商每月出具账单，您应当在三日内核对账单。', 'provider', '新增您的义务'],
    [
      '**<u>短信的内容由您自行承担责任，但服务商改动内容的除外。</u>**',
      '**<u>短信的内容由您自行承担责任。</u>**',
      'provider',
      '取消了保护您的例外',
    ],
    ['服务商按月整理目录。', '服务商按周整理目录。', 'neutral', '文字有变化'],
    [
      '**<u>服务商的赔偿总额不超过您已支付费用的两倍。</u>**',
      '**<u>服务商的赔偿总额不超过您已支付费用。</u>**',
      'provider',
      '赔偿上限降低：删除“两倍”',
    ],
    [
      '**<u>服务商的赔偿总额不超过您已支付费用的两倍。</u>**',
      '**<u>服务商的赔偿总额不超过您已支付费用的三倍。</u>**',
      'user',
      '赔偿上限提高：两倍→三倍',
    ],
    [
      '**<u>服务商的赔偿总额不超过您已支付费用的两倍。</u>**',
      '**<u>服务商的赔偿总额不超过您当月支付费用。</u>**',
      'neutral',
      '限制您权利的条款文字有变化',
    ],
  ]
  it.each(rows)('%s → %s: %s', (oldText, newText, direction, words) => {
    const [change] = draftNotice(noticeRequest(agreement(oldText), agreement(newText))).changes
    expect([change?.direction, change?.reason]).toEqual([direction, expect.stringContaining(words)])
    expect(change?.materiality).toBe('substantive')
  })

  it('compares multiples of fees in English only where nothing else changed', () => {
    const multiples = (oldText: string, newText: string) => feeMultiples({from: [clause(oldText)], to: [clause(newText)]})
    const clause = (text: string) => ({path: '8', text, headings: []})
    const twice = 'Our liability shall not exceed 2 times the fees paid.'
    expect(multiples(twice, 'Our liability shall not exceed the fees paid.')).toEqual({from: '2 times', grows: false})
    expect(multiples('Liability is limited to the fees.', 'Liability is limited to twice the fees.')).toEqual({to: 'twice', grows: true})
    expect(multiples('Limited to three times the total annual fees.', 'Limited to half of the total annual fees.')).toMatchObject({
      grows: false,
    })
    expect(multiples(twice, 'Our liability shall not exceed the fees paid last month.')).toBeUndefined()
    expect(multiples(twice, twice)).toBeUndefined()
    expect(multiples('We answer 2 times.', 'We answer 3 times.')).toBeUndefined()
  })

  it('leaves the judgement to a person, who gives a reason', () => {
    const request = noticeRequest(agreement('服务商按月整理目录。'), agreement('服务商按周整理目录。'), {
      overrides: {directions: [{path: '1.1', direction: 'user', reason: '目录更新更快'}]},
    })
    const notice = draftNotice(request)
    expect(notice.changes[0]).toMatchObject({direction: 'user', needsReview: false, reason: '目录更新更快', override: {instead: 'neutral'}})
    expect(notice.requiresReconsent.decision).toBe('notify')
  })

  it('calls a new number no change', () => {
    const old = '# 服务协议\n\n## 一、约定\n\n1.1 服务商提供服务。\n\n1.2 服务商出具账单。\n'
    const notice = draftNotice(
      noticeRequest(old, old.replace('1.1 服务商提供服务。\n\n1.2', '1.1 服务商保存记录。\n\n1.2 服务商提供服务。\n\n1.3')),
    )
    expect(notice.changes.map(({kind}) => kind)).toEqual(['added'])
    expect(notice.renumbered.map(({text}) => text)).toEqual(['原第1.1–1.2条现为第1.2–1.3条'])
  })
})

describe('whether users must agree again', () => {
  const PLAIN = '# 服务协议\n\n## 一、约定\n\n1.1 服务商可以修改本协议，但应当提前7日公告。\n\n1.2 服务商每月出具账单。\n'
  const decide = (from: string, to: string, more: Partial<NoticeRequest> = {}) =>
    draftNotice(noticeRequest(PLAIN, PLAIN.replace(from, to), more)).requiresReconsent

  it('not for a change of form, but it is announced as promised', () => {
    expect(decide('出具账单。', '出具账单；')).toMatchObject({decision: 'notify', because: [{id: 'promised-notice'}]})
  })

  it('not for a change to their advantage', () => {
    expect(decide('每月出具账单。', '每月出具账单，用户可以随时导出账单。')).toMatchObject({decision: 'notify'})
  })

  it('for a new limit', () => {
    const limit = '每月出具账单，**<u>服务商不承担任何责任。</u>**'
    expect(decide('每月出具账单。', limit).because.map(({id}) => id)).toContain('cn-cc-496')
  })

  it('for a new use of personal data, in China and in the EU', () => {
    const use = '每月出具账单。**<u>您授权服务商收集、使用您的通话记录和个人信息。</u>**'
    expect(decide('每月出具账单。', use).because.map(({id}) => id)).toContain('cn-pipl-14')
    const profile = {role: 'direct', counterparty: 'consumer', markets: ['DE']} as const
    expect(decide('每月出具账单。', use, {profile}).because.map(({id}) => id)).toContain('gdpr-7')
  })

  it('where no clause lets the provider change the agreement', () => {
    const old = '# 服务协议\n\n## 一、约定\n\n1.1 服务商每月出具账单。\n'
    const notice = draftNotice(noticeRequest(old, old.replace('每月', '每季度')))
    expect(notice.requiresReconsent.because.map(({id}) => id)).toEqual(['no-power-to-change'])
  })

  it('is set aside by a person with a reason, which the notice shows', () => {
    const reason = '已逐户取得书面同意'
    const decision = decide('每月出具账单。', '**<u>服务商不承担任何责任。</u>**', {overrides: {reconsent: {decision: 'notify', reason}}})
    expect(decision).toMatchObject({decision: 'notify', override: {instead: 'reconsent', reason}})
  })
})

const renderer = createHtmlRenderer(await readTemplates())

describe('a notice', () => {
  const [old, now] = edited('zh-CN')

  it('is not drafted without contact or without a change', () => {
    expect(noticeFaults(draftNotice(noticeRequest(old, now, {contact: []}))).map(({field}) => field)).toEqual(['contact'])
    expect(noticeFaults(draftNotice(noticeRequest(old, old))).map(({field}) => field)).toEqual(['changes'])
  })

  it('has a summary and a text message of at most 140 characters', () => {
    const notice = draftNotice(noticeRequest(old, now, {summary: '长'.repeat(300)}))
    expect([...notice.summary]).toHaveLength(140)
    expect([...notice.shortText].length).toBeLessThanOrEqual(140)
  })

  it('shows a verdict that a person set aside, and is then no error', () => {
    const request = noticeRequest(old, now, {
      effective: '2026-06-20',
      overrides: {rules: [{rule: 'own-price-3.6', reason: '用户书面同意提前'}]},
    })
    const {notice, view} = noticeView(request)
    expect(notice.verdict).toBe('warning')
    expect(notice.rules.find(({id}) => id === 'own-price-3.6')?.verdict).toBe('error')
    expect(view.date.rules.find(({override}) => override !== undefined)?.override).toContain('用户书面同意提前')
  })

  it('warns where comments are still heard when a platform publishes the final text', () => {
    const profile = {role: 'platform', counterparty: 'both', markets: ['CN']} as const
    const request = noticeRequest(old, now, {profile, commentPeriod: {from: '2026-05-20', to: '2026-06-10'}})
    expect(draftNotice(request).commentPeriod?.verdict).toBe('warning')
  })

  it('says what silence means', () => {
    expect(draftNotice(noticeRequest(old, now)).meaningOfSilence).toContain('沉默不视为同意')
  })

  it('is a page with both texts, which escapes what its authors wrote', () => {
    const hostile = now.replace('由您自行承担', '由您<script>alert(1)</script>自行承担')
    const {view} = noticeView(noticeRequest(old, hostile, {contact: ['<img src=x onerror=alert(1)>']}))
    const html = renderer.notice(view)
    expect(html).toContain('<h1>《云笺短信服务协议》变更公告</h1>')
    expect(html).toMatch(/<ins><span class="hidden">\[新增: <\/span><strong><u>的百分之五十<\/u><\/strong>/)
    expect(html).toContain('<strong><u>云笺科技不赔偿利润损失、商誉损失等间接损失。</u></strong>')
    expect(html).not.toMatch(/<script>alert|<img src=x/)
    expect(html).toContain('&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;')
  })

  it('is a message for mail programs: text and a page without style sheets, both whole', async () => {
    const {view} = noticeView(noticeRequest(old, now))
    const templates = await readTemplates()
    const [text, html] = [renderNoticeText(view, translator(templates.messages, 'zh-CN')), createHtmlRenderer(templates).noticeMail(view)]
    const message = noticeMail({subject: view.title.repeat(4), text, html})
    const [head = '', ...parts] = message.split(/--proviso-\w+(?:--)?\r\n/)
    const subject = [...head.matchAll(/=\?utf-8\?B\?([^?]+)\?=/g)].map(([, word = '']) => Buffer.from(word, 'base64').toString()).join('')
    expect(subject).toBe(view.title.repeat(4))
    expect(message.split('\r\n').every((line) => line.length <= 76 && /^[\x20-\x7e]*$/.test(line))).toBe(true)
    const bodies = parts.slice(0, 2).map((part) => Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64').toString())
    expect(bodies).toEqual([text, html])
    expect(html).not.toMatch(/<style|<script|<link|class=|var\(/)
    for (const {reason} of view.groups.flatMap(({changes}) => changes)) expect(html).toContain(reason)
  })

  it('is the same twice', () => {
    expect(JSON.stringify(draftNotice(noticeRequest(old, now)))).toBe(JSON.stringify(draftNotice(noticeRequest(old, now))))
  })
})

describe('the words of notices', () => {
  const locales = readdirSync(join(root, 'templates/locales/notice')).map((file) => file.replace('.json', ''))
  const all = messagesOf(...locales)
  const en = all.en ?? {}

  it('exist in every language that pages have', () => {
    const pages = readdirSync(join(root, 'templates/locales')).filter((file) => file.endsWith('.json'))
    expect(locales.map((locale) => `${locale}.json`)).toEqual(pages)
  })

  it.each(locales)('exist for all that is to be said: %s', (locale) => {
    expect(Object.keys(all[locale] ?? {})).toEqual(Object.keys(en))
  })

  it.each(locales)('take what the English words take, and know the plurals of the language: %s', (locale) => {
    const wanted = new Set(Array.from({length: 200}, (_, index) => new Intl.PluralRules(locale).select(index + 1)))
    for (const [key, text] of Object.entries(all[locale] ?? {})) {
      const {values, plurals} = partsOf(text)
      const {values: known} = partsOf(en[key] ?? '')
      expect([key, [...values].filter((name) => !known.has(name) && name !== 'count')]).toEqual([key, []])
      for (const forms of plurals) expect([key, [...wanted].filter((form) => !forms.includes(form))]).toEqual([key, []])
    }
  })

  it.each(locales.filter((locale) => locale !== 'en'))('are of one language: %s', async (locale) => {
    const {messages} = await readTemplates()
    const english = Object.entries(messages.en ?? {}).filter(
      ([key, text]) => /^[A-Za-z][^{}]{7,}$/.test(text) && messages[locale]?.[key] !== text,
    )
    const request = noticeRequest(...edited('zh-CN'), {
      locale,
      translate: translator(messages, locale),
      profile: {role: 'platform', counterparty: 'both', markets: ['CN', 'DE', 'US-CA', 'JP', 'UK']},
    })
    const {view} = noticeView(request)
    const words = renderNoticeMarkdown(view, request.translate)
    expect(english.filter(([, text]) => words.includes(text))).toEqual([])
    expect(words).toContain(request.translate('notice-changes'))
    expect([...view.shortText].length).toBeLessThanOrEqual(140)
  })

  it('are those of the same script where a language has two', () => {
    expect(['zh-HK', 'zh-SG', 'de-AT', 'pt'].map((locale) => noticeLanguage(all, locale))).toEqual(['zh-TW', 'zh-CN', 'de', 'en'])
  })

  it('exist for every rule on consent', () => {
    expect(CONSENT_ROWS.map(({id}) => `consent-${id}`).filter((key) => en[key] === undefined)).toEqual([])
  })

  it('can all be worded', () => {
    const anything = new Proxy({}, {get: () => 1, has: () => true, ownKeys: () => []})
    for (const locale of locales) {
      const translate = translator(all, locale)
      for (const key of Object.keys(all[locale] ?? {})) expect(translate(key, anything)).toEqual(expect.any(String))
    }
  })
})

/** Names of the values in a message, and the forms of each plural in it. */
function partsOf(message: string): {readonly values: ReadonlySet<string>; readonly plurals: readonly string[][]} {
  const values = new Set<string>()
  const plurals: string[][] = []
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) values.add(String(element.value))
      if (!('options' in element)) continue
      if (element.type === 6) plurals.push(Object.keys(element.options))
      for (const option of Object.values(element.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst())
  return {values, plurals}
}

describe('the next version of a real agreement', () => {
  const data = join(root, '../shared/data')
  const histories = join(data, 'history/ucloud-voice')
  const file = existsSync(histories) ? readdirSync(histories).find((name) => name.startsWith('2024-09-25')) : undefined

  it.skipIf(file === undefined)('is judged by its own clauses', () => {
    const [old, now] = [join(data, 'seeds/001.md'), join(histories, file ?? '')].map((path) => readFileSync(path, 'utf8'))
    const notice = draftNotice(noticeRequest(old ?? '', now ?? '', {announced: '2024-09-25', effective: '2024-10-08', law: lawTables}))
    const dates = Object.fromEntries(notice.rules.map(({id, verdict, computed}) => [id, [verdict, computed?.strict]]))
    expect(dates).toMatchObject({
      'cn-b2b-default': ['ok', undefined],
      'own-amendment-12.3': ['ok', '2024-10-03'],
      'own-amendment-0.p3-immediate': ['ok', '2024-09-25'],
      'not-before-announcement': ['ok', '2024-09-26'],
    })
    expect(notice.suggestedEffective).toBe('2024-10-08')
    expect(notice.verdict).toBe('ok')
  })
})
