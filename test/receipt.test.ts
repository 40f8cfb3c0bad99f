import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import jsonld from 'jsonld'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {
  auditLog,
  type ConsentRecord,
  type ConsentRequest,
  draftConsent,
  exportHead,
  exportLine,
  issueReceipt,
  type PublicKey,
  proveRecord,
  type ReceiptDocument,
  readPublicKeys,
  type SigningKey,
  signCheckpoint,
  toJsonLd,
  toKantara,
  verifyReceipt,
} from '../src/consent/index.ts'
import {formatLogProof} from '../src/consent/log/tlog-proof.ts'
import {type ConsentDatabase, noteSigner, noteVerifier, openConsentDatabase, sha256} from '../src/io/index.ts'
import {proviso} from './support/command-line.ts'
import {draftOf, history, published, request, server} from './support/consents.mjs'

const ORIGIN = 'example.com/log'
const AT = '2026-06-10T02:15:30.512Z'
const tools = {sha256, noteVerifier}
const folder = mkdtempSync(join(tmpdir(), 'proviso-receipt-'))
let database: ConsentDatabase
let key: SigningKey
let records: readonly ConsentRecord[]

beforeAll(async () => {
  database = await openConsentDatabase(join(folder, 'consents.db'))
  key = await database.signingKeys.current(AT)
  for (let index = 0; index < 7; index += 1) await database.consents.append(draftOf(`account-${index}`))
  records = await database.consents.records(0, 7)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, {recursive: true, force: true})
})

const receiptTools = () => ({log: database.consents, notes: noteSigner(ORIGIN, key), sha256})
const record = (index: number): ConsentRecord => {
  const found = records[index]
  if (!found) throw new Error(`no record ${index}`)
  return found
}
const receiptOf = (index: number): Promise<ReceiptDocument> => issueReceipt(record(index), key, receiptTools())
const publicKey = (): PublicKey => ({kty: 'OKP', crv: 'Ed25519', x: key.x, kid: key.kid})

describe('a receipt', () => {
  it.each([0, 1, 4, 6])('of record %i is believed by the public key alone', async (index) => {
    const {receipt, faults} = await verifyReceipt(await receiptOf(index), [publicKey()], tools)
    expect(faults).toEqual([])
    const {index: _, ...stored} = record(index)
    expect(receipt).toMatchObject({recordId: stored.evidence.recordId, issuer: ORIGIN, record: stored, log: {index}})
  })

  it('is the same whenever it is made', async () => {
    const before = await receiptOf(2)
    await database.consents.append(draftOf('later'))
    expect(await receiptOf(2)).toEqual(before)
  })

  it('is not believed by another key, nor after a change of any part', async () => {
    const document = await receiptOf(3)
    const other = await openConsentDatabase(join(folder, 'other.db'))
    const {x} = await other.signingKeys.current(AT)
    await other.close()
    expect(await verifyReceipt(document, [{kty: 'OKP', crv: 'Ed25519', x}], tools)).toMatchObject({faults: [{code: 'signature-wrong'}]})
    const [head = '', payload = '', signature = ''] = document.jws.split('.')
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('account-3', 'account-9')).toString('base64url')
    for (const jws of [
      `${head}.${forged}.${signature}`,
      `${head}.${payload}.${signature.slice(0, -4)}AAAA`,
      `${forged}.${payload}.${signature}`,
    ])
      expect((await verifyReceipt({...document, jws}, [publicKey()], tools)).faults).toMatchObject([{code: 'signature-wrong'}])
  })

  it('is not believed when its provider signs what its own log does not hold', async () => {
    const honest = record(3)
    const lies: readonly [ConsentRecord, string][] = [
      [{...honest, evidence: {...honest.evidence, version: '3'}}, 'not-in-log'],
      [{...honest, index: 4}, 'not-in-log'],
      [{...honest, personal: {subject: 'somebody-else'}}, 'personal-part-altered'],
    ]
    for (const [lie, code] of lies)
      expect((await verifyReceipt(await issueReceipt(lie, key, receiptTools()), [publicKey()], tools)).faults).toMatchObject([{code}])
  })

  it('stays believed after the key was changed, by the key set', async () => {
    const other = await openConsentDatabase(join(folder, 'rotated.db'))
    await other.consents.append(draftOf())
    const [old] = await other.consents.records(0, 1)
    if (!old) throw new Error('no record')
    const first = await other.signingKeys.current(AT)
    const before = await issueReceipt(old, first, {log: other.consents, notes: noteSigner(ORIGIN, first), sha256})
    const second = await other.signingKeys.rotate('2026-07-01T00:00:00.000Z')
    const after = await issueReceipt(old, second, {log: other.consents, notes: noteSigner(ORIGIN, second), sha256})
    expect(await other.signingKeys.current(AT)).toEqual(second)
    const keys = readPublicKeys({keys: await other.signingKeys.publicKeys()})
    expect(keys.map(({kid}) => kid)).toEqual([second.kid, first.kid])
    for (const document of [before, after]) expect((await verifyReceipt(document, keys, tools)).faults).toEqual([])
    await other.close()
  })
})

const dataConsent = (): ConsentRecord => {
  const asked: ConsentRequest = {
    ...request(),
    recordType: 'consent',
    event: 'accept',
    jurisdictions: ['CN'],
    processing: {
      service: '短信服务',
      controllers: [{id: 'urn:example:org', name: '云笺科技有限公司', address: '上海市', contact: 'privacy@example.com', country: 'CN'}],
      purposes: [
        {
          purpose: 'dpv:DirectMarketing',
          state: 'given',
          personalData: [{type: 'pd:TelephoneNumber'}, {type: 'pd:Location', isSensitive: true, isOptional: true}],
          recipients: ['云笺广告有限公司'],
          storageLocations: ['loc:CN'],
          retentionPeriod: 'P1Y',
          withdrawalMethod: '账户设置',
          jurisdiction: 'loc:CN',
        },
        {
          purpose: 'dpv:ServicePersonalisation',
          state: 'refused',
          personalData: [{type: 'pd:Browsing'}],
          recipients: [],
          storageLocations: ['loc:CN'],
          retentionPeriod: 'P1Y',
          withdrawalMethod: '账户设置',
          jurisdiction: 'loc:CN',
        },
      ],
    },
  }
  const {draft} = draftConsent(asked, {text: published, history}, server())
  if (!draft) throw new Error('refused')
  return {...draft, personalSha256: '0'.repeat(64), index: 0}
}

describe('a record as linked data', () => {
  const offline = {documentLoader: (url: string) => Promise.reject(new Error(`asked for ${url}`))}

  it('of a contract becomes statements without the network', async () => {
    const quads = String(await jsonld.toRDF(toJsonLd(record(0)), {...offline, format: 'application/n-quads'}))
    expect(quads).toContain('<https://w3id.org/dpv#hasContractControl> <https://w3id.org/dpv#AcceptContract>')
    expect(quads).toContain('"2026-06-10T02:15:30.512Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
    expect(quads).toContain('<https://w3id.org/dpv#ProviderStandardFormContract>')
    expect(quads).not.toContain('dpv-27560')
    expect(quads.trim().split('\n').length).toBeGreaterThan(25)
  })

  it('of a data consent names what ISO/IEC TS 27560 asks for in the terms of DPV', async () => {
    const quads = String(await jsonld.toRDF(toJsonLd(dataConsent()), {...offline, format: 'application/n-quads'}))
    const fields = 'hasDataSubject hasNotice hasPurpose hasPersonalData hasDataController hasStorageCondition hasJurisdiction hasRecipient'
    for (const field of `${fields} hasConsentControl isIndicatedAtTime isIndicatedBy hasLegalBasis hasConsentStatus`.split(' '))
      expect(quads).toContain(`<https://w3id.org/dpv#${field}>`)
    expect(quads).toContain('<http://purl.org/dc/terms/conformsTo> <https://w3id.org/dpv/schema/dpv-27560#record>')
    expect(quads).toContain('<https://w3id.org/dpv#ConsentRefused>')
  })

  it('loses nothing when it is expanded', async () => {
    const text = JSON.stringify(await jsonld.expand(toJsonLd(dataConsent()), offline))
    for (const words of ['云笺科技有限公司', '云笺广告有限公司', 'P1Y', '账户设置', 'account-1', '2'.repeat(64)])
      expect(text).toContain(words)
  })
})

describe('a record as Kantara receipt', () => {
  it('has the purposes that were consented to, and time in seconds', () => {
    expect(toKantara(dataConsent())).toMatchObject({
      version: 'KI-CR-v1.1.0',
      jurisdiction: 'CN',
      consentTimestamp: 1781057730,
      piiPrincipalId: 'account-1',
      piiControllers: [{piiController: '云笺科技有限公司', address: {addressCountry: 'CN'}}],
      services: [{service: '短信服务', purposes: [{purpose: 'dpv:DirectMarketing', consentType: 'EXPLICIT', thirdPartyDisclosure: true}]}],
      sensitive: true,
      spiCat: ['pd:Location'],
    })
    expect(toKantara(record(0))).toBeUndefined()
  })
})

describe('an export of the log', () => {
  async function* linesOf(text: string) {
    for (const line of text.trimEnd().split('\n')) yield line
  }
  const exported = async (all: readonly ConsentRecord[] = records, signer = key): Promise<string> => {
    const size = all.length
    const notes = noteSigner(ORIGIN, signer)
    const {checkpoint} = await proveRecord(0, size, {...receiptTools(), notes})
    const root = Buffer.from(checkpoint.split('\n')[2] ?? '', 'base64')
    return exportHead({origin: ORIGIN, size, root}, checkpoint) + all.map((line) => exportLine(line, sha256)).join('')
  }
  const audit = async (text: string, earlier: readonly string[] = []) =>
    (await auditLog(linesOf(text), {...tools, keys: [publicKey()], earlier})).faults.map(({code, line}) =>
      line === undefined ? code : `${code} ${line}`,
    )

  it('is believed as a whole, also where personal parts were erased', async () => {
    expect(await audit(await exported())).toEqual([])
    const erased = records.map(({personal, salt, ...rest}, index) =>
      index === 3 ? rest : {...rest, ...(personal && salt ? {personal, salt} : {})},
    )
    const result = await auditLog(linesOf(await exported(erased)), {...tools, keys: [publicKey()], earlier: []})
    expect(result).toEqual({origin: ORIGIN, records: 7, erased: 1, faults: []})
  })

  const edited = (text: string, edit: (lines: string[]) => readonly string[]) => `${edit(text.trimEnd().split('\n')).join('\n')}\n`

  it.each<[string, (lines: string[]) => readonly string[], readonly string[]]>([
    [
      'an altered version',
      (l) => l.map((line, at) => (at === 3 ? line.replace('"version":"2"', '"version":"1"') : line)),
      ['record-altered 4'],
    ],
    [
      'an altered subject',
      (l) => l.map((line, at) => (at === 3 ? line.replace('account-2', 'account-9') : line)),
      ['personal-part-altered 4'],
    ],
    ['a removed record', (l) => l.filter((_, at) => at !== 3), ['record-missing 4']],
    ['a removed last record', (l) => l.slice(0, -1), ['log-cut', 'record-missing']],
    [
      'two records in another order',
      (l) => [...l.slice(0, 3), l[4] ?? '', l[3] ?? '', ...l.slice(5)],
      ['record-missing 4', 'record-missing 5'],
    ],
    ['a record twice', (l) => [...l.slice(0, 4), l[3] ?? '', ...l.slice(4)], ['record-missing 5', 'record-twice 5']],
    ['a broken line', (l) => l.map((line, at) => (at === 3 ? line.slice(5) : line)), ['malformed 4']],
    ['another head', (l) => [(l[0] ?? '').replace('"size":7', '"size":8'), ...l.slice(1)], ['record-missing']],
    [
      'a head without signature',
      (l) => [(l[0] ?? '').replace(/— example\.com\/log \S{8}/, '— example.com/log AAAAAAAA'), ...l.slice(1)],
      ['checkpoint-unsigned 1'],
    ],
    ['nothing but a head', (l) => l.slice(0, 1), ['log-cut']],
    ['no head', (l) => l.slice(1), ['malformed 1']],
  ])('with %s is found out', async (_, edit, codes) => {
    const found = await audit(edited(await exported(), edit))
    for (const code of codes) expect(found).toContain(code)
  })

  it('that was made anew with other records and signed is found out by a checkpoint or receipt from before', async () => {
    const earlier = (await proveRecord(1, 5, receiptTools())).checkpoint
    expect(await audit(await exported(), [earlier])).toEqual([])
    const forger = await openConsentDatabase(join(folder, 'forged.db'))
    for (const line of records.slice(1))
      if (line.personal && line.salt) await forger.consents.append({...line, personal: line.personal, salt: line.salt})
    const forged = await forger.consents.records(0, 10)
    const head = await forger.consents.head()
    const note = signCheckpoint(head, noteSigner(ORIGIN, key), sha256)
    await forger.close()
    const text = exportHead({origin: ORIGIN, ...head}, note) + forged.map((line) => exportLine(line, sha256)).join('')
    expect(await audit(text)).toEqual([])
    expect(await audit(text, [earlier])).toEqual(['log-altered 6'])
  })
})

describe('proviso verify', () => {
  const keyFile = () => {
    const file = join(folder, 'jwks.json')
    writeFileSync(file, JSON.stringify({keys: [publicKey()]}))
    return file
  }

  it('tells what a receipt says, with no project and no network', async () => {
    writeFileSync(join(folder, 'receipt.json'), JSON.stringify(await receiptOf(2)))
    const run = await proviso(['verify', 'receipt.json', '--key', keyFile()], {cwd: folder})
    expect(run).toMatchObject({code: 0, err: ''})
    expect(run.out).toMatch(/entry 2 of the log example\.com\/log\nsubject {4}account-2\nevent {6}acceptance accept, 2026-06-10/)
    const json = await proviso(['verify', 'receipt.json', '--key', keyFile(), '--json'], {cwd: folder})
    expect(JSON.parse(json.out)).toMatchObject({schemaVersion: 1, kind: 'receipt', isIntact: true, faults: []})
    const linked = await proviso(['verify', 'receipt.json', '--key', keyFile(), '--as', 'json-ld'], {cwd: folder})
    expect(JSON.parse(linked.out)).toHaveProperty('@context')
  })

  it('finds a forged receipt, and exits with 1', async () => {
    const {jws, ...rest} = await receiptOf(2)
    writeFileSync(join(folder, 'forged.json'), JSON.stringify({...rest, jws: `${jws.slice(0, -4)}AAAA`}))
    const run = await proviso(['verify', 'forged.json', '--key', keyFile()], {cwd: folder})
    expect(run).toMatchObject({code: 1})
    expect(run.out + run.err).toMatch(/signature-wrong/)
  })

  it('checks an export, against a proof that was kept', async () => {
    const {consents} = database
    const head = await consents.head()
    const all = await consents.records(0, head.size)
    const notes = noteSigner(ORIGIN, key)
    writeFileSync(
      join(folder, 'log.jsonl'),
      exportHead({origin: ORIGIN, ...head}, signCheckpoint(head, notes, sha256)) + all.map((line) => exportLine(line, sha256)).join(''),
    )
    writeFileSync(join(folder, 'kept.tlog-proof'), formatLogProof(await proveRecord(2, 4, receiptTools())))
    const args = ['verify', 'log.jsonl', '--key', keyFile(), '--checkpoint', 'kept.tlog-proof']
    expect(await proviso(args, {cwd: folder})).toMatchObject({code: 0, err: ''})
    writeFileSync(join(folder, 'log.jsonl'), readFileSync(join(folder, 'log.jsonl'), 'utf8').replace('account-4', 'account-5'))
    const run = await proviso(args, {cwd: folder})
    expect(run.code).toBe(1)
    expect(run.out + run.err).toMatch(/line 6: .*personal-part-altered/)
  })

  it('asks for the key', async () => {
    writeFileSync(join(folder, 'receipt.json'), JSON.stringify(await receiptOf(2)))
    expect(await proviso(['verify', 'receipt.json'], {cwd: folder})).toMatchObject({code: 2, err: expect.stringMatching(/--key/)})
  })
})
