import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pino} from 'pino'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type Client, createClient, ProblemError} from '../src/client/index.ts'
import {root} from './support/command-line.ts'
import {type TestServer, testServer} from './support/test-server.ts'

const logged: string[] = []
let made: TestServer
let client: Client
let address: string
const asked: {readonly method: string; readonly route: string; readonly query: readonly string[]}[] = []

beforeAll(async () => {
  made = await testServer({logger: pino({base: null}, {write: (line) => logged.push(line)})})
  made.server.addHook('onResponse', (request, _, done) => {
    asked.push({
      method: request.method,
      route: request.routeOptions.url?.replace(/:(\w+)/g, '{$1}') ?? '',
      query: Object.keys(request.query as object),
    })
    done()
  })
  address = await made.server.listen({host: '127.0.0.1', port: 0})
  client = createClient({url: address, key: 'every-scope', languages: ['en', 'zh-CN;q=0.5']})
})
afterAll(() => made.close())

const acceptance = (shown: Awaited<ReturnType<Client['text']>>['consentMetadata'], subject: string) => ({
  recordType: 'acceptance' as const,
  event: 'accept' as const,
  shown,
  expression: {method: 'click' as const, controlDefaultState: 'none' as const, textDisplayed: 'full' as const},
  channel: {name: 'web'},
  personal: {subject},
})

describe('the client', () => {
  it('reads what was published and what changed', async () => {
    const {agreements} = await client.agreements({limit: 10})
    expect(agreements).toMatchObject([{id: 'terms', current: {version: '1'}, upcoming: [{version: '2'}]}])
    expect((await client.agreement('terms', {at: '2026-12-02'})).agreement.current?.version).toBe('2')
    expect((await client.versions('terms')).versions.map(({version}) => version)).toEqual(['2', '1'])
    const {consentMetadata, clauseIds} = await client.text('terms', '1')
    expect(consentMetadata).toMatchObject({agreement: 'terms', version: '1', locale: 'en'})
    const {clauses} = await client.clauses('terms', '1', {locale: 'zh-CN'})
    expect(clauses.find(({path}) => path === '2.1')?.limitations).toMatchObject([{kind: 'liability-cap'}])
    const {versions} = await client.clauseHistory('terms', clauseIds['1.2'] ?? '')
    expect(versions.map(({isUnchanged}) => isUnchanged)).toEqual([false, false])
    expect(await client.notice('terms', '2')).toContain('## If you do nothing')
    const {changes} = await client.diff('terms', {from: '1', to: '2'})
    expect(changes.flatMap(({effects}) => effects)).toContainEqual({kind: 'amount', from: '100 yuan', to: '200 yuan'})
    expect(await client.changes('terms', {since: '1'})).toMatchObject({current: '1', isChanged: false})
  })

  it('records consents once, proves and withdraws them', async () => {
    const {consentMetadata} = await client.text('terms', '1')
    const first = await client.recordConsent(acceptance(consentMetadata, 'account-c'), 'sign-up-of-account-c')
    expect(await client.recordConsent(acceptance(consentMetadata, 'account-c'), 'sign-up-of-account-c')).toEqual(first)
    expect(await client.standing('account-c', 'terms', {recordType: 'acceptance'})).toMatchObject({mustAgreeAgain: false, current: '1'})
    expect(await client.consent(first.recordId)).toMatchObject({index: first.index, isErased: false})
    expect((await client.receipt(first.recordId)).kind).toBe('signed-consent-receipt')
    expect(await client.proof(first.recordId)).toContain(`index ${first.index}`)
    await client.withdraw(first.recordId, {channel: {name: 'web'}, personal: {subject: 'account-c'}})
    expect(await client.standing('account-c', 'terms')).toMatchObject({mustAgreeAgain: true, reasons: [{code: 'withdrawn'}]})
    expect((await client.erase('account-c')).erased).toBe(2)
  })

  it('says what the server refused', async () => {
    const {consentMetadata} = await client.text('terms', '1')
    const strange = acceptance({...consentMetadata, treeSha256: 'f'.repeat(64)}, 'account-c')
    const refusal = await client.recordConsent(strange).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({status: 422, problem: 'consent-refused', pointer: '/shown/treeSha256'})
    const nobody = createClient({url: address})
    await expect(nobody.standing('account-c', 'terms')).rejects.toMatchObject({status: 401, problem: 'unauthenticated'})
    await expect(client.agreement('../etc')).rejects.toMatchObject({status: 404})
  })

  it('gives up where nobody answers', async () => {
    const nowhere = createClient({url: 'http://127.0.0.1:9', timeout: 500})
    await expect(nowhere.agreements()).rejects.not.toBeInstanceOf(ProblemError)
  })

  it('asks what the OpenAPI document describes, and all of it but what is for operators', async () => {
    const {paths} = (await made.server.inject('/openapi.json')).json<{
      paths: Record<string, Record<string, {parameters?: {name: string; in: string}[]}>>
    }>()
    for (const {method, route, query} of asked.filter((one) => one.route !== '/openapi.json')) {
      const operation = paths[route]?.[method.toLowerCase()]
      expect([method, route, operation !== undefined]).toEqual([method, route, true])
      const known = operation?.parameters?.filter((parameter) => parameter.in === 'query').map(({name}) => name) ?? []
      for (const name of query) expect(known).toContain(name)
    }
    const covered = new Set(asked.map(({method, route}) => `${method} ${route}`))
    const left = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'head' && path.startsWith('/v1/'))
        .map((method) => `${method.toUpperCase()} ${path}`)
        .filter((operation) => !covered.has(operation)),
    )
    expect(left.filter((operation) => !/\/v1\/(?:log|webhooks)\b/.test(operation)).sort()).toEqual([
      'GET /v1/agreements/{id}/versions/{version}/clauses/{clause}',
      'GET /v1/agreements/{id}/versions/{version}/manifest',
    ])
  })

  it('is logged by method, route, status and time, and nothing personal', () => {
    const [listening, ...lines] = logged
    expect(listening).toContain('Server listening')
    expect(lines.length).toBe(asked.length)
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({method: 'GET', route: '/v1/agreements', status: 200, ms: expect.any(Number)})
    for (const line of lines) expect(line).not.toMatch(/account-c|every-scope|127\.0\.0\.1|locale=/)
  })

  it('runs in browsers: its files import one another and nothing else', () => {
    const folder = join(root, 'lib/client')
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.js')))
      for (const [, from] of readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import) ?\(?'([^']+)'/g))
        expect([name, from]).toEqual([name, expect.stringMatching(/^\.\/[a-z-]+\.js$/)])
  })
})
