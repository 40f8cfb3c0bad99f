import {randomUUID} from 'node:crypto'
import {connect} from 'node:net'
import fc from 'fast-check'
import type {FastifyInstance, InjectOptions} from 'fastify'
import {Value} from 'typebox/value'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {type TestServer, testServer} from './support/test-server.ts'

interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly parameters: readonly {readonly name: string; readonly in: string}[]
  readonly responses: Readonly<Record<string, {readonly content?: Readonly<Record<string, {readonly schema?: object}>>}>>
}

let made: TestServer
let server: FastifyInstance
let operations: readonly Operation[]
let schemas: Readonly<Record<string, object>>

beforeAll(async () => {
  made = await testServer()
  ;({server} = made)
  const document = (await server.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>
    components: {schemas: Record<string, object>}
  }>()
  schemas = document.components.schemas
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, {parameters = [], responses}]) =>
      method === 'head' ? [] : [{method: method.toUpperCase() as Operation['method'], path, parameters, responses}],
    ),
  )
})
afterAll(() => made.close())

const HOSTILE = [
  '../../../etc/passwd',
  '..%2f..%2fproviso.config.yaml',
  '%00',
  "' OR 1=1 --",
  '"; DROP TABLE consent_records; --',
  '<script>alert(1)</script>',
  '{{constructor}}',
  '__proto__',
  '$' + '{7*7}',
  '\r\nset-cookie: a=b',
  'a'.repeat(5000),
  '-1',
  'NaN',
  '٣',
  '2026-13-45',
  '2026-02-29T25:61:61Z',
  '9'.repeat(400),
  '%E0%A4%A',
]
const USUAL = [
  'terms',
  '1',
  '2',
  'current',
  '2026-11-15',
  'zh-CN',
  'en',
  '1.1',
  'json',
  'html',
  '1.pdf',
  'checkpoint',
  'tile/0/000',
  'tile/entries/000.p/1',
  randomUUID(),
  '50',
]
const word = fc.oneof(fc.constantFrom(...USUAL), fc.constantFrom(...HOSTILE), fc.string({unit: 'grapheme', maxLength: 40}))
const body = fc.oneof(
  fc.json({maxDepth: 4}),
  fc.constantFrom('', '{', '[]', 'null', '{"__proto__":{"a":1}}', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, '\u0000'),
)

/** A value with the schemas that it refers to, checked by the OpenAPI document's own words. */
function fits(schema: object, value: unknown): boolean {
  return (
    Value.Check(JSON.parse(JSON.stringify(schema, (key, part: unknown) => (key === '$ref' ? undefined : part))), value) &&
    inlined(schema, value)
  )
}

function inlined(schema: object, value: unknown): boolean {
  const text = JSON.stringify(schema).replace(/\{"\$ref":"#\/components\/schemas\/([^"]+)"\}/g, (_, name: string) =>
    JSON.stringify(schemas[name] ?? {}),
  )
  const again = text.replace(/\{"\$ref":"#\/components\/schemas\/([^"]+)"\}/g, (_, name: string) => JSON.stringify(schemas[name] ?? {}))
  return Value.Check(JSON.parse(again), value)
}

describe('whatever is asked', () => {
  it('is answered by what the OpenAPI document says, or by a problem; never by a failure', async () => {
    expect(operations.length).toBeGreaterThan(18)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(word, {minLength: 12, maxLength: 12}),
        body,
        fc.boolean(),
        async (pick, words, payload, isKnown) => {
          const operation = operations[pick % operations.length]
          if (!operation) return
          const at = words[Symbol.iterator]()
          const next = () => encodeURIComponent(Buffer.from(String(at.next().value ?? '')).toString())
          const path = operation.path.replace(/\{[^}]+\}/g, next)
          const query = operation.parameters
            .filter((parameter) => parameter.in === 'query')
            .filter((_, index) => (pick >> index) % 2 === 0)
            .map(({name}) => `${name}=${next()}`)
            .join('&')
          const request: InjectOptions = {
            method: operation.method,
            url: `${path}?${query}`,
            headers: {
              ...(isKnown ? {authorization: 'Bearer every-scope'} : {}),
              'idempotency-key': randomUUID(),
              ...(operation.method === 'POST' ? {'content-type': 'application/json'} : {}),
            },
            ...(operation.method === 'POST' ? {payload} : {}),
          }
          const answer = await server.inject(request)
          const type = String(answer.headers['content-type'] ?? '')
          if (answer.statusCode >= 400) {
            expect([answer.statusCode, type]).toEqual([answer.statusCode, 'application/problem+json; charset=utf-8'])
            expect([400, 401, 403, 404, 406, 409, 413, 414, 415, 422, 503]).toContain(answer.statusCode)
            if (answer.statusCode === 503) expect(answer.json<{type: string}>().type).toMatch(/#(?:store|renderer)-missing$/)
            return
          }
          const schema = operation.responses[String(answer.statusCode)]?.content?.['application/json']?.schema
          if (schema && type.startsWith('application/json') && Object.keys(schema).length > 0)
            expect([operation.path, fits(schema, answer.json())]).toEqual([operation.path, true])
        },
      ),
      {numRuns: Number(process.env.FUZZ_RUNS ?? 600)},
    )
  })

  it('leaves the store as it was, but for consents', async () => {
    expect((await made.database.consents.head()).size).toBe(0)
  })
})

describe('an attack', () => {
  const post = (options: Omit<InjectOptions, 'method' | 'url'>) =>
    server.inject({method: 'POST', url: '/v1/consents', ...options, headers: {authorization: 'Bearer every-scope', ...options.headers}})

  it.each(HOSTILE)('by %s in an address finds nothing', async (text) => {
    for (const url of [`/${text}`, `/v1/agreements/${text}`, `/v1/log/${text}`]) {
      const {statusCode, headers} = await server.inject({method: 'GET', url: encodeURI(Buffer.from(url).toString())})
      expect([400, 404, 414]).toContain(statusCode)
      expect(headers['set-cookie']).toBeUndefined()
    }
  })

  it('by a body that is too large, or is no JSON, is refused', async () => {
    const headers = {'content-type': 'application/json'}
    expect((await post({headers, payload: `"${'a'.repeat(300_000)}"`})).statusCode).toBe(413)
    expect((await post({headers, payload: '{"a":'})).statusCode).toBe(400)
    expect((await post({headers: {'content-type': 'text/xml'}, payload: '<a/>'})).statusCode).toBe(415)
  })

  it('by a body that never ends does not hold the server', async () => {
    await server.listen({host: '127.0.0.1', port: 0})
    const address = server.server.address()
    if (address === null || typeof address === 'string') throw new Error('The server does not listen')
    const slow = connect(address.port, '127.0.0.1')
    slow.write('POST /v1/consents HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{')
    const answer = await fetch(`http://127.0.0.1:${address.port}/healthz`)
    expect(answer.status).toBe(200)
    slow.destroy()
  })
})
