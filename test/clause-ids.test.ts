import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {assignClauseIds, flattenClauses, readSource} from '../src/compiler/index.ts'
import {agreementSources} from './support/sources.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const zh = '# 协议\n\n一、服务\n\n1.1 甲方提供短信服务。\n\n1.2 乙方每月支付100元。\n\n二、终止\n\n2.1 任何一方可以提前30日通知终止。\n'
const en =
  '# Agreement\n\n1. Service\n\n1.1 The provider offers a text message service.\n\n1.2 The customer pays CNY 100 a month.\n\n2. End\n\n2.1 Either party may end the agreement with 30 days of notice.\n'
const zhLater =
  '# 协议\n\n一、定义\n\n1.1 “短信”指文本消息。\n\n二、服务\n\n2.1 甲方提供短信服务。\n\n2.2 乙方每月支付120元。\n\n三、终止\n\n3.1 任何一方可以提前30日通知终止。\n'
const enLater =
  '# Agreement\n\n1. Terms\n\n1.1 A “message” is a text.\n\n2. Service\n\n2.1 The provider offers a text message service.\n\n2.2 The customer pays CNY 120 a month.\n\n3. End\n\n3.1 Either party may end the agreement with 30 days of notice.\n'

describe('permanent clause ids', () => {
  const first = ids(1, [zh, en])
  const later = ids(2, [zhLater, enLater], {texts: [zh, en], clauseIds: first})

  it('are short, unique in a language, and the same for the same history', () => {
    for (const own of Object.values(first)) {
      expect(Object.values(own).every((id) => /^c[0-9a-hjkmnp-tv-z]{8}$/.test(id))).toBe(true)
      expect(new Set(Object.values(own)).size).toBe(Object.keys(own).length)
    }
    expect(ids(1, [zh, en])).toEqual(first)
    expect(ids(2, [zhLater, enLater], {texts: [zh, en], clauseIds: first})).toEqual(later)
  })

  it('are those of the clauses that a translation translates', () => {
    expect(first.en).toEqual(first['zh-CN'])
    expect(later.en).toEqual(later['zh-CN'])
  })

  it('stay with a clause whatever its number and wording become', () => {
    const [old = {}, now = {}] = [first['zh-CN'], later['zh-CN']]
    expect([now['2'], now['2.1'], now['2.2'], now['3'], now['3.1']]).toEqual([old['1'], old['1.1'], old['1.2'], old['2'], old['2.1']])
  })

  it('are new for new clauses, and not those of removed ones', () => {
    const used = new Set(Object.values(first['zh-CN'] ?? {}))
    expect([later['zh-CN']?.['1'], later['zh-CN']?.['1.1']].some((id) => id !== undefined && used.has(id))).toBe(false)
    const back = ids(3, [zh, en], {texts: [zhLater, enLater], clauseIds: later})
    expect(back).toEqual(first)
  })

  it('belong to a clause that only a translation has, from version to version', () => {
    const note = `${en}\n3. Language\n\n3.1 This is a translation; the Chinese text decides.\n`
    const alone = ids(1, [zh, note])
    const own = alone.en?.['3.1']
    expect(own).toBeDefined()
    expect(Object.values(alone['zh-CN'] ?? {})).not.toContain(own)
    const next = ids(2, [zh, note.replace('decides', 'prevails')], {texts: [zh, note], clauseIds: alone})
    expect(next.en?.['3.1']).toBe(own)
  })

  it('are given once in the history of an agreement, even if a hash came twice', () => {
    const taken = new Set(Object.values(first['zh-CN'] ?? {}))
    const clash = assignClauseIds(textsOf([zh]), {agreement: 'terms', sequence: 1, taken, sha256})
    expect(Object.values(clash['zh-CN'] ?? {}).some((id) => taken.has(id))).toBe(false)
  })

  it('name every clause of the samples', () => {
    for (const [name, source] of agreementSources()) {
      const [text] = readSource(source)
      if (!text) continue
      const own = assignClauseIds([text], {agreement: name, sequence: 1, taken: new Set(), sha256})[text.agreement.locale] ?? {}
      expect(Object.keys(own).sort()).toEqual(
        flattenClauses(text.agreement)
          .map(({path}) => path)
          .sort(),
      )
    }
  })
})

function ids(
  sequence: number,
  sources: readonly string[],
  previous?: {readonly texts: readonly string[]; readonly clauseIds: Record<string, Record<string, string>>},
): Record<string, Record<string, string>> {
  return assignClauseIds(textsOf(sources), {
    agreement: 'terms',
    sequence,
    taken: new Set(Object.values(previous?.clauseIds ?? {}).flatMap((own) => Object.values(own))),
    ...(previous ? {previous: {texts: textsOf(previous.texts), clauseIds: previous.clauseIds}} : {}),
    sha256,
  })
}

function textsOf(sources: readonly string[]): ReturnType<typeof readSource> {
  return sources.flatMap((source, index) => readSource(source, index === 0 ? 'zh-CN' : 'en').slice(0, 1))
}
