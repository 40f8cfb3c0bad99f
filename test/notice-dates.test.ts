import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {Temporal} from 'temporal-polyfill'
import {describe, expect, it} from 'vitest'
import {compareAgreements, type DateQuestion, judgeDates, latestAnnouncement, lawTables, type NoticeProfile} from '../src/compiler/index.ts'
import {countPeriod} from '../src/compiler/notice/count-period.ts'
import {startOfDay} from '../src/compiler/notice/judge-dates.ts'
import {noticeRulesTable} from './support/notice-rules-table.ts'
import {versionOf} from './support/versions.ts'

const PLATFORM: NoticeProfile = {role: 'platform', counterparty: 'both', markets: ['CN']}
const DIRECT: NoticeProfile = {role: 'direct', counterparty: 'business', markets: ['CN']}
const PLAIN = '# 平台规则\n\n## 一、使用\n\n1.1 商家可以在平台发布商品。\n\n1.2 平台每月整理一次目录。\n'

/** A question about one reworded clause that limits nobody. */
function question(announced: string, more: Partial<DateQuestion> & {oldText?: string; newText?: string} = {}): DateQuestion {
  const {oldText = PLAIN, newText = (more.oldText ?? PLAIN).replace('每月整理一次目录', '每月整理两次目录'), ...rest} = more
  const [old, now] = [versionOf(oldText), versionOf(newText)]
  return {
    profile: PLATFORM,
    timeZone: 'Asia/Shanghai',
    announced,
    old,
    now,
    diff: compareAgreements(old, now),
    policy: {majorShare: 1},
    law: lawTables,
    ...rest,
  }
}

describe('days of notice', () => {
  it.each([
    ['2026-06-01', 'ordinary', '2026-06-09', '2026-06-08', '2026-06-09'],
    ['2026-06-01', 'huge', '2026-06-17', '2026-06-16', '2026-06-17'],
    ['2026-02-10', 'ordinary', '2026-02-18', '2026-02-17', '2026-02-24'],
    ['2026-09-22', 'ordinary', '2026-09-30', '2026-09-29', '2026-09-30'],
    ['2026-09-23', 'ordinary', '2026-10-01', '2026-09-30', '2026-10-08'],
    ['2026-02-06', 'ordinary', '2026-02-14', '2026-02-13', '2026-02-14'],
    ['2026-12-20', 'ordinary', '2026-12-28', '2026-12-27', '2026-12-28'],
  ] as const)(
    'announced %s on a platform with %s users: strictly %s, customarily %s, suggested %s',
    (announced, userScale, strict, customary, date) => {
      const judged = judgeDates(question(announced, {profile: {...PLATFORM, userScale}}))
      expect(judged.earliest).toEqual({strict, customary})
      expect(judged.suggested).toEqual({date})
      expect(judged.effective).toBe(date)
      expect(judged.verdict).toBe('ok')
    },
  )

  it.each([
    ['2026-06-07', 'error', 'too-early'],
    ['2026-06-08', 'warning', 'not-clear-days'],
    ['2026-06-09', 'ok', undefined],
    ['2026-07-31', 'ok', undefined],
  ])('an effect on %s after seven days from 1 June is %s', (effective, verdict, code) => {
    const judged = judgeDates(question('2026-06-01', {effective}))
    const rule = judged.rules.find(({id}) => id === 'cn-116-normal')
    expect([judged.verdict, rule?.verdict, rule?.code]).toEqual([verdict, verdict, code])
  })

  it.each([
    ['a month ends on the last day of a shorter one', '2026-01-31', 1, 'month', '2026-02-28'],
    ['a month from the last day of February ends on the corresponding day', '2026-02-28', 1, 'month', '2026-03-28'],
    ['two months over a leap day', '2027-12-31', 2, 'month', '2028-02-29'],
    ['a year from a leap day', '2028-02-29', 1, 'year', '2029-02-28'],
    ['thirty days are no month', '2026-01-31', 30, 'calendar-day', '2026-03-02'],
    ['days over a leap day', '2028-02-25', 7, 'calendar-day', '2028-03-03'],
    ['the same days in a common year', '2027-02-25', 7, 'calendar-day', '2027-03-04'],
    ['hours are rounded up to days', '2026-06-01', 72, 'hour', '2026-06-04'],
    ['a begun day is a day', '2026-06-01', 25, 'hour', '2026-06-03'],
    ['ten working days over National Day', '2026-09-28', 10, 'business-day', '2026-10-16'],
  ] as const)('%s: %s and %i %s end on %s', (_, start, count, unit, last) => {
    const calendar = lawTables.calendars.find(({calendar: {id}}) => id === 'CN')?.calendar
    const counted = countPeriod(Temporal.PlainDate.from(start), {count, unit}, calendar)
    expect('last' in counted && [`${counted.last}`, `${counted.strict}`]).toEqual([last, `${Temporal.PlainDate.from(last).add({days: 1})}`])
  })

  it.each([
    ['23:59 still belongs to the day', '2026-06-01T15:59:59Z', '2026-06-01'],
    ['midnight in Shanghai begins the next day', '2026-06-01T16:00:00Z', '2026-06-02'],
    ['an offset of the sender does not matter', '2026-06-01T23:30:00-07:00', '2026-06-02'],
  ])('%s', (_, instant, day) => {
    expect(judgeDates(question(instant)).announced).toBe(day)
  })

  it.each([
    ['2026-12-01', 'Asia/Shanghai', '2026-12-01T00:00:00+08:00'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T00:00:00+01:00'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-30T00:00:00+02:00'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-24T01:00:00+03:00'],
  ])('%s begins in %s at %s', (date, zone, instant) => {
    expect(startOfDay(date, zone)).toBe(instant)
  })

  it('says which year has no table, and still gives the days that need none', () => {
    const judged = judgeDates(question('2026-12-28'))
    expect(judged.earliest).toEqual({strict: '2027-01-05', customary: '2027-01-04'})
    expect(judged.suggested).toEqual({missing: {type: 'missing-table', calendar: 'CN', year: 2027}})
  })

  it('never gives an earlier day for a later announcement, and counts back to the last one', () => {
    const units = ['calendar-day', 'month', 'year', 'hour', 'business-day'] as const
    const calendar = lawTables.calendars.find(({calendar: {id}}) => id === 'CN')?.calendar
    fc.assert(
      fc.property(fc.integer({min: 0, max: 1500}), fc.integer({min: 1, max: 24}), fc.constantFrom(...units), (offset, count, unit) => {
        const day = Temporal.PlainDate.from('2020-01-01').add({days: offset})
        const [here, next] = [day, day.add({days: 1})].map((start) => countPeriod(start, {count, unit}, calendar))
        if (!here || !next || 'type' in here || 'type' in next) return
        expect(Temporal.PlainDate.compare(here.strict, next.strict)).toBeLessThanOrEqual(0)
        expect(Temporal.PlainDate.compare(here.customary, here.strict)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('rules by profile', () => {
  const cases: readonly [string, NoticeProfile, string, readonly string[]][] = [
    ['a platform in China', PLATFORM, '2026-06-01', ['cn-ecl-34', 'cn-116-normal', 'cn-116-major', 'cn-37-28']],
    ['a platform before Order 116', PLATFORM, '2026-01-31', ['cn-ecl-34', 'cn-37-28']],
    ['a direct service in China', DIRECT, '2026-06-01', ['cn-b2b-default']],
    [
      'intermediation for businesses in the EU',
      {role: 'intermediation', counterparty: 'business', markets: ['EU']},
      '2026-06-01',
      ['eu-p2b-3-2'],
    ],
    [
      'a digital service for consumers in Germany',
      {role: 'direct', counterparty: 'consumer', markets: ['DE']},
      '2026-06-01',
      ['de-bgb-308-5', 'de-bgb-327r'],
    ],
    [
      'the same in France, where only the directive is known',
      {role: 'direct', counterparty: 'consumer', markets: ['FR']},
      '2026-06-01',
      ['eu-dcd-19'],
    ],
    ['payments in Germany', {role: 'payment', counterparty: 'business', markets: ['DE']}, '2026-06-01', ['de-bgb-308-5', 'de-bgb-675g']],
    ['payments all over the EU', {role: 'payment', counterparty: 'business', markets: ['EU']}, '2026-06-01', ['eu-psd2-54']],
    ['telephony in Germany', {role: 'telecom', counterparty: 'business', markets: ['DE']}, '2026-06-01', ['de-bgb-308-5', 'de-tkg-57']],
    [
      'consumers in California',
      {role: 'direct', counterparty: 'consumer', markets: ['US-CA']},
      '2026-06-01',
      ['us-ca-arl-fee', 'us-general'],
    ],
    ['Japan', {role: 'direct', counterparty: 'both', markets: ['JP']}, '2026-06-01', ['jp-548-4']],
    [
      'payments in the United Kingdom',
      {role: 'payment', counterparty: 'consumer', markets: ['UK']},
      '2026-06-01',
      ['uk-general', 'uk-psr-50'],
    ],
  ]
  it.each(cases)('%s', (_, profile, announced, ids) => {
    const judged = judgeDates(question(announced, {profile}))
    expect(judged.rules.map(({id}) => id)).toEqual([...ids, 'not-before-announcement'])
  })

  it.each([
    ['two months of a payment service', {role: 'payment', counterparty: 'both', markets: ['EU']}, '2026-01-31', '2026-04-01', '2026-03-31'],
    [
      'a month of a telecom service in Germany',
      {role: 'telecom', counterparty: 'both', markets: ['DE']},
      '2026-01-31',
      '2026-03-01',
      '2026-02-28',
    ],
    [
      'fifteen days of intermediation',
      {role: 'intermediation', counterparty: 'business', markets: ['EU']},
      '2026-06-01',
      '2026-06-17',
      '2026-06-16',
    ],
    ['Japan wants publication before', {role: 'direct', counterparty: 'both', markets: ['JP']}, '2026-06-01', '2026-06-02', '2026-06-02'],
    [
      'clear days in the United Kingdom',
      {role: 'payment', counterparty: 'both', markets: ['UK']},
      '2026-06-01',
      '2026-08-02',
      '2026-08-02',
    ],
  ] as const)('%s: %j announced %s takes effect strictly on %s, customarily on %s', (_, profile, announced, strict, customary) => {
    expect(judgeDates(question(announced, {profile})).earliest).toEqual({strict, customary})
  })

  it('warns of a day that is earlier than usual where the law gives no number', () => {
    const profile: NoticeProfile = {role: 'direct', counterparty: 'consumer', markets: ['DE']}
    const judged = judgeDates(question('2026-06-01', {profile, timeZone: 'Europe/Berlin', effective: '2026-06-20'}))
    expect(judged.rules.find(({id}) => id === 'de-bgb-308-5')).toMatchObject({
      verdict: 'warning',
      code: 'below-usual',
      computed: {usual: '2026-07-14'},
    })
    expect(judgeDates(question('2026-06-01', {profile, timeZone: 'Europe/Berlin'})).suggested).toEqual({date: '2026-07-14'})
  })
})

describe('clauses of the version in force', () => {
  const agreement = (clause: string) => `# 服务协议\n\n## 一、服务\n\n1.1 服务商每月出具一次账单。\n\n## 二、变更\n\n2.1 ${clause}\n`
  const rulesOf = (clause: string, more: Partial<DateQuestion> = {}) => {
    const oldText = agreement(clause)
    const asked = question('2026-06-01', {profile: DIRECT, oldText, newText: oldText.replace('每月出具一次', '每周出具一次'), ...more})
    return judgeDates(asked).rules.filter(({origin}) => origin !== 'law')
  }

  const promises: readonly [string, string, number | undefined, string | undefined][] = [
    ['服务商修改本协议的，应当提前7日公告。', 'own-amendment-2.1', 7, '2026-06-09'],
    ['服务商变更本协议条款的，至少提前十五(15)天通知用户。', 'own-amendment-2.1', 15, '2026-06-17'],
    ['协议如有调整和更新会提前10个工作日公布。', 'own-amendment-2.1-business-day', 10, '2026-06-16'],
    ['修改后的协议自公告之日起30日后生效。', 'own-amendment-2.1', 30, '2026-07-02'],
    ['本协议的修改一经公布立即生效。', 'own-amendment-2.1-immediate', 0, '2026-06-01'],
    ['服务商修改协议，会提前以公告形式通知。', 'own-amendment-2.1', undefined, undefined],
  ]
  it.each(promises)('%s → %s', (clause, id, count, strict) => {
    const [rule] = rulesOf(clause)
    expect([rule?.id, rule?.period?.count, rule?.computed?.strict]).toEqual([id, count, strict])
  })

  it.each([
    '用户修改本协议的附表的，用户应当提前30日通知服务商。',
    '服务商修改本协议后10个工作日内告知用户。',
    '用户不同意修改后的协议的，在7日之内提出终止。',
  ])('no promise of notice: %s', (clause) => {
    expect(rulesOf(clause)).toEqual([])
  })

  it('shift the start where a message counts as received later', () => {
    const clause = '服务商修改本协议的，应当提前7日以电子邮件通知用户。\n\n2.2 电子邮件发出后第3日视为送达。'
    const [rule] = rulesOf(clause)
    expect(rule?.computed).toEqual({start: '2026-06-04', last: '2026-06-11', strict: '2026-06-12', customary: '2026-06-11'})
    expect(rulesOf(clause, {delivered: '2026-06-01'})[0]?.computed?.strict).toBe('2026-06-09')
  })

  it('of the version in force bind, not those of the new one', () => {
    const oldText = agreement('服务商修改本协议的，应当提前30日公告。')
    const asked = question('2026-06-01', {
      profile: DIRECT,
      oldText,
      newText: oldText.replace('提前30日', '提前3日'),
      effective: '2026-06-10',
    })
    expect(judgeDates(asked)).toMatchObject({verdict: 'error', binding: 'own-amendment-2.1', earliest: {strict: '2026-07-02'}})
  })

  it('on prices apply when prices change, and else are listed as not applying', () => {
    const oldText =
      '# 服务协议\n\n## 一、费用\n\n1.1 单价为每条0.05元。\n\n1.2 服务商调整单价的，应当提前30日公告。\n\n## 二、变更\n\n2.1 服务商修改本协议的，应当提前7日公告。\n'
    const price = judgeDates(question('2026-06-01', {profile: DIRECT, oldText, newText: oldText.replace('0.05元', '0.06元')}))
    expect(price).toMatchObject({binding: 'own-price-1.2', earliest: {strict: '2026-07-02'}})
    const other = judgeDates(question('2026-06-01', {profile: DIRECT, oldText, newText: `${oldText}\n2.2 本协议以中文订立。\n`}))
    expect(other).toMatchObject({binding: 'own-amendment-2.1', earliest: {strict: '2026-06-09'}})
    expect(other.rules.find(({id}) => id === 'own-price-1.2')?.verdict).toBe('not-applicable')
    expect(
      judgeDates(question('2026-06-01', {profile: DIRECT, oldText, newText: `${oldText}\n2.2 本协议以中文订立。\n`, concerns: ['price']}))
        .binding,
    ).toBe('own-price-1.2')
  })

  it('are joined by the policy of the provider, where that promises more', () => {
    const oldText = agreement('服务商修改本协议的，应当提前7日公告。')
    const newText = oldText.replace('每月', '每周')
    const ids = (days: number) =>
      judgeDates(question('2026-06-01', {profile: DIRECT, oldText, newText, policy: {amendmentDays: days}})).rules.map(({id}) => id)
    expect(ids(7)).not.toContain('policy-amendment')
    expect(ids(10)).toContain('policy-amendment')
  })
})

describe('the latest day of announcement', () => {
  it.each([
    ['2026-06-09', '2026-06-01', '2026-06-02'],
    ['2026-10-01', '2026-09-23', '2026-09-24'],
  ])('for an effect on %s is strictly %s, customarily %s', (effective, strict, customary) => {
    expect(latestAnnouncement({...question('2026-05-01'), effective})).toMatchObject({strict, customary})
  })

  it('is the inverse of the earliest day of effect', () => {
    const profiles: readonly NoticeProfile[] = [PLATFORM, {role: 'payment', counterparty: 'both', markets: ['EU']}]
    for (const profile of profiles)
      for (const effective of ['2026-03-01', '2026-05-31', '2028-03-01']) {
        const asked = {...question('2026-02-01', {profile}), effective}
        const latest = latestAnnouncement(asked)
        if ('type' in latest) throw new Error('no table')
        const strictAt = (announced: string) => judgeDates({...asked, announced}).earliest?.strict ?? ''
        expect(strictAt(latest.strict) <= effective).toBe(true)
        expect(strictAt(`${Temporal.PlainDate.from(latest.strict).add({days: 1})}`) > effective).toBe(true)
      }
  })
})

describe('the messages of every language', () => {
  const folder = join(import.meta.dirname, '../templates/locales/notice')
  it.each(readdirSync(folder))('%s names every law and says what it asks', (file) => {
    const messages = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>
    const missing = lawTables.rules
      .flatMap(({id, counting}) => [`law-${id}`, `rule-${id}`, `counting-${counting}`])
      .filter((key) => !messages[key])
    expect(missing).toEqual([])
  })
})

describe('docs/notice.md', () => {
  it('lists the rules of the table', () => {
    const file = join(import.meta.dirname, '../docs/notice.md')
    const text = readFileSync(file, 'utf8')
    const expected = text.replace(/<!-- rules -->[\s\S]*<!-- \/rules -->/, () => noticeRulesTable(lawTables))
    if (process.env.UPDATE) writeFileSync(file, expected)
    const cells = (page: string) =>
      (page.split('<!-- rules -->')[1]?.split('<!-- /rules -->')[0] ?? '')
        .split('\n')
        .filter((line) => line.startsWith('|') && !/^[|\s-]+$/.test(line))
        .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(cells(text)).toEqual(cells(expected))
  })
})
