import type {FastifyInstance} from 'fastify'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {PdfPrinter} from '../src/index.ts'
import {openChromiumPrinter} from '../src/io/index.ts'
import {publishText} from './support/publish-text.ts'
import {type TestServer, testServer} from './support/test-server.ts'

let made: TestServer
let server: FastifyInstance
let closePrinter: () => Promise<void>
let printed = 0

beforeAll(async () => {
  const printer = await openChromiumPrinter({pages: 2})
  const countingPrinter: PdfPrinter = {
    print: (html) => {
      printed += 1
      return printer.print(html)
    },
    close: printer.close,
  }
  made = await testServer({openPrinter: async () => countingPrinter, requestsPerMinute: 20})
  ;({server} = made)
  closePrinter = printer.close
})
afterAll(async () => {
  await made.close()
  await closePrinter()
})

describe('what was never rendered', () => {
  it('is printed once, however many ask for it at the same time', async () => {
    for (const url of ['/v1/agreements/terms/versions/1.pdf?locale=en', '/v1/agreements/terms/diff?from=1&to=2&locale=en&form=pdf']) {
      printed = 0
      const answers = await Promise.all(Array.from({length: 8}, () => server.inject(url)))
      expect(answers.map(({statusCode}) => statusCode)).toEqual(Array.from({length: 8}, () => 200))
      expect(printed).toBe(1)
      const [first] = answers
      for (const {rawPayload} of answers) expect(rawPayload).toEqual(first?.rawPayload)
      expect(first?.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })
})

describe('what is kept', () => {
  it('is answered by the same headers and bytes each time, whole, in part, or not at all', async () => {
    const address = await server.listen({host: '127.0.0.1', port: 0})
    const url = `${address}/v1/agreements/terms/versions/2?locale=en`
    const ask = async (headers: Record<string, string> = {}, method = 'GET') => {
      const answer = await fetch(url, {method, headers: {accept: 'text/html', ...headers}})
      const {date, 'x-request-id': id, connection: _, 'keep-alive': __, ...rest} = Object.fromEntries(answer.headers)
      expect([date, id]).not.toContain(undefined)
      return {status: answer.status, headers: rest, id, body: Buffer.from(await answer.arrayBuffer())}
    }
    await ask({}, 'HEAD')
    await ask({}, 'HEAD')
    const answers = [await ask(), await ask(), await ask()]
    expect(new Set(answers.map(({id}) => id)).size).toBe(3)
    const [whole] = answers
    for (const {id: _, ...answer} of answers) expect(answer).toEqual({status: 200, headers: whole?.headers, body: whole?.body})
    expect(whole?.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-language': 'en',
      'content-length': String(whole?.body.length),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      link: '</v1/agreements/terms/versions>; rel="version-history"',
    })
    const head = await ask({}, 'HEAD')
    expect([head.headers, head.body.length]).toEqual([whole?.headers, 0])
    expect((await ask({'if-none-match': whole?.headers.etag ?? ''})).status).toBe(304)
    expect((await ask({range: 'bytes=0-9'})).body).toEqual(whole?.body.subarray(0, 10))
    expect((await fetch(url, {method: 'POST', headers: {accept: 'text/html'}})).status).toBe(405)
    const metrics = await (await fetch(`${address}/metrics`)).text()
    expect(metrics).toMatch(/_count\{method="GET",route="\/v1\/agreements\/:id\/versions\/:version",status="200"\} (?:[4-9]|\d\d)/)
  })
})

describe('a version that is published while the server runs', () => {
  it('is seen soon after', async () => {
    const before = (await made.archive.agreement('terms'))?.history.length ?? 0
    const source = await made.store.source('2', 'zh-CN')
    const plan = await publishText(made.store, {'zh-CN': source.replace('二百元', '三百元')}, {version: '3', effectiveAt: '2027-02-01'})
    expect(plan.refusals).toEqual([])
    await expect.poll(async () => (await made.archive.agreement('terms'))?.history.length, {timeout: 5000}).toBe(before + 1)
  })
})

describe('what costs work', () => {
  it('counts against the limit of an address, and what is kept does not', async () => {
    const kept = '/v1/agreements/terms/versions/1.pdf?locale=en'
    expect((await server.inject(kept)).statusCode).toBe(200)
    const limited = []
    for (let count = 0; count < 40; count += 1) limited.push(await server.inject('/v1/agreements/terms/diff?from=1&to=current&locale=en'))
    expect(limited.at(-1)?.statusCode).toBe(429)
    expect(limited.at(-1)?.headers['retry-after']).toBeDefined()
    const again = await server.inject(kept)
    expect(again.statusCode).toBe(200)
    expect(again.headers['ratelimit-limit']).toBeUndefined()
  })
})
