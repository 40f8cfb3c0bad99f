import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {checkChain, compile, lintRules, verifyVersions} from '../src/index.ts'
import {readFolder} from '../src/io/index.ts'
import {emptyStore, publishText} from './support/publish-text.ts'

const histories = join(import.meta.dirname, '../../shared/data/history')
const agreements = existsSync(histories) ? readdirSync(histories).sort() : []

describe.skipIf(agreements.length === 0)('a real history, published in order with its true dates', () => {
  it.each(agreements)('of %s is one chain, keeps its clause ids, and shows any altered byte', async (agreement) => {
    const {store, folder} = emptyStore()
    const files = readdirSync(join(histories, agreement))
      .filter((file) => readFileSync(join(histories, agreement, file), 'utf8').trim() !== '')
      .sort()
    for (const [index, file] of files.entries()) {
      const date = file.slice(0, 10)
      const source = withoutStrayMarks(readFileSync(join(histories, agreement, file), 'utf8'))
      const text = {'zh-CN': source}
      const parameters = Object.fromEntries([...source.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map(([, name = '']) => [name, '示例']))
      const texts = [{locale: 'zh-CN', name: file, source, title: agreement, provider: '提供方', parameters}]
      // The texts have faults that check reports as errors; what is tested here is how they are kept.
      const options = {agreement, version: `v${index + 1}`, announcedAt: date, effectiveAt: date, severities: OFF, texts}
      const first = await publishText(store, text, options)
      const overrides = first.refusals.filter(({canOverride}) => canOverride).map(({rule}) => ({rule, reason: '当时已按此日期发布'}))
      const plan = first.frozen ? first : await publishText(store, text, {...options, overrides})
      expect([file, plan.refusals, plan.diagnostics.filter(({severity}) => severity === 'error')]).toEqual([file, [], []])
    }
    const history = await store.history()
    expect(history.map(({manifest}) => manifest.effectiveAt.slice(0, 10))).toEqual(files.map((file) => file.slice(0, 10)))
    expect(checkChain(history)).toEqual([])
    const ids = history.map(({manifest}) => new Set(Object.values(manifest.clauseIds['zh-CN'] ?? {})))
    for (const [index, own] of ids.slice(1).entries()) expect([...own].some((id) => ids[index]?.has(id))).toBe(true)
    const whole = await readFolder(folder)
    expect(verifyVersions(whole).checks.filter(({outcome}) => outcome !== 'ok')).toEqual([])
    const last = history.at(-1)?.manifest.version
    for (const [path, bytes] of whole) {
      if (!path.startsWith(`${last}/`)) continue
      for (const share of [0.1, 0.5, 0.9]) {
        const altered = Uint8Array.from(bytes)
        const at = Math.floor(bytes.length * share)
        altered[at] = (altered[at] ?? 0) ^ 1
        expect([path, at, verifyVersions(new Map([[path, altered]])).isIntact]).toEqual([path, at, false])
      }
    }
  })
})

const OFF = Object.fromEntries(lintRules.map(({id}) => [id, 'off' as const]))

/** Marks that mark nothing are errors of reading, which no setting turns off; they are cut out as their authors would. */
function withoutStrayMarks(source: string): string {
  const stray = compile(source)
    .flatMap(({diagnostics}) => diagnostics)
    .filter(({ruleId, severity}) => severity === 'error' && !known.has(ruleId))
    .map(({position}) => [position?.start.offset ?? 0, position?.end.offset ?? 0] as const)
    .sort(([a], [b]) => b - a)
  return stray.reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), source)
}

const known = new Set(lintRules.map(({id}) => id))
