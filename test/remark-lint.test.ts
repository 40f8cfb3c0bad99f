import remarkParse from 'remark-parse'
import {type PluggableList, unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {lintRules} from '../src/index.ts'
import preset, {remarkLintRule} from '../src/remark-lint/index.ts'

const lint = async (source: string, plugins: PluggableList = preset.plugins ?? []) => {
  const file = new VFile(source)
  const processor = unified().use(remarkParse).use(plugins)
  await processor.run(processor.parse(file), file)
  return file.messages
}

describe('the preset for remark-lint', () => {
  it.each(lintRules.map((rule) => [rule.id, rule] as const))('reports %s as the command line does', async (id, rule) => {
    const found = (await lint(rule.failing)).filter(({ruleId}) => ruleId === id)
    expect(found.length).toBeGreaterThan(0)
    for (const message of found) {
      expect(message.source).toBe('proviso')
      expect(message.line).toBeGreaterThan(0)
      expect(message.url).toBe(`docs/diagnostics.md#${id}`)
    }
    expect((await lint(rule.passing)).filter(({ruleId}) => ruleId === id)).toEqual([])
  })

  it('offers safe fixes to editors', async () => {
    const [message] = (await lint('# 协议\n\n## 一、甲\n\n1.1 甲方提供服务,乙方付款。\n')).filter(
      ({ruleId}) => ruleId === 'halfwidth-punctuation',
    )
    expect(message?.actual).toBe(',')
    expect(message?.expected).toEqual(['，'])
  })

  it('lets each rule be switched and graded alone', async () => {
    const [rule] = lintRules
    if (!rule) throw new Error('no rules')
    expect(await lint(rule.failing, [[remarkLintRule(rule), false]])).toEqual([])
    const [message] = await lint(rule.failing, [[remarkLintRule(rule), ['error']]])
    expect(message?.fatal).toBe(true)
  })
})
