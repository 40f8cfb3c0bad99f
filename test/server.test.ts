import {randomUUID} from 'node:crypto'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer as createHttpServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {FastifyInstance} from 'fastify'
import {Webhook} from 'standardwebhooks'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {hashLeaf} from '../src/consent/log/merkle-tree.ts'
import {type Manifest, openCheckpoint, type PublicKey, parseEntryBundle, parseLogProof, verifyInclusion} from '../src/index.ts'
import {type ConsentDatabase, noteVerifier, sha256} from '../src/io/index.ts'
import {PROBLEMS} from '../src/server/problem.ts'
import {sendWebhooks} from '../src/server/send-webhooks.ts'
import {proviso, root} from './support/command-line.ts'
import {readDocx} from './support/read-docx.ts'
import {type TestServer, testServer} from './support/test-server.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

let made: TestServer
let server: FastifyInstance
let database: ConsentDatabase

beforeAll(async () => {
  made = await testServer({
    keys: {
      'writer-key': ['consent:write', 'consent:read', 'subject:read'],
      'reader-key': ['consent:read', 'subject:read'],
      'eraser-key': ['subject:erase', 'log:export', 'webhook:manage'],
    },
  })
  ;({server, database} = made)
})
afterAll(() => made.close())

const get = (url: string, headers: Record<string, string> = {}) => server.inject({method: 'GET', url, headers})
const bearer = (key: string) => ({authorization: `Bearer ${key}`})

async function shownText(version = '1', locale = 'zh-CN') {
  const {consentMetadata} = (await get(`/v1/agreements/terms/versions/${version}.json?locale=${locale}`)).json<{consentMetadata: object}>()
  return consentMetadata
}

async function consent(changes: object = {}, key: string = randomUUID(), caller = 'writer-key') {
  return server.inject({
    method: 'POST',
    url: '/v1/consents',
    headers: {...bearer(caller), 'idempotency-key': key},
    payload: {
      recordType: 'acceptance',
      event: 'accept',
      shown: await shownText(),
      expression: {method: 'click', controlLabel: '同意', controlDefaultState: 'none', textDisplayed: 'full'},
      channel: {name: 'web'},
      personal: {subject: 'account-1'},
      ...changes,
    },
  })
}

describe('agreements', () => {
  it('tell what is in force and what is announced', async () => {
    const {agreements} = (await get('/v1/agreements')).json<{agreements: {id: string; current: object; upcoming: object[]}[]}>()
    expect(agreements).toMatchObject([
      {id: 'terms', current: {version: '1', state: 'in-force'}, upcoming: [{version: '2', state: 'announced'}]},
    ])
  })

  it('change at their instant, and at no other', async () => {
    const current = async () =>
      (await get('/v1/agreements/terms')).json<{agreement: {current: {version: string}}}>().agreement.current.version
    made.clock.now = '2026-11-30T15:59:59.999Z'
    expect(await current()).toBe('1')
    made.clock.now = '2026-11-30T16:00:00.000Z'
    expect(await current()).toBe('2')
    made.clock.now = '2026-11-28T00:00:00.000Z'
  })

  it('answer for any day and by Accept-Datetime', async () => {
    const at = (await get('/v1/agreements/terms?at=2026-12-01')).json<{agreement: object}>()
    expect(at.agreement).toMatchObject({current: {version: '2'}})
    const memento = await get('/v1/agreements/terms', {'accept-datetime': 'Sun, 15 Nov 2026 00:00:00 GMT'})
    expect(memento.json<{agreement: object}>().agreement).toMatchObject({current: {version: '1'}})
    expect(memento.headers['memento-datetime']).toBe('Sun, 15 Nov 2026 00:00:00 GMT')
    expect((await get('/v1/agreements/terms?at=2026-02-30')).statusCode).toBe(400)
  })

  it('are listed page by page', async () => {
    const first = await get('/v1/agreements/terms/versions?limit=1')
    const {versions, next} = first.json<{versions: {version: string}[]; next: string}>()
    expect(versions.map(({version}) => version)).toEqual(['2'])
    expect(first.headers.link).toBe(`</v1/agreements/terms/versions?cursor=${next}&limit=1>; rel="next"`)
    const second = (await get(`/v1/agreements/terms/versions?limit=1&cursor=${next}`)).json<{
      versions: {version: string}[]
      next?: string
    }>()
    expect(second.versions.map(({version}) => version)).toEqual(['1'])
    expect(second.next).toBeUndefined()
  })
})

describe('texts', () => {
  it('come in the form and language that the reader asks for', async () => {
    const markdown = await get('/v1/agreements/terms/versions/1.md', {'accept-language': 'fr, en;q=0.8'})
    expect(markdown.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(markdown.headers['content-language']).toBe('en')
    expect(markdown.body).toContain('{{channelName}}')
    const page = await get('/v1/agreements/terms/versions/1?locale=zh-CN', {accept: 'text/html'})
    expect(page.body).toContain('<html lang="zh-CN"')
    expect(page.body).toContain('Example')
    const {locales} = (await get('/v1/agreements/terms/versions/1/manifest')).json<Manifest>()
    const published = locales.find(({locale}) => locale === 'zh-CN')?.renditions.find(({format}) => format === 'html')
    expect(Buffer.from(sha256(page.rawPayload)).toString('hex')).toBe(published?.sha256)
    expect((await get('/v1/agreements/terms/versions/1', {accept: 'image/png'})).statusCode).toBe(406)
    expect((await get('/v1/agreements/terms/versions/1?locale=de')).statusCode).toBe(404)
  })

  it('never change at the address of a version, and are not sent twice', async () => {
    const first = await get('/v1/agreements/terms/versions/1.html')
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await get('/v1/agreements/terms/versions/1.html', {'if-none-match': String(first.headers.etag)})
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect((await get('/v1/agreements/terms/versions/current.html')).headers['cache-control']).toBe('public, no-cache')
    const head = await server.inject({method: 'HEAD', url: '/v1/agreements/terms/versions/1.html'})
    expect(head.headers.etag).toBe(first.headers.etag)
    expect(head.headers['content-length']).toBe(first.headers['content-length'])
    expect(head.body).toBe('')
  })

  it('come as Word files', async () => {
    const word = await get('/v1/agreements/terms/versions/1.docx?locale=en')
    expect(word.headers['content-type']).toBe(WORD)
    expect(word.headers['content-disposition']).toContain('terms-1.en.docx')
    expect(readDocx(word.rawPayload, 'accepted').join('\n')).toContain('last three months')
    const negotiated = await get('/v1/agreements/terms/versions/1?locale=en', {accept: WORD})
    expect(negotiated.rawPayload).toEqual(word.rawPayload)
  })

  it('come in parts', async () => {
    const whole = (await get('/v1/agreements/terms/versions/1.md?locale=en')).rawPayload
    const part = await get('/v1/agreements/terms/versions/1.md?locale=en', {range: 'bytes=2-9'})
    expect(part.statusCode).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 2-9/${whole.length}`)
    expect(part.rawPayload).toEqual(whole.subarray(2, 10))
    const tail = await get('/v1/agreements/terms/versions/1.md?locale=en', {range: 'bytes=-5'})
    expect(tail.rawPayload).toEqual(whole.subarray(-5))
    expect((await get('/v1/agreements/terms/versions/1.md?locale=en', {range: 'bytes=99999-'})).statusCode).toBe(416)
  })

  it('are told clause by clause, by permanent id through all versions', async () => {
    const {clauses} = (await get('/v1/agreements/terms/versions/1/clauses?locale=en')).json<{clauses: {id: string; path: string}[]}>()
    const cap = clauses.find(({path}) => path === '2.1')
    expect(cap).toMatchObject({label: '2.1', limitations: [{kind: 'liability-cap', conspicuous: 'full'}]})
    const {clause} = (await get(`/v1/agreements/terms/versions/2/clauses/${cap?.id}?locale=en`)).json<{clause: {text: string}}>()
    expect(clause.text).toContain('last 1 month')
    const {versions} = (await get(`/v1/agreements/terms/clauses/${cap?.id}/history?locale=en`)).json<{versions: object[]}>()
    expect(versions).toMatchObject([{version: '1'}, {version: '2', isUnchanged: false}])
  })
})

describe('differences', () => {
  it('are told between any two versions, and kept', async () => {
    const first = await get('/v1/agreements/terms/diff?from=1&to=2&locale=en')
    const {changes} = first.json<{changes: {effects: object[]; from: object[]}[]}>()
    expect(changes.flatMap(({effects}) => effects)).toContainEqual({kind: 'amount', from: '100 yuan', to: '200 yuan'})
    expect(changes[0]?.from).toMatchObject([{id: expect.any(String)}])
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await get('/v1/agreements/terms/diff?from=1&to=2&locale=en')
    expect(again.rawPayload).toEqual(first.rawPayload)
    const page = await get('/v1/agreements/terms/diff?from=1&to=2&locale=en', {accept: 'text/html'})
    expect(page.body).toMatch(/<ins[\s>]/)
  })

  it('are told in Word by tracked changes', async () => {
    const word = await get('/v1/agreements/terms/diff?from=1&to=2&locale=en&form=docx')
    expect(word.headers['content-type']).toBe(WORD)
    const [accepted, rejected] = (['accepted', 'rejected'] as const).map((changes) => readDocx(word.rawPayload, changes).join('\n'))
    expect(accepted).toContain('a fee of 200 yuan')
    expect(rejected).toContain('a fee of 100 yuan')
    expect((await get('/v1/agreements/terms/diff?from=1&to=2&locale=en', {accept: WORD})).rawPayload).toEqual(word.rawPayload)
  })

  it('are told since a consent, against the text and language that was agreed to', async () => {
    const {recordId} = (await consent({shown: await shownText('1', 'en')})).json<{recordId: string}>()
    made.clock.now = '2026-12-02T00:00:00.000Z'
    const changes = (await get(`/v1/agreements/terms/changes?since=${recordId}`)).json<object>()
    expect(changes).toMatchObject({
      since: {kind: 'consent', version: '1', locale: 'en'},
      current: '2',
      skipped: ['2'],
      isChanged: true,
      diff: {from: {version: '1'}, to: {version: '2'}},
    })
    expect((await get('/v1/agreements/terms/changes?since=2026-11-15&locale=en')).json<object>()).toMatchObject({
      since: {kind: 'date', version: '1'},
    })
    expect((await get('/v1/agreements/terms/changes?since=2&locale=en')).json<object>()).toMatchObject({
      isChanged: false,
      diff: {changes: []},
    })
    made.clock.now = '2026-11-28T00:00:00.000Z'
    expect((await get(`/v1/agreements/terms/changes?since=${randomUUID()}`)).statusCode).toBe(404)
  })
})

describe('consents', () => {
  it('are recorded once for each key, and proved', async () => {
    const key = randomUUID()
    const first = await consent({}, key)
    expect(first.statusCode).toBe(201)
    const again = await consent({}, key)
    expect(again.statusCode).toBe(200)
    expect(again.json()).toEqual(first.json())
    expect((await consent({personal: {subject: 'account-2'}}, key)).statusCode).toBe(422)
    const {recordId, index} = first.json<{recordId: string; index: number}>()
    const record = await get(`/v1/consents/${recordId}`, bearer('reader-key'))
    expect(record.json<object>()).toMatchObject({
      index,
      evidence: {recordId, version: '1', event: {type: 'accept', at: made.clock.now}},
      isErased: false,
    })
    expect(record.body).not.toContain('account-1')
    const proof = parseLogProof((await get(`/v1/consents/${recordId}/proof`, bearer('reader-key'))).body)
    const checkpoint = proof && openCheckpoint(proof.checkpoint, [noteVerifier(made.origin, made.publicKey)], sha256)
    const entry = (await get(`/v1/log/tile/entries/000.p/${checkpoint?.size}`)).rawPayload
    expect(entry.toString('latin1')).toContain(recordId)
    const own = parseEntryBundle(entry)?.[index]
    if (!proof || !checkpoint || !own) throw new Error('The proof cannot be read')
    expect(verifyInclusion({...checkpoint, index, leaf: hashLeaf(own, sha256), proof: proof.proof}, sha256)).toBe(true)
  })

  it('are withdrawn by a record of their own, once', async () => {
    const {recordId} = (await consent({personal: {subject: 'account-w'}})).json<{recordId: string}>()
    const withdraw = () =>
      server.inject({
        method: 'POST',
        url: `/v1/consents/${recordId}/withdrawal`,
        headers: {...bearer('writer-key'), 'idempotency-key': randomUUID()},
        payload: {channel: {name: 'web'}, personal: {subject: 'account-w'}},
      })
    expect((await withdraw()).statusCode).toBe(201)
    expect((await withdraw()).statusCode).toBe(409)
    const standing = (await get('/v1/subjects/account-w/agreements/terms', bearer('reader-key'))).json<object>()
    expect(standing).toMatchObject({mustAgreeAgain: true, reasons: [{code: 'withdrawn'}]})
  })

  it('are refused where the text was not published so, or the key does not allow it', async () => {
    const shown = await shownText()
    const strange = await consent({shown: {...shown, treeSha256: 'f'.repeat(64)}})
    expect(strange.statusCode).toBe(422)
    expect(strange.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(strange.json<object>()).toMatchObject({type: '/problems#consent-refused', status: 422, pointer: '/shown/treeSha256'})
    expect((await consent({shown: {...shown, version: '9'}})).statusCode).toBe(422)
    expect((await consent({extra: 1})).statusCode).toBe(400)
    expect((await consent({}, randomUUID(), 'reader-key')).statusCode).toBe(403)
    expect((await consent({}, randomUUID(), 'no-key')).statusCode).toBe(401)
    expect((await consent({}, 'short')).statusCode).toBe(400)
  })

  it('say who must agree again, with the way to what changed', async () => {
    await consent({personal: {subject: 'account-s'}})
    made.clock.now = '2026-12-02T00:00:00.000Z'
    const {changes, ...standing} = (await get('/v1/subjects/account-s/agreements/terms', bearer('reader-key'))).json<{changes: string}>()
    made.clock.now = '2026-11-28T00:00:00.000Z'
    expect(standing).toMatchObject({accepted: {version: '1'}, current: '2'})
    expect(changes).toMatch(/^\/v1\/agreements\/terms\/changes\?since=/)
    expect((await get('/v1/subjects/nobody/agreements/terms', bearer('reader-key'))).json<object>()).toMatchObject({
      mustAgreeAgain: true,
      reasons: [{code: 'never-agreed'}],
    })
  })

  it('lose what is personal, and keep what is evidence', async () => {
    const {recordId} = (await consent({personal: {subject: 'account-e'}})).json<{recordId: string}>()
    const erased = await server.inject({method: 'DELETE', url: '/v1/subjects/account-e', headers: bearer('eraser-key')})
    expect(erased.json()).toEqual({schemaVersion: 1, erased: 1})
    expect((await get(`/v1/consents/${recordId}`, bearer('reader-key'))).json<object>()).toMatchObject({
      isErased: true,
      evidence: {recordId},
    })
  })
})

describe('receipts and audits', () => {
  it('can be checked by the public key alone', async () => {
    const {recordId} = (await consent({personal: {subject: 'account-r'}})).json<{recordId: string}>()
    const receipt = await get(`/v1/consents/${recordId}/receipt`, bearer('reader-key'))
    const {keys} = (await get('/.well-known/jwks.json')).json<{keys: PublicKey[]}>()
    const folder = mkdtempSync(join(tmpdir(), 'proviso-receipt-'))
    writeFileSync(join(folder, 'receipt.json'), receipt.body)
    writeFileSync(join(folder, 'jwks.json'), JSON.stringify({keys}))
    const verified = await proviso(['verify', join(folder, 'receipt.json'), '--key', join(folder, 'jwks.json')])
    expect([verified.code, verified.err]).toEqual([0, ''])
    const ld = await get(`/v1/consents/${recordId}/receipt?form=json-ld`, bearer('reader-key'))
    expect(ld.headers['content-type']).toContain('application/ld+json')
  })

  it('cover the whole log', async () => {
    const lines = (await get('/v1/log/export', bearer('eraser-key'))).body.trim().split('\n')
    const {size} = JSON.parse(lines[0] ?? '{}') as {size: number}
    expect(lines.length).toBe(size + 1)
    expect((await get('/v1/log/export', bearer('reader-key'))).statusCode).toBe(403)
  })
})

describe('webhooks', () => {
  it('tell of versions and consents, signed, and again where nobody answered', async () => {
    const received: {readonly headers: Record<string, string>; readonly body: string}[] = []
    let status = 500
    const receiver = createHttpServer((request, reply) => {
      let body = ''
      request.on('data', (piece) => {
        body += String(piece)
      })
      request.on('end', () => {
        received.push({headers: request.headers as Record<string, string>, body})
        reply.writeHead(status).end()
      })
    })
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
    const {port} = receiver.address() as AddressInfo
    const answer = await server.inject({
      method: 'POST',
      url: '/v1/webhooks',
      headers: bearer('eraser-key'),
      payload: {url: `http://127.0.0.1:${port}/hook`, events: ['version.announced', 'version.in-force', 'consent.recorded']},
    })
    expect(answer.statusCode).toBe(201)
    const {webhook} = answer.json<{webhook: {id: string; secret: string}}>()
    await consent({personal: {subject: 'account-h'}})
    const send = () => sendWebhooks({archive: made.archive, ...database, now: () => made.clock.now})
    await send()
    const failed = received.length
    expect(failed).toBeGreaterThan(3)
    status = 204
    expect(await send()).toBe(0)
    made.clock.now = '2026-11-28T00:00:10.000Z'
    expect(await send()).toBe(failed)
    expect(await send()).toBe(0)
    made.clock.now = '2026-11-28T00:00:00.000Z'
    for (const {headers, body} of received.slice(failed)) {
      const [id, at] = [headers['webhook-id'] ?? '', headers['webhook-timestamp'] ?? '']
      expect(new Webhook(webhook.secret).sign(id, new Date(Number(at) * 1000), body)).toBe(headers['webhook-signature'])
      expect(body).not.toContain('account-')
    }
    const types = received.map(({body}) => (JSON.parse(body) as {type: string}).type)
    expect(new Set(types)).toEqual(new Set(['version.announced', 'version.in-force', 'consent.recorded']))
    expect((await server.inject({method: 'DELETE', url: `/v1/webhooks/${webhook.id}`, headers: bearer('eraser-key')})).statusCode).toBe(204)
    receiver.close()
  })
})

describe('the server', () => {
  it('reads only, without a database', async () => {
    const answer = await made.readOnly.inject({method: 'GET', url: '/v1/log/checkpoint'})
    expect(answer.statusCode).toBe(503)
    expect(answer.json<object>()).toMatchObject({type: '/problems#store-missing'})
    expect((await made.readOnly.inject({method: 'GET', url: '/v1/agreements/terms'})).statusCode).toBe(200)
    expect((await made.readOnly.inject({method: 'GET', url: '/readyz'})).statusCode).toBe(200)
  })

  it('describes each problem and each route', async () => {
    const {paths, openapi} = (await get('/openapi.json')).json<{openapi: string; paths: Record<string, object>}>()
    expect(openapi).toBe('3.1.0')
    expect(paths['/v1/consents']).toMatchObject({
      post: {security: [{key: ['consent:write']}], parameters: [{name: 'idempotency-key', in: 'header', required: true}]},
    })
    expect(paths['/v1/agreements/{id}/diff']).toMatchObject({get: {responses: {200: {content: {'application/json': {}, [WORD]: {}}}}}})
    expect(Object.keys(paths)).toContain('/v1/agreements/{id}/changes')
    const problems = (await get('/problems')).body
    for (const url of ['/v1/nothing', '/v1/agreements/none', '/v1/agreements?limit=0', '/v1/agreements?nonsense=1']) {
      const {type} = (await get(url)).json<{type: string}>()
      expect(problems).toContain(`id="${type.split('#')[1]}"`)
    }
    expect((await server.inject({method: 'POST', url: '/v1/agreements'})).statusCode).toBe(405)
  })

  it('describes in its documentation what problems there are, and no others', () => {
    const documented = [...readFileSync(join(root, 'docs/api.md'), 'utf8').matchAll(/^\| `([a-z-]+)` +\| (\d{3}) /gm)]
    const known = Object.entries(PROBLEMS).map(([name, {status}]) => `${name} ${status}`)
    expect(documented.map(([, name, status]) => `${name} ${status}`).sort()).toEqual(known.sort())
  })

  it('says what it does, and who asks nothing', async () => {
    expect((await get('/healthz')).json()).toEqual({schemaVersion: 1, status: 'ok'})
    const metrics = (await get('/metrics')).body
    expect(metrics).toContain('proviso_http_request_duration_seconds_count{method="GET",route="/healthz",status="200"}')
    expect(metrics).not.toContain('account-')
    const feed = await get('/feed.atom')
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(feed.body).toContain('https://legal.example/v1/agreements/terms/versions/2')
  })
})
