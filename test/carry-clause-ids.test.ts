import {describe, expect, it} from 'vitest'
import {type Agreement, carryClauseIds, compile, flattenClauses} from '../src/compiler/index.ts'
import {chance, Mutant, OPERATIONS} from './support/mutate.ts'
import {agreementSources} from './support/sources.ts'

/** Gives `new-1`, `new-2`, … */
function counter(): () => string {
  let last = 0
  return () => {
    last += 1
    return `new-${last}`
  }
}

function parsed(source: string): Agreement {
  const [compiled] = compile(source)
  if (!compiled) throw new Error('no agreement')
  return compiled.agreement
}

/** Ids of the later version where the clauses of the earlier one are named by their paths. */
function carried(before: string, after: string): Record<string, string> {
  const from = parsed(before)
  const ids = new Map(flattenClauses(from).map(({path}) => [path, `was-${path}`]))
  return Object.fromEntries(carryClauseIds({agreement: from, ids}, parsed(after), counter()))
}

const BEFORE = `# 存储服务协议

第一条 甲方应当按月支付存储费用，逾期支付的按日加收滞纳金。

第二条 乙方应当保证数据至少保存三份，并且存放在两个以上的机房。乙方每年应当进行一次恢复演练，演练报告在控制台公布。

第三条 任何一方解除协议的，应当提前三十日书面通知对方。
`

describe('permanent ids of clauses', () => {
  it('are all new for the first version', () => {
    expect(Object.fromEntries(carryClauseIds(undefined, parsed(BEFORE), counter()))).toEqual({1: 'new-1', 2: 'new-2', 3: 'new-3'})
  })

  it('stay with clauses that move and are numbered anew, and with those that are edited', () => {
    const after = `# 存储服务协议

第一条 任何一方解除协议的，应当提前六十日书面通知对方。

第二条 甲方应当按月支付存储费用，逾期支付的按日加收滞纳金。

第三条 争议由被告住所地的人民法院管辖。

第四条 乙方应当保证数据至少保存三份，并且存放在两个以上的机房。乙方每年应当进行一次恢复演练，演练报告在控制台公布。
`
    expect(carried(BEFORE, after)).toEqual({1: 'was-3', 2: 'was-1', 3: 'new-1', 4: 'was-2'})
  })

  it('stay with one part of a clause that is split', () => {
    const after = BEFORE.replace('。乙方每年', '。\n\n第三条 乙方每年').replace('第三条 任何', '第四条 任何')
    expect(carried(BEFORE, after)).toEqual({1: 'was-1', 2: 'was-2', 3: 'new-1', 4: 'was-3'})
  })

  it('stay with the heavier of two clauses that are merged', () => {
    const after = BEFORE.replace('\n\n第三条 任何', '任何')
    expect(carried(BEFORE, after)).toEqual({1: 'was-1', 2: 'was-2'})
  })

  it('are never given twice, and follow what was done to real agreements', () => {
    let [right, all] = [0, 0]
    agreementSources().forEach(([, source], index) => {
      for (let round = 0; round < 6; round += 1) {
        const random = chance(index * 100 + round)
        const mutant = new Mutant(parsed(source), [], random)
        const before = mutant.agreement()
        const idsBefore = new Map([...mutant.ids()].map(([path, id]) => [path, String(id)]))
        for (let step = 0; step < 10; step += 1)
          mutant.apply(OPERATIONS.filter((name) => name !== 'insert' && name !== 'replace')[random(13)] ?? 'edit')
        const ids = carryClauseIds({agreement: before, ids: idsBefore}, mutant.agreement(), counter())
        expect(new Set(ids.values()).size).toBe(ids.size)
        const parted = new Set(
          mutant.mutations
            .filter(({operation}) => operation === 'merge' || operation === 'split')
            .flatMap(({from, to}) => [...from, ...to]),
        )
        const known = new Set(idsBefore.values())
        for (const [path, id] of mutant.ids()) {
          if (parted.has(id)) continue
          all += 1
          const kept = ids.get(path) ?? ''
          right += known.has(String(id)) ? Number(kept === String(id)) : Number(kept.startsWith('new-'))
        }
      }
    })
    expect(right / all).toBeGreaterThan(0.995)
  })
})
