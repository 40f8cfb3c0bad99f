import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {canonicalJson, canonicalTree, checkChain, planWithdrawal, readSource, sealOf, verifyVersions, versionInForce} from '../src/index.ts'
import {openVersionFolder} from '../src/io/index.ts'
import {folderWith, proviso, root} from './support/command-line.ts'
import {emptyStore, publishText} from './support/publish-text.ts'

const zh = '# 短信服务协议\n\n一、服务\n\n1.1 甲方通过{{channelName}}向乙方提供短信服务。\n\n1.2 乙方应当按月支付服务费用。\n'
const en =
  '# Text Message Agreement\n\n1. Service\n\n1.1 The Provider offers text messages through {{channelName}}.\n\n1.2 The Customer pays the fees each month.\n'
const zhLater = zh.replace('按月', '按季')
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(folder.length + 1), readFileSync(path)]
    }),
  )
}

describe('a published version', () => {
  it('says everything that its files are known by', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh, en}, {version: 'v1', approvedBy: ['Lin Yue'], summary: 'First version'})
    expect(readdirSync(join(folder, 'v1')).sort()).toEqual(['en.md', 'manifest.json', 'zh-CN.md'])
    const [version] = await store.history()
    const {manifest, manifestSha256} = version ?? {}
    if (!manifest) throw new Error('No version was written')
    expect(manifestSha256).toBe(sha256(readFileSync(join(folder, 'v1/manifest.json'))))
    expect(manifest).toMatchObject({
      agreement: 'terms',
      sequence: 1,
      version: 'v1',
      timeZone: 'Asia/Shanghai',
      recordedAt: '2026-11-01T08:00:00+08:00',
      announcedAt: '2026-11-01T08:00:00+08:00',
      effectiveAt: '2026-11-01T08:00:00+08:00',
      authoritativeLocale: 'zh-CN',
      approvedBy: ['Lin Yue'],
      summary: 'First version',
    })
    expect(manifest.previous).toBeUndefined()
    expect(sealOf(manifest, sha256)).toBe(manifest.seal)
    for (const [index, source] of [zh, en].entries()) {
      const record = manifest.locales[index]
      const [text] = readSource(source, record?.locale)
      expect(record?.sourceSha256).toBe(sha256(readFileSync(join(folder, `v1/${record?.locale}.md`))))
      expect(record?.treeSha256).toBe(text && sha256(canonicalTree(text.agreement)))
      expect(record?.renditions).toMatchObject([{format: 'html', parametersSha256: sha256(canonicalJson({channelName: 'Example'}))}])
    }
    expect(Object.keys(manifest.clauseDigests['zh-CN'] ?? {}).sort()).toEqual(['1', '1.1', '1.2', 'title'])
  })

  it('is the same, byte for byte, where the same is published', async () => {
    const [one, two] = [emptyStore(), emptyStore()]
    for (const {store} of [one, two]) {
      await publishText(store, {'zh-CN': zh, en})
      await publishText(store, {'zh-CN': zhLater, en}, {effectiveAt: '2026-12-01'})
    }
    for (const file of ['1/manifest.json', '2/manifest.json'])
      expect(readFileSync(join(one.folder, file), 'utf8')).toBe(readFileSync(join(two.folder, file), 'utf8'))
  })

  it('is chained to the one before, and keeps its clause ids', async () => {
    const {store} = emptyStore()
    await publishText(store, {'zh-CN': zh})
    await publishText(store, {'zh-CN': zhLater, en}, {effectiveAt: '2026-12-01'})
    const history = await store.history()
    expect(checkChain(history)).toEqual([])
    const [first, second] = history.map(({manifest}) => manifest)
    expect(second?.previous).toEqual({version: '1', manifestSha256: history[0]?.manifestSha256})
    expect(second?.clauseIds['zh-CN']).toEqual(first?.clauseIds['zh-CN'])
    expect(second?.clauseIds.en).toEqual(second?.clauseIds['zh-CN'])
    expect(second?.effectiveAt).toBe('2026-12-01T00:00:00+08:00')
  })
})

describe('the notice of a version', () => {
  it('stands beside its texts in the words of each reader, for every version but the first', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh, en, ja: en})
    const later = {'zh-CN': zhLater, en: en.replace('each month', 'each quarter'), ja: en.replace('each month', 'each quarter')}
    const options = {version: 'v2', effectiveAt: '2026-12-15', contact: ['help@example.com'], site: 'https://legal.example/'}
    const {frozen} = await publishText(store, later, options)
    expect(existsSync(join(folder, '1/notice.en.md'))).toBe(false)
    const [chinese, english, japanese] = ['zh-CN', 'en', 'ja'].map((locale) => {
      const text = readFileSync(join(folder, `v2/notice.${locale}.md`), 'utf8')
      const record = frozen?.manifest.locales.find((one) => one.locale === locale)
      expect(record?.noticeSha256).toBe(sha256(text))
      expect(text).toContain(`https://legal.example/${locale}/terms/v2/redline.html`)
      expect(text).toContain(record?.sourceSha256)
      return text.replaceAll(/[0-9a-f]{64}|\/(?:en|ja)\//g, '')
    })
    expect(chinese).toMatch(/<del>月<\/del>[\s\S]*<ins>季<\/ins>/)
    expect(chinese).toContain('2026年12月15日')
    expect(english).toMatch(/<del>month<\/del>[\s\S]*<ins>quarter<\/ins>/)
    expect(english).toContain('help&#64;example.com')
    expect(japanese).toMatch(/変更のお知らせ[\s\S]*2026年12月15日（火曜日）[\s\S]*<ins>quarter<\/ins>/)
    expect(verifyVersions(filesBelow(folder)).isIntact).toBe(true)
    writeFileSync(join(folder, 'v2/notice.en.md'), 'Nothing changes.\n')
    const altered = verifyVersions(filesBelow(folder)).checks.filter(({outcome}) => outcome === 'failed')
    expect(altered).toMatchObject([{id: 'notice', message: 'v2/notice.en.md was altered'}])
  })

  it('shows values, not placeholders, and the authoritative change where a translation did not change', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh, en})
    await publishText(store, {'zh-CN': zh.replace('短信服务。', '短信和语音服务。'), en}, {version: 'v2', effectiveAt: '2026-12-15'})
    const [chinese, english] = ['zh-CN', 'en'].map((locale) => readFileSync(join(folder, `v2/notice.${locale}.md`), 'utf8'))
    for (const notice of [chinese, english]) {
      expect(notice).toContain('和语音')
      expect(notice).toContain('Example')
      expect(notice).not.toContain('channelName')
    }
  })
})

describe('a notice', () => {
  it('that lacks whom to ask keeps its version back, and says which setting to add; a first version has none', async () => {
    const {store, folder} = emptyStore()
    const nobody = {contact: []}
    expect((await publishText(store, {'zh-CN': zh, en}, nobody)).refusals).toEqual([])
    const later = {'zh-CN': zhLater, en: en.replace('each month', 'each quarter')}
    const {refusals} = await publishText(store, later, {...nobody, effectiveAt: '2026-12-15'})
    expect(refusals).toMatchObject([{rule: 'notice-incomplete', canOverride: false}])
    expect(refusals[0]?.message).toMatch(/\(zh-CN, en\): Missing contact, expected `provider\.contact` in agreement\.yaml/)
    expect(readdirSync(folder)).toEqual(['1'])
  })

  it('is not made for readers for whom nothing changes', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh}, {announcedAt: '2026-10-01'})
    const english = {version: 'with-english', announcedAt: '2026-10-02', effectiveAt: '2026-10-20'}
    await publishText(store, {'zh-CN': zh, en}, english)
    expect(readdirSync(join(folder, 'with-english')).sort()).toEqual(['en.md', 'manifest.json', 'zh-CN.md'])
    await publishText(store, {'zh-CN': zh, en: en.replace('each month', 'monthly')}, {version: 'reworded', effectiveAt: '2026-12-16'})
    expect(readdirSync(join(folder, 'reworded')).sort()).toEqual(['en.md', 'manifest.json', 'notice.en.md', 'zh-CN.md'])
    expect(verifyVersions(filesBelow(folder)).isIntact).toBe(true)
  })

  it('leads to all versions before', async () => {
    const {store, folder} = emptyStore()
    const site = 'https://legal.example'
    await publishText(store, {'zh-CN': zh}, {site})
    await publishText(store, {'zh-CN': zhLater}, {site, effectiveAt: '2026-12-01'})
    await publishText(store, {'zh-CN': zh.replace('按月', '按年')}, {site, effectiveAt: '2026-12-20'})
    const notice = readFileSync(join(folder, '3/notice.zh-CN.md'), 'utf8')
    const [, history = ''] = notice.split('## 历史版本')
    expect([...history.matchAll(/\/terms\/(\w+)\//g)].map(([, version]) => version)).toEqual(['2', '1'])
  })
})

describe('the versions of the sample agreement', () => {
  const folder = join(root, 'agreements/sms-service')

  it('form a chain, as the tool wrote them', () => {
    const {checks, isIntact} = verifyVersions(filesBelow(join(folder, 'versions')))
    expect(checks.filter(({outcome}) => outcome !== 'ok')).toEqual([])
    expect(isIntact).toBe(true)
    expect(checks.filter(({id}) => id === 'notice')).toHaveLength(2)
  })

  it('end with the working text', async () => {
    const store = openVersionFolder(join(folder, 'versions'))
    const last = (await store.history()).at(-1)?.manifest
    for (const {locale} of last?.locales ?? [])
      expect(await store.source(last?.version ?? '', locale)).toBe(readFileSync(join(folder, `${locale}.md`), 'utf8'))
    expect(last?.sequence).toBe(2)
  })
})

describe('a version is refused', () => {
  it.each<[string, Parameters<typeof publishText>[2], RegExp]>([
    ['without a date', {}, /Say when the version takes effect/],
    ['with a date that is none', {effectiveAt: '2026-02-30'}, /`2026-02-30` is no date/],
    ['with an announcement that is none', {announcedAt: 'yesterday', effectiveAt: '2026-12-01'}, /`yesterday` is no date/],
    ['before it is announced', {effectiveAt: '2026-10-31'}, /cannot take effect at 2026-10-31/],
    ['before the version before', {announcedAt: '2026-11-01', effectiveAt: '2026-11-01'}, /Version `1` takes effect at/],
    ['announced before the version before', {announcedAt: '2026-10-01', effectiveAt: '2026-12-01'}, /Version `1` was announced at/],
    ['announced in the future', {announcedAt: '2027-01-01', effectiveAt: '2027-02-01'}, /cannot be announced at 2027-01-01/],
    ['with a name that exists', {version: '1', effectiveAt: '2026-12-01'}, /There is a version `1`/],
    ['with a name that is none', {version: '../2', effectiveAt: '2026-12-01'}, /no name of a version/],
    ['with a name that is a date', {version: '2026-12-01', effectiveAt: '2026-12-01'}, /use `v2026-12-01`/],
    ['with the name of a reference', {version: 'current', effectiveAt: '2026-12-01'}, /use `vcurrent`/],
  ])('%s', async (_, options, message) => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh})
    const plan = await publishText(store, {'zh-CN': zhLater}, options)
    expect(plan.refusals.map((refusal) => refusal.message).join('\n')).toMatch(message)
    expect(readdirSync(folder)).toEqual(['1'])
  })

  it('with errors of check, a missing parameter among them', async () => {
    const {store, folder} = emptyStore()
    const plan = await publishText(store, {'zh-CN': zh.replace('channelName', 'unknownName')})
    expect(plan.diagnostics).toMatchObject([{ruleId: 'parameter-missing', file: 'zh-CN.md', path: '1.1'}])
    expect(plan.frozen).toBeUndefined()
    expect(existsSync(folder)).toBe(false)
  })

  it('where nothing changed, where there is no clause, where a source holds two agreements, and on a broken chain', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh})
    const rules = async (source: string) =>
      (await publishText(store, {'zh-CN': source}, {effectiveAt: '2026-12-01'})).refusals.map(({rule}) => rule)
    expect(await rules(zh)).toEqual(['nothing-changed'])
    expect(await rules('# 协议\n')).toEqual(['no-clauses'])
    const two = ['服务协议', '服务等级协议'].map((title) => `# 云杉${title}\n\n## 一、范围\n\n本协议适用于全部服务。\n`)
    expect(await rules(two.join('\n'))).toEqual(['several-agreements'])
    const manifest = join(folder, '1/manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"sequence": 1', '"sequence": 2'))
    expect(await rules(zhLater)).toEqual(['chain-broken'])
  })
})

describe('notice rules', () => {
  const platform = {profile: {role: 'platform' as const, counterparty: 'business' as const, markets: ['CN']}}
  const own = zh.replace('1.2 ', '1.2 甲方修改本协议的，应当提前30日通知乙方。\n\n1.3 ')

  it('of the law and of the version in force forbid a date, unless a human says why not', async () => {
    const {store} = emptyStore()
    await publishText(store, {'zh-CN': own}, {announcedAt: '2026-10-01'})
    const later = {'zh-CN': own.replace('按月', '按季')}
    const soon = {...platform, effectiveAt: '2026-11-05'}
    const refused = await publishText(store, later, soon)
    const rules = refused.refusals.map(({rule}) => rule)
    expect(rules).toContain('cn-ecl-34')
    expect(rules.some((rule) => rule.startsWith('own-'))).toBe(true)
    expect(refused.refusals.every(({canOverride}) => canOverride)).toBe(true)
    const overrides = rules.map((rule) => ({rule, reason: '监管要求立即生效'}))
    const {frozen} = await publishText(store, later, {...soon, overrides})
    expect(frozen?.manifest.overrides).toEqual(overrides)
    const verdicts = frozen?.manifest.notice.rules.filter(({verdict}) => verdict === 'error') ?? []
    expect(verdicts.map(({id}) => id)).toEqual(rules)
    for (const {explanation} of verdicts) expect(explanation).toMatchObject({'zh-CN': expect.stringMatching(/2026/)})
  })

  it('that are kept stand in the manifest, and cannot be overridden', async () => {
    const {store} = emptyStore()
    await publishText(store, {'zh-CN': own}, {announcedAt: '2026-10-01'})
    const later = {'zh-CN': own.replace('按月', '按季')}
    const enough = {...platform, effectiveAt: '2026-12-15'}
    const needless = await publishText(store, later, {...enough, overrides: [{rule: 'cn-ecl-34', reason: 'none'}]})
    expect(needless.refusals).toMatchObject([{rule: 'override-needless', canOverride: false}])
    const {frozen} = await publishText(store, later, enough)
    expect(frozen?.manifest.notice.rules.find(({id}) => id === 'cn-ecl-34')?.verdict).toBe('ok')
  })
})

describe('two who publish at once', () => {
  it('get one version; the other is told', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh})
    const options = {effectiveAt: '2026-12-01'}
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((version) => publishText(store, {'zh-CN': zhLater.replace('季', `季（${version}）`)}, {...options, version})),
    )
    expect(results.filter(({status}) => status === 'fulfilled').length).toBe(1)
    for (const result of results)
      if (result.status === 'rejected') expect(String(result.reason)).toMatch(/Version [abc] was published meanwhile/)
    expect(readdirSync(folder).length).toBe(2)
    expect(checkChain(await store.history())).toEqual([])
  })
})

describe('proviso publish', () => {
  const settings = `titles: {zh-CN: 短信服务协议, en: Text Message Agreement}
provider: {name: 示例公司}
counterparty: {kind: business}
authoritativeLocale: zh-CN
timeZone: Asia/Shanghai
profile: {role: direct, counterparty: business, markets: [CN]}
parameters: {channelName: Example}
`
  const folder = folderWith({
    'proviso.config.yaml': '',
    'agreements/sms/agreement.yaml': settings,
    'agreements/sms/zh-CN.md': zh,
    'agreements/sms/en.md': en,
  })
  const versions = join(folder, 'agreements/sms/versions')

  it('shows all of it and writes nothing with --dry-run, and writes the same without', async () => {
    const args = ['publish', 'sms', '--version', '1.0', '--only', 'html', '--announced', '2026-10-01', '--json']
    const dry = await proviso([...args, '--dry-run'], {cwd: folder})
    expect(dry.err).toMatch(/nothing was written/)
    expect(existsSync(versions)).toBe(false)
    const wet = await proviso(args, {cwd: folder})
    const [planned, written] = [dry, wet].map(({out}) => JSON.parse(out))
    const {recordedAt: _, seal: __, ...manifest} = written.manifest
    expect(planned.manifest).toMatchObject(manifest)
    expect(written).toMatchObject({schemaVersion: 1, version: '1.0', written: true})
    expect(readdirSync(versions)).toEqual(['1.0'])
  })

  it('names the rules that it judged by in English, as it speaks itself', async () => {
    const changed = folderWith({
      'proviso.config.yaml': '',
      'agreements/sms/agreement.yaml': settings.replace('{name: 示例公司}', '{name: 示例公司, contact: {email: help@example.com}}'),
      'agreements/sms/zh-CN.md': zh,
      'agreements/sms/en.md': en,
    })
    const args = ['publish', 'sms', '--only', 'html']
    await proviso([...args, '--announced', '2026-10-01'], {cwd: changed})
    writeFileSync(join(changed, 'agreements/sms/zh-CN.md'), zhLater)
    const {code, out, err} = await proviso([...args, '--announced', '2026-10-02', '--effective', '2027-03-01', '--dry-run'], {cwd: changed})
    expect([code, err]).toEqual([0, expect.stringContaining('nothing was written')])
    const rules = out.match(/^Notice .+$/gm) ?? []
    expect(rules).toContainEqual(expect.stringMatching(/ok {2}Civil Code of the PRC, articles .+cn-b2b-default/))
    for (const rule of rules) expect(rule.replace(/“.+”/, '')).not.toMatch(/\p{Script=Han}/u)
  })

  it('refuses what cannot be published, and ends with 1', async () => {
    const again = await proviso(['publish', 'sms'], {cwd: folder})
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.err).toMatch(/byte for byte {2}nothing-changed[\s\S]*effective-missing[\s\S]*nothing was written/)
  })

  it.each([
    ['an unknown agreement', ['nothing'], 2, /No agreement nothing in this project\n {2}It has sms/],
    ['an override without a reason', ['sms', '--override', 'own-amendment'], 2, /1 rules are overridden, and 0 reasons/],
  ])('answers %s', async (_, args, code, message) => {
    const run = await proviso(['publish', ...args], {cwd: folder})
    expect([run.code, run.out]).toEqual([code, ''])
    expect(run.err).toMatch(message)
  })

  it('publishes one version where two start it at once, and tells the other', async () => {
    const shared = folderWith({
      'proviso.config.yaml': '',
      'agreements/sms/agreement.yaml': settings,
      'agreements/sms/zh-CN.md': zh,
      'agreements/sms/en.md': en,
    })
    const runs = await Promise.all(
      ['1.0', '1.1'].map((version) => proviso(['publish', 'sms', '--version', version, '--only', 'html'], {cwd: shared})),
    )
    expect(runs.map(({code}) => code).sort()).toEqual([0, 1])
    expect(runs.find(({code}) => code !== 0)?.err).toMatch(/was published meanwhile|nothing-changed/)
    const stored = openVersionFolder(join(shared, 'agreements/sms/versions'))
    expect((await stored.history()).map(({manifest}) => manifest.version)).toEqual([runs[0]?.code === 0 ? '1.0' : '1.1'])
    expect(checkChain(await stored.history())).toEqual([])
  })

  it('says which folder cannot be used', async () => {
    const blocked = folderWith({
      'proviso.config.yaml': '',
      'agreements/sms/agreement.yaml': settings.replace(', en: Text Message Agreement', ''),
      'agreements/sms/zh-CN.md': zh,
      'agreements/sms/versions': 'a file where a folder should be',
    })
    const run = await proviso(['publish', 'sms', '--only', 'html'], {cwd: blocked})
    expect(run.code).toBe(3)
    expect(run.err).toMatch(/versions cannot be read \(ENOTDIR\)/)
  })
})

describe('an announced version', () => {
  it('can be withdrawn before it takes effect, once, and never after', async () => {
    const {store} = emptyStore()
    await publishText(store, {'zh-CN': zh}, {version: 'v1'})
    await publishText(store, {'zh-CN': zhLater}, {version: 'v2', effectiveAt: '2026-12-01'})
    const plan = async (version: string, now: string, reason = '附件有误') => planWithdrawal({version, reason, now}, await store.history())
    expect((await plan('v1', '2026-11-20T00:00:00Z')).refusal?.rule).toBe('in-effect')
    expect((await plan('v2', '2026-12-01T00:00:00+08:00')).refusal?.rule).toBe('in-effect')
    expect((await plan('v3', '2026-11-20T00:00:00Z')).refusal?.rule).toBe('version-missing')
    expect((await plan('v2', '2026-11-20T00:00:00Z', ' ')).refusal?.rule).toBe('reason-missing')
    const {record = '', withdrawal} = await plan('v2', '2026-11-20T00:00:00Z')
    expect(withdrawal).toMatchObject({version: 'v2', withdrawnAt: '2026-11-20T08:00:00+08:00', reason: '附件有误'})
    await store.withdraw('v2', record)
    const history = await store.history()
    expect(checkChain(history)).toEqual([])
    expect(versionInForce(history, '2026-12-02T00:00:00Z')?.manifest.version).toBe('v1')
    expect((await plan('v2', '2026-11-21T00:00:00Z')).refusal?.rule).toBe('withdrawn-already')
    await expect(store.withdraw('v2', record)).rejects.toThrow(/withdrawn already/)
    await publishText(store, {'zh-CN': zhLater}, {version: 'v3', effectiveAt: '2026-12-20'})
    expect((await store.history()).at(-1)?.manifest.previous?.withdrawalSha256).toBe(sha256(record))
  })

  it('is withdrawn by a command', async () => {
    const root = folderWith({
      'proviso.config.yaml': 'agreements: .\n',
      'terms/agreement.yaml':
        'titles: {zh-CN: 协议}\nprovider: {name: 云笺科技（示例）有限公司}\ncounterparty: {kind: business}\nauthoritativeLocale: zh-CN\ntimeZone: Asia/Shanghai\nprofile: {role: direct, counterparty: business, markets: [CN]}\n',
      'terms/zh-CN.md': zh.replace('{{channelName}}', '云笺'),
    })
    const run = (...args: readonly string[]) => proviso(['-C', root, 'publish', 'terms', ...args])
    expect((await run('--version', 'v1', '--effective', '2999-01-01', '--only', 'html')).code).toBe(0)
    expect((await run('--withdraw', 'v1')).err).toContain('--reason')
    expect((await run('--withdraw', 'v1', '--reason', '附件有误')).code).toBe(0)
    expect(existsSync(join(root, 'terms/versions/v1/withdrawal.json'))).toBe(true)
    expect((await proviso(['-C', root, 'verify', 'terms/versions'])).code).toBe(0)
  })
})

describe('proviso inspect --versions', () => {
  it('lists states, instants and hashes, for people and as JSON', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh}, {version: 'v1', announcedAt: '2024-05-01'})
    await publishText(store, {'zh-CN': zhLater}, {version: 'v2', effectiveAt: '2099-01-01', summary: 'Each quarter'})
    await publishText(store, {'zh-CN': zh.replace('按月', '按年')}, {version: 'v3', effectiveAt: '2099-02-01'})
    const history = await store.history()
    const {record = ''} = planWithdrawal({version: 'v3', reason: 'Wrong annex', now: '2026-11-01T00:00:00Z'}, history)
    await store.withdraw('v3', record)
    const root = join(folder, '../..')
    writeFileSync(join(root, 'proviso.config.yaml'), 'agreements: .\n')
    writeFileSync(join(root, 'terms/zh-CN.md'), zh)
    writeFileSync(
      join(root, 'terms/agreement.yaml'),
      'titles: {zh-CN: Terms}\nprovider: {name: Provider}\ncounterparty: {kind: business}\nauthoritativeLocale: zh-CN\ntimeZone: Asia/Shanghai\nprofile: {role: direct, counterparty: business, markets: [CN]}\n',
    )
    const [text, json] = await Promise.all([
      proviso(['inspect', 'terms', '--versions'], {cwd: root}),
      proviso(['inspect', 'terms', '--versions', '--json'], {cwd: root}),
    ])
    const {versions, schemaVersion, agreement} = JSON.parse(json.out)
    expect([schemaVersion, agreement]).toEqual([1, 'terms'])
    expect(versions.map(({version, state}: {version: string; state: string}) => [version, state])).toEqual([
      ['v1', 'in-force'],
      ['v2', 'announced'],
      ['v3', 'withdrawn'],
    ])
    expect(versions[1]).toMatchObject({
      effectiveAt: '2099-01-01T00:00:00+08:00',
      manifestSha256: history[1]?.manifestSha256,
      previous: {version: 'v1'},
      locales: [{locale: 'zh-CN', sourceSha256: sha256(zhLater)}],
    })
    expect(versions[2].withdrawal).toMatchObject({reason: 'Wrong annex'})
    expect(text.out).toMatch(/2 {4}v2 +announced[\s\S]*Each quarter[\s\S]*v3 +withdrawn[\s\S]*Wrong annex/)
    expect(text.out).toContain(history[0]?.manifestSha256.slice(0, 12))
  })
})
