// A cached clause diff over HTTP against Fastify that serves the same bytes, and what an uncached diff costs; all on loopback.

import {performance} from 'node:perf_hooks'
import fastify from 'fastify'
import {compareAgreements, readSource, toDiffDocument} from '../../lib/index.js'
import {sha256} from '../../lib/io/index.js'
import {createServer} from '../../lib/server/index.js'
import {loadGenerator} from './http-load.mjs'
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
  const rounds = isShort ? 9 : 21
  const all = Object.fromEntries(Object.keys(addresses).map((name) => [name, {rates: [], costs: [], times: []}]))
  const {load, stop} = loadGenerator()
  for (let round = -1; round < rounds; round += 1)
    for (const [name, address] of Object.entries(addresses)) {
      const before = process.cpuUsage()
      const {rate, times: answered} = await load(address, {count: isShort ? 500 : 2000, connections: 16})
      const {user, system} = process.cpuUsage(before)
      if (round < 0) continue
      all[name].rates.push(rate)
      all[name].costs.push((user + system) / answered.length)
      all[name].times.push(...answered)
    }
  stop()
  const [bareRates, rates] = Object.values(all).map((one) => one.rates)
  for (const [name, {rates: own, costs, times: answered}] of Object.entries(all)) {
    const sorted = answered.sort((a, b) => a - b)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]?.toFixed(1))
    console.log(
      `  ${name.padEnd(26)} ${median(own).toFixed(0).padStart(6)} /s   ${median(costs).toFixed(0).padStart(4)} µs of CPU   p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`,
    )
  }
  console.log(
    `  cached clause diff: ratio of medians ${(median(rates) / median(bareRates)).toFixed(2)}, median of ratios ${median(rates.map((rate, round) => rate / bareRates[round])).toFixed(2)} (aim: 0.70 or more)`,
  )
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
