import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {compile} from '../src/compiler/index.ts'

type Phrases = Readonly<Record<string, {limiting: readonly string[]; other: readonly string[]}>>

const PREAMBLES: Readonly<Record<string, string>> = {
  'zh-CN': '# 服务协议\n\n本协议由云帆科技有限公司（以下简称“云帆”、“本公司”或“我们”）与您订立。\n\n## 一、约定\n\n1.1 ',
  en: '# Service Agreement\n\nThis Agreement is between Nimbus Ltd ("Nimbus", "we") and you.\n\n## 1. Terms\n\n1.1 ',
}

/** The kinds by which a sentence limits the reader. */
function kindsOf(sentence: string, locale: string): string[] {
  return compile(`${PREAMBLES[locale]}${sentence}\n`, {locale})
    .flatMap(({facts}) => facts.limitations)
    .filter(({path, benefits}) => path === '1.1' && benefits === 'provider')
    .map(({kind}) => kind)
}

describe.each(Object.keys(PREAMBLES))('limitations in %s', (locale) => {
  const phrases = parseYaml(readFileSync(new URL(`fixtures/limitations/${locale}.yaml`, import.meta.url), 'utf8')) as Phrases
  describe.each(Object.entries(phrases))('%s', (kind, {limiting, other}) => {
    it.each(limiting)('is in: %s', (sentence) => {
      expect(kindsOf(sentence, locale)).toContain(kind)
    })
    it.each(other)('is not in: %s', (sentence) => {
      expect(kindsOf(sentence, locale)).not.toContain(kind)
    })
  })
})

describe('a limiting sentence is conspicuous', () => {
  it.each([
    ['in capitals beside a plain one', 'You pay monthly. NIMBUS IS NOT LIABLE FOR ANY LOSS OF PROFIT.', 'full'],
    ['in bold', 'You pay monthly. **Nimbus is not liable for any loss of profit.**', 'full'],
    ['in bold for a part', 'Nimbus is not liable for **any loss** of profit.', 'partial'],
    ['not where the plain one beside it is bold', '**You pay monthly.** Nimbus is not liable for any loss of profit.', 'none'],
  ])('%s', (_, text, conspicuous) => {
    const [compiled] = compile(`${PREAMBLES.en}${text}\n`, {locale: 'en'})
    expect(compiled?.facts.limitations.find(({kind}) => kind === 'exclusion-of-liability')).toMatchObject({conspicuous})
  })
})
