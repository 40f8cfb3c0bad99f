import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {compile, consentMetadata} from '../src/compiler/index.ts'

const SOURCE = `# 示例服务协议

**<u>提示：请您先阅读加粗的条款。</u>**

## 一、责任

1.1 **<u>{{name}}不对间接损失承担任何责任。</u>**

1.2 我们每月提供账单。

1.3 我们不对利润损失承担任何责任。
`
const version = {agreement: 'sample', title: '示例', version: '2.0.0', effectiveAt: '2027-01-01T00:00:00+08:00'}
const hashes = {sourceSha256: 'a'.repeat(64), treeSha256: 'b'.repeat(64), parametersSha256: 'c'.repeat(64)}

describe('consent-record metadata', () => {
  it('name the text, and the clauses that stand out with kinds, marks and hashes of their words', () => {
    expect(metadata({'1.1': 'k7'})).toEqual({
      schemaVersion: 1,
      ...version,
      title: '示例服务协议',
      locale: 'zh-CN',
      ...hashes,
      conspicuousClauses: [
        {path: '0.p1', kinds: [], marks: ['bold', 'underline'], textSha256: sha256('提示：请您先阅读加粗的条款。')},
        {
          id: 'k7',
          path: '1.1',
          kinds: expect.arrayContaining(['indirect-damages-exclusion']),
          marks: ['bold', 'underline'],
          textSha256: sha256('示例科技不对间接损失承担任何责任。'),
        },
      ],
    })
  })

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(metadata({})))).toEqual(metadata({}))
  })
})

function metadata(clauseIds: Record<string, string>) {
  const [compiled] = compile(SOURCE, {locale: 'zh-CN', parameters: {name: '示例科技'}})
  if (!compiled) throw new Error('no agreement')
  return consentMetadata(compiled.agreement, compiled.facts, {...version, ...hashes, clauseIds}, sha256)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
