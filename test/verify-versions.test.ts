import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {planWithdrawal, verifyVersionFolder, verifyVersions} from '../src/index.ts'
import {readFolder, readReference} from '../src/io/index.ts'
import {folderWith, proviso} from './support/command-line.ts'
import {emptyStore, publishText} from './support/publish-text.ts'

const zh = '# 短信服务协议\n\n一、服务\n\n1.1 甲方提供短信服务。\n\n1.2 乙方应当按月支付服务费用。\n'

describe('verifying versions', async () => {
  const {store, folder} = emptyStore()
  await publishText(store, {'zh-CN': zh}, {version: 'v1'})
  await publishText(store, {'zh-CN': zh.replace('按月', '按季')}, {version: 'v2', effectiveAt: '2026-12-01'})
  const files = await readFolder(folder)
  const {record = ''} = planWithdrawal({version: 'v2', reason: 'Wrong annex', now: '2026-11-02T00:00:00Z'}, await store.history())
  await store.withdraw('v2', record)
  const withdrawn = await readFolder(folder)
  const faults = (changed: ReadonlyMap<string, Uint8Array>) =>
    verifyVersions(changed)
      .checks.filter(({outcome}) => outcome === 'failed')
      .map(({message}) => message)
      .join('\n')
  const changed = (path: string, change: (text: string) => string) =>
    new Map([...files, [path, Buffer.from(change(Buffer.from(files.get(path) ?? []).toString()))]])

  it('finds nothing where nothing was altered', () => {
    const {isIntact, checks, subject} = verifyVersions(files)
    expect(checks.filter(({outcome}) => outcome !== 'ok')).toEqual([])
    expect(isIntact).toBe(true)
    expect(subject).toMatchObject({kind: 'agreement', agreement: 'terms'})
    const below = new Map([...files].flatMap(([path, bytes]) => (path.startsWith('v2/') ? [[path.slice(3), bytes] as const] : [])))
    expect(verifyVersionFolder(below)).toMatchObject({isIntact: true, subject: {kind: 'version', version: 'v2'}})
  })

  it('finds any altered byte of any file', () => {
    for (const [path, bytes] of withdrawn) {
      for (let at = 0; at < bytes.length; at += 7) {
        const altered = Uint8Array.from(bytes)
        altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8))
        const {isIntact} = verifyVersions(new Map([...withdrawn, [path, altered]]))
        if (isIntact) throw new Error(`Byte ${at} of ${path} can be altered unseen`)
      }
    }
    expect([...withdrawn.keys()]).toEqual([
      'v1/manifest.json',
      'v1/zh-CN.md',
      'v2/manifest.json',
      'v2/notice.zh-CN.md',
      'v2/withdrawal.json',
      'v2/zh-CN.md',
    ])
  })

  it.each<[string, ReadonlyMap<string, Uint8Array>, RegExp]>([
    [
      'the clause that was altered',
      changed('v2/zh-CN.md', (text) => text.replace('按季', '按年')),
      /v2\/zh-CN\.md was altered: clause 1\.2/,
    ],
    [
      'that a clause was removed',
      changed('v1/zh-CN.md', (text) => text.replace(/\n1\.2 .*\n/, '')),
      /v1\/zh-CN\.md was altered: clause 1\.2/,
    ],
    ['that only the layout was altered', changed('v1/zh-CN.md', (text) => `${text}\n\n`), /its layout only, all clauses say the same/],
    ['a field of a manifest', changed('v2/manifest.json', (text) => text.replace('2026-12-01', '2026-12-02')), /asks? for another seal/],
    ['other bytes of a manifest', changed('v2/manifest.json', (text) => `${text}\n`), /says the same in other bytes/],
    ['what is no manifest', changed('v1/manifest.json', (text) => text.replace('"sequence": 1', '"sequence": "1"')), /`\/sequence`/],
    ['a missing text', new Map([...files].filter(([path]) => path !== 'v1/zh-CN.md')), /v1\/zh-CN\.md is missing/],
    ['a missing version', new Map([...files].filter(([path]) => !path.startsWith('v1/'))), /sequence number 1 is missing/],
    ['a file too many', new Map([...files, ['v1/en.md', Buffer.from('# Terms\n')]]), /v1\/en\.md is no file of this version/],
    ['a withdrawal that is none', new Map([...files, ['v1/withdrawal.json', Buffer.from('{}')]]), /withdrawal\.json is no such record/],
    ['a folder with another name', new Map([...files].map(([path, bytes]) => [path.replace('v1/', 'x/'), bytes])), /x\/ holds version v1/],
  ])('says %s', (_, altered, message) => {
    expect(faults(altered)).toMatch(message)
  })

  it('finds a version that was made up anew and sealed again by its place in the chain', async () => {
    const other = emptyStore()
    await publishText(other.store, {'zh-CN': zh.replace('按月', '每周')}, {version: 'v1'})
    const forged = await readFolder(other.folder)
    expect(faults(new Map([...files, ...forged]))).toMatch(/as hash of the manifest of `v1`/)
  })

  it('is a command that ends with 1 where something was altered', async () => {
    const altered = folderWith(Object.fromEntries(changed('v1/zh-CN.md', (text) => text.replace('甲方', '乙方'))))
    const run = await proviso(['verify', altered])
    expect([run.code, run.out]).toMatchObject([1, expect.stringMatching(/v1\/zh-CN\.md was altered: clause 1\.1/)])
  })
})

describe('references to versions', () => {
  const settings = `titles: {zh-CN: 短信服务协议}
provider: {name: 示例公司}
counterparty: {kind: business}
authoritativeLocale: zh-CN
timeZone: Asia/Shanghai
profile: {role: direct, counterparty: business, markets: [CN]}
`
  const root = folderWith({
    'proviso.config.yaml': '',
    'agreements/sms/agreement.yaml': settings,
    'agreements/sms/zh-CN.md': zh.replace('按月', '按年'),
  })

  it('are read by name, by day, and as the current one', async () => {
    const {store, folder} = emptyStore()
    await publishText(store, {'zh-CN': zh}, {agreement: 'sms', version: 'v1', announcedAt: '2024-05-01'})
    await publishText(store, {'zh-CN': zh.replace('按月', '按季')}, {agreement: 'sms', version: 'v2', effectiveAt: '2099-01-01'})
    for (const version of readdirSync(folder))
      for (const file of readdirSync(join(folder, version)))
        writeInto(root, `agreements/sms/versions/${version}/${file}`, readFileSync(join(folder, version, file)))
    const read = (reference: string) => readReference(reference, {folder: root})
    const word = async (reference: string) => /按[月季年]/.exec((await read(reference)).text)?.[0]
    expect(await Promise.all(['sms', 'sms@v1', 'sms@v2', 'sms@current', 'sms@2024-05-01', 'sms@2099-01-01'].map(word))).toEqual([
      '按年',
      '按月',
      '按季',
      '按月',
      '按月',
      '按季',
    ])
    const frozen = await read('sms@v1')
    expect([frozen.file, frozen.locale, frozen.version?.manifest.version]).toEqual([undefined, 'zh-CN', 'v1'])
    await expect(read('sms@v3')).rejects.toMatchObject({message: 'sms has no version v3', remedy: 'It has v1, v2.'})
    await expect(read('sms@2024-04-30')).rejects.toThrow('No version of sms was in force on 2024-04-30')
    await expect(read('sms@2024-02-30')).rejects.toThrow('2024-02-30 is no day')
    await expect(readReference('sms@v1', {folder: root, locale: 'en'})).rejects.toThrow('sms@v1 has no text in en')
  })

  it('compare with their clause ids, and are never written to', async () => {
    const diff = await proviso(['diff', 'sms@v1', 'sms@v2', '-f', 'json'], {cwd: root})
    const {from, to, changes} = JSON.parse(diff.out)
    expect([from.version, to.version]).toEqual(['v1', 'v2'])
    expect(changes[0].from[0].id).toMatch(/^c/)
    expect(changes[0].to[0].id).toBe(changes[0].from[0].id)
    const formatted = await proviso(['fmt', 'sms@v1'], {cwd: root})
    expect(formatted.out).toContain('按月')
    expect(readFileSync(join(root, 'agreements/sms/zh-CN.md'), 'utf8')).toContain('按年')
  })
})

function writeInto(root: string, path: string, content: Buffer): void {
  const parts = path.split('/')
  mkdirSync(join(root, ...parts.slice(0, -1)), {recursive: true})
  writeFileSync(join(root, path), content)
}
