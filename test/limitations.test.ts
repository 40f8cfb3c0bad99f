import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {compile} from '../src/compiler/index.ts'

type Phrases = Readonly<Record<string, {limiting: readonly string[]; other: readonly string[]}>>

const PREAMBLES: Readonly<Record<string, string>> = {
  'zh-CN': '# 服务协议\n\n本协议由云帆科技有限公司（以下简称“云帆”、“本公司”或“我们”）与您订立。\n\n## 一、约定\n\n1.1 ',
  en: '# Service Agreement\n\nThis Agreement is between Nimbus Ltd ("Nimbus", "we") and you.\n\n## 1. Terms\n\n1.1 ',
  de: '# Allgemeine Geschäftsbedingungen\n\nDiese Bedingungen gelten zwischen der Nimbus GmbH (nachfolgend „Nimbus“ oder „wir“) und Ihnen.\n\n## 1. Regeln\n\n1.1 ',
  fr: '# Conditions générales\n\nLe présent contrat lie Nimbus SARL (ci-après « Nimbus ») et vous.\n\n## 1. Règles\n\n1.1 ',
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

describe('the members of a list are read with the words before it', () => {
  it.each([
    ['zh-CN', '违反本条的，云帆有权：', '冻结您的积分账户；', ['unilateral-suspension-or-termination']],
    ['zh-CN', '会员有权：', '随时终止服务；', []],
    ['zh-CN', '云帆有权采取下列措施：', '扣除您的赠送积分；', ['forfeiture']],
    ['en', 'If a rider breaks a rule, Nimbus may:', 'suspend their account for a week.', ['unilateral-suspension-or-termination']],
    ['en', 'Nimbus reserves the right to:', 'change these terms.', ['unilateral-modification']],
    ['en', 'We do not:', 'guarantee that a seat is free.', ['warranty-disclaimer']],
    ['en', 'We will not:', 'close your account without notice.', []],
    ['en', 'Nimbus may close any stall at once. This includes:', 'stalls that sell fireworks.', []],
    [
      'en',
      'Nimbus may terminate the agreement at once. This includes cases of:',
      'two unpaid invoices.',
      ['unilateral-suspension-or-termination'],
    ],
    ['en', 'You may not:', 'remove content of others.', []],
  ])('in %s: %s %s', (locale, leadIn, member, kinds) => {
    const facts = compile(`${PREAMBLES[locale]}${leadIn}\n\n- ${member}\n- ${locale === 'en' ? 'other things.' : '其他事项。'}\n`, {locale})
      .flatMap((compiled) => compiled.facts.limitations)
      .filter(({path, benefits}) => path === '1.1.1' && benefits === 'provider')
    expect(facts.map(({kind}) => kind)).toEqual(kinds)
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
