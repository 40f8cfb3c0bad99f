import {dirname} from 'node:path'
import {describe, expect, it} from 'vitest'
import {type Agreement, type Clause, carryClauseIds, compile, flattenClauses, headingText, ownText} from '../src/compiler/index.ts'
import {realSources} from './support/sources.ts'

/** True versions of real agreements with the ones before them. */
const histories = realSources().filter(([name]) => name.startsWith('history'))
const pairs = histories.flatMap(([name, source], index) => {
  const [before, earlier] = histories[index - 1] ?? ['', '']
  return dirname(before) === dirname(name) ? [{name, from: agreementOf(earlier), to: agreementOf(source)}] : []
})

function agreementOf(source: string): Agreement {
  const [compiled] = compile(source)
  if (!compiled) throw new Error('no agreement')
  return compiled.agreement
}

/** Words and pairs of neighbouring Han characters, with how often each occurs. */
function featuresOf(clause: Clause): Map<string, number> {
  const text = ownText(clause) || headingText(clause.heading)
  const counts = new Map<string, number>()
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    const isHan = /\p{Script=Han}/u.test(run)
    const features = isHan ? [...run].map((character, index) => run.charAt(index - 1) + character) : [run]
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  return counts
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const shared = [...a].reduce((sum, [feature, count]) => sum + Math.min(count, b.get(feature) ?? 0), 0)
  return size(a) + size(b) === 0 ? 0 : (2 * shared) / (size(a) + size(b))
}

/** Best mutual partners over all clauses, by likeness of at least 0.6 and 0.12 better than the next: no order, no labels, no hashes. */
function clearPairs(from: readonly Clause[], to: readonly Clause[]): {readonly from: string; readonly to: string}[] {
  const [left, right] = [from.map(featuresOf), to.map(featuresOf)]
  const scores = left.map((a) => right.map((b) => dice(a, b)))
  const best = (list: readonly number[]) => {
    const [first = 0, second = 0] = [...list].sort((x, y) => y - x)
    return first >= 0.6 && first - second >= 0.12 ? list.indexOf(first) : -1
  }
  const bestOfTo = to.map((_, j) => best(scores.map((row) => row[j] ?? 0)))
  return from.flatMap((clause, i) => {
    const j = best(scores[i] ?? [])
    const partner = to[j]
    return partner && bestOfTo[j] === i ? [{from: clause.path, to: partner.path}] : []
  })
}

describe.skipIf(pairs.length === 0)('clauses of real histories', () => {
  it('have the partner that a comparison of all with all gives them', () => {
    let count = 0
    const wrong = pairs.flatMap(({name, from, to}) => {
      const clauses = flattenClauses(from)
      const carried = carryClauseIds({agreement: from, ids: new Map(clauses.map(({path}) => [path, path]))}, to, () => 'new')
      const clear = clearPairs(clauses, flattenClauses(to))
      count += clear.length
      return clear.flatMap((pair) =>
        carried.get(pair.to) === pair.from ? [] : [`${name}: ${pair.from} → ${pair.to}, told ${carried.get(pair.to)}`],
      )
    })
    expect(count).toBeGreaterThan(500)
    expect(wrong.length <= count / 100 ? [] : wrong).toEqual([])
  })
})
