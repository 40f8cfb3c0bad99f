// A cached clause diff over HTTP against Fastify that serves the same bytes, and what an uncached diff costs; all on loopback.

import {Agent, request} from 'node:http'
import {performance} from 'node:perf_hooks'
import fastify from 'fastify'
import {compareAgreements, readSource, toDiffDocument} from '../../lib/index.js'
import {sha256} from '../../lib/io/index.js'
import {createServer} from '../../lib/server/index.js'
import {median} from './measure.mjs'
import {nineRealPages} from './sources.mjs'

export async function run({isShort}) {
  const {name, text: source} = nineRealPages()
  const later = source.replace(/(\d+)天/g, (_, days) => `${Number(days) + 1}天`).replace(/应当/g, '应')
  const [from, to] = [source, later].map((text) => readSource(text, 'zh-CN')[0])
  const times = Array.from({length: isShort ? 15 : 51}, () => {
    const start = performance.now()
    JSON.stringify(toDiffDocument(compareAgreements(from, to)))
    return performance.now() - start
  })
  console.log(`  uncached diff of ${name}, serialised           ${median(times).toFixed(1).padStart(8)} ms (target 50)`)

  const body = Buffer.from(JSON.stringify(toDiffDocument(compareAgreements(from, to))))
  const bare = fastify()
  bare.get('/diff', (_, reply) => reply.type('application/json; charset=utf-8').send(body))
  const served = await createServer(services(source, later), {
    site: {name: 'Bench', url: 'http://localhost'},
    requestsPerMinute: 10_000_000,
    version: 'bench',
  })
  const addresses = {
    'Fastify, the same bytes': `${await bare.listen({host: '127.0.0.1', port: 0})}/diff`,
    'cached clause diff': `${await served.listen({host: '127.0.0.1', port: 0})}/v1/agreements/bench/diff?from=1&to=2`,
  }
  const rounds = isShort ? 5 : 11
  const rates = Object.fromEntries(Object.keys(addresses).map((name) => [name, []]))
  const latencies = []
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, address] of Object.entries(addresses)) {
      const {rate, times: answered} = await load(address, {count: isShort ? 400 : 2000, connections: 16})
      if (round === 0) continue
      rates[name].push(rate)
      if (name === 'cached clause diff') latencies.push(...answered)
    }
  const base = median(rates['Fastify, the same bytes'])
  for (const [name, all] of Object.entries(rates))
    console.log(`  ${name.padEnd(46)}  ${median(all).toFixed(0).padStart(8)} /s  × ${(median(all) / base).toFixed(2)}`)
  latencies.sort((a, b) => a - b)
  const at = (share) => latencies[Math.floor(latencies.length * share)]?.toFixed(1)
  console.log(`  latency of cached diffs: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`)
  await bare.close()
  await served.close()
}

/** An archive of two versions in memory. */
function services(source, later) {
  const texts = [source, later].map((text, index) => {
    const [frozen] = readSource(text, 'zh-CN')
    const digits = Buffer.from(sha256(text)).toString('hex')
    const manifest = {
      version: String(index + 1),
      sequence: index + 1,
      effectiveAt: `2026-01-0${index + 1}T00:00:00+08:00`,
      locales: [{locale: 'zh-CN'}],
    }
    return {
      agreement: 'bench',
      version: {manifest, manifestSha256: digits},
      locale: 'zh-CN',
      source: text,
      sourceSha256: digits,
      treeSha256: digits,
      frozen,
      ids: new Map(),
    }
  })
  const agreement = {id: 'bench', settings: {timeZone: 'Asia/Shanghai'}, history: texts.map(({version}) => version)}
  return {
    archive: {
      agreements: async () => [agreement],
      agreement: async () => agreement,
      text: async (_, version) => texts.find(({version: {manifest}}) => manifest.version === version),
      notice: async () => undefined,
    },
    renditions: {text: async () => undefined, redline: async () => undefined},
    now: () => new Date().toISOString(),
    newId: () => '0',
    sha256,
  }
}

function load(address, {count, connections}) {
  const agent = new Agent({keepAlive: true, maxSockets: connections})
  const times = []
  const one = () =>
    new Promise((done, fail) => {
      const start = performance.now()
      request(address, {agent}, (answer) => {
        answer.resume()
        answer.on('end', () => {
          times.push(performance.now() - start)
          done()
        })
      })
        .on('error', fail)
        .end()
    })
  return (async () => {
    const start = performance.now()
    let left = count
    await Promise.all(
      Array.from({length: connections}, async () => {
        while (left > 0) {
          left -= 1
          await one()
        }
      }),
    )
    agent.destroy()
    return {rate: (count / (performance.now() - start)) * 1000, times}
  })()
}
