// Comparing two versions from their parsed trees, against what compares texts: jsdiff, diff-match-patch, git and, where it is installed, wikidiff2.
// Processor time of this process; wall time for the programs, their start included. A peer that takes longer than its limit is given up.
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {diffLines, diffWords} from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import {analyze} from '../../lib/compiler/analyze/index.js'
import {compareAgreements} from '../../lib/compiler/diff/index.js'
import {parse} from '../../lib/compiler/parse/index.js'
import {generatedVersions, SCENARIOS} from './generated-agreements.mjs'
import {median} from './measure.mjs'
import {historyPairs} from './sources.mjs'

/** Milliseconds after which a peer is given up. */
const LIMIT = {short: 500, long: 10_000}
/** Clauses up to which the peers run; they are far over the limit beyond. */
const MOST_FOR_PEERS = {short: 1000, long: 10_000}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

export function run({isShort}) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-bench-'))
  const peers = peersIn(folder, isShort ? LIMIT.short : LIMIT.long)
  console.log(`  peers: ${Object.keys(peers).join(', ')}${hasWikidiff2() ? '' : '; wikidiff2 is not installed'}`)
  try {
    overHistories(peers, isShort)
    overSizes(peers, isShort)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** Median and 95th percentile over the true versions of real agreements, where they are. */
function overHistories(peers, isShort) {
  const pairs = historyPairs()
  if (pairs.length === 0) return console.log('  no histories beside the project')
  const trees = pairs.map(([from, to]) => [version(from), version(to)])
  const ours = trees.map(([from, to]) => timed(() => compareAgreements(from, to), isShort ? 3 : 9))
  console.log(`  ${pairs.length} pairs of real versions             median ms      95 %   peer ÷ ours: median, 95 %`)
  row('proviso, from trees', ours, ours)
  for (const [name, peer] of Object.entries(peers))
    row(
      name,
      pairs.map((pair) => peer(...pair)),
      ours,
    )
}

function row(name, times, ours) {
  const ratios = times.map((time, index) => time / ours[index])
  const numbers = [
    median(times).toFixed(2),
    percentile(times, 0.95).toFixed(2),
    median(ratios).toFixed(1),
    percentile(ratios, 0.95).toFixed(1),
  ]
  console.log(`  ${name.padEnd(36)} ${numbers.map((number) => number.padStart(10)).join(' ')}`)
}

/** Time, growth and memory over generated agreements: memory with what nobody needs any more, and what the diff itself keeps. */
function overSizes(peers, isShort) {
  const sizes = isShort ? [100, 1000] : [100, 1000, 10_000, 100_000]
  for (const language of ['zh', 'en'])
    for (const scenario of SCENARIOS) {
      let last
      for (const size of sizes) {
        const [from, to] = generatedVersions(language, size, scenario)
        const [old, now] = [version(from), version(to)]
        collectGarbage()
        const before = usedMemory()
        const diff = compareAgreements(old, now)
        const input = 2 * (from.length + to.length)
        const used = (usedMemory() - before) / input
        const time = timed(() => compareAgreements(old, now), size > 10_000 ? 1 : 3)
        collectGarbage()
        const kept = (usedMemory() - before) / input
        const growth = last === undefined ? '' : `growth n^${(Math.log(time / last.time) / Math.log(size / last.size)).toFixed(2)}`
        last = {time, size}
        const others =
          size <= (isShort ? MOST_FOR_PEERS.short : MOST_FOR_PEERS.long)
            ? Object.entries(peers).map(([name, peer]) => `${name} ×${(peer(from, to) / time).toFixed(1)}`)
            : []
        console.log(
          `  ${language} ${scenario.padEnd(12)} ${String(size).padStart(6)} clauses ${time.toFixed(1).padStart(8)} ms  memory ÷ input ${used.toFixed(1).padStart(5)}, kept ${kept.toFixed(1).padStart(4)}  ${growth.padEnd(13)} ${diff.changes.length} changes  ${others.join('  ')}`,
        )
      }
    }
}

function version(source) {
  const [{agreement}] = parse(source).agreements
  return {agreement, facts: analyze(agreement)}
}

/** Bytes of objects, and of typed arrays beside them. */
function usedMemory() {
  const {heapUsed, external} = process.memoryUsage()
  return heapUsed + external
}

/** Median processor milliseconds. */
function timed(work, rounds) {
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    work()
    const {user, system} = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return median(times)
}

function percentile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
}

/** Contenders that take two texts and give the milliseconds they took. */
function peersIn(folder, limit) {
  const files = (from, to) => {
    const paths = [join(folder, 'from.md'), join(folder, 'to.md')]
    writeFileSync(paths[0], from)
    writeFileSync(paths[1], to)
    return paths
  }
  const program = (command, args) => {
    const start = performance.now()
    spawnSync(command, args, {timeout: limit, stdio: 'ignore'})
    return performance.now() - start
  }
  const peers = {
    'jsdiff diffWords': (from, to) => timed(() => diffWords(from, to, {timeout: limit}), 1),
    'jsdiff diffLines': (from, to) => timed(() => diffLines(from, to, {timeout: limit}), 1),
    'diff-match-patch': (from, to) =>
      timed(() => {
        const engine = new DiffMatchPatch()
        engine.Diff_Timeout = limit / 1000
        engine.diff_cleanupSemantic(engine.diff_main(from, to))
      }, 1),
    'git --word-diff': (from, to) => program('git', ['diff', '--no-index', '--word-diff', ...files(from, to)]),
  }
  if (!hasWikidiff2()) return peers
  const script = 'wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2);'
  return {...peers, wikidiff2: (from, to) => program('php', ['-r', script, ...files(from, to)])}
}

function hasWikidiff2() {
  try {
    return execFileSync('php', ['-m'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).includes('wikidiff2')
  } catch {
    return false
  }
}
