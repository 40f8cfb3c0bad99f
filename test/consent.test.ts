import {describe, expect, it} from 'vitest'
import {
  type ConsentRecord,
  type ConsentRequest,
  consentRequestSchema,
  draftConsent,
  draftWithdrawal,
  mustAgreeAgain,
  type PublishedVersion,
  readRequest,
} from '../src/consent/index.ts'
import {history, published, request, server} from './support/consents.mjs'

const facts = {text: published, history}
const draft = (changes: Parameters<typeof request>[0] = {}, at?: string) => draftConsent(request(changes), facts, server(at))
const shown = request().shown
const expression = request().expression

const processing: Extract<ConsentRequest, {recordType: 'consent'}>['processing'] = {
  controllers: [{id: 'urn:example:org', name: '云笺科技有限公司', address: '上海市', contact: 'privacy@example.com'}],
  purposes: [
    {
      purpose: 'dpv:DirectMarketing',
      state: 'given',
      personalData: [{type: 'pd:TelephoneNumber'}],
      recipients: [],
      storageLocations: ['loc:CN'],
      retentionPeriod: 'P1Y',
      withdrawalMethod: '账户设置',
      jurisdiction: 'loc:CN',
    },
  ],
}

describe('a request', () => {
  it('has the form of its schema, whatever script names are in', () => {
    const sample = request({personal: {subject: '𠮷-用户'}})
    expect(readRequest(sample, consentRequestSchema)).toEqual({request: sample})
  })

  it.each([
    ['a missing subject', {personal: {}}, '/personal', /subject/],
    ['a line break in a name', {personal: {subject: 'a\nb'}}, '/personal/subject', /pattern/],
    ['a whole IP address', {personal: {subject: 'a', truncatedIp: '203.0.113.7'}}, '/personal/truncatedIp', /pattern/],
    ['a hash in capitals', {shown: {...shown, treeSha256: 'A'.repeat(64)}}, '/shown/treeSha256', /pattern/],
    ['an unknown method', {expression: {...expression, method: 'telepathy'}}, '/expression/method', /continued-use/],
    ['an unknown field', {colour: 'red'}, '', /colour/],
    ['consent without purposes', {recordType: 'consent'}, '', /processing/],
  ])('with %s is refused with the place and what was expected', (_, changes, pointer, message) => {
    const {refusal} = readRequest({...request(), ...changes}, consentRequestSchema)
    expect(refusal).toMatchObject({code: 'malformed', pointer})
    expect(refusal?.message).toMatch(message)
  })

  it('that is no object is refused', () => {
    for (const value of [undefined, null, 'text', 7, []]) expect(readRequest(value, consentRequestSchema).refusal?.code).toBe('malformed')
  })
})

describe('a consent', () => {
  it('holds what was published, shown and done, and the personal part beside it', () => {
    const {draft: made} = draft()
    expect(made?.evidence).toMatchObject({
      recordType: 'acceptance',
      event: {type: 'accept', at: '2026-06-10T02:15:30.512Z'},
      title: '短信服务协议',
      sourceSha256: published.sourceSha256,
      pageSha256: '3'.repeat(64),
      conspicuousClauses: published.conspicuousClauses,
      weaknesses: [],
    })
    expect(JSON.stringify(made?.evidence)).not.toContain('account-1')
    expect(made?.personal.subject).toBe('account-1')
  })

  it.each([
    ['another tree', {...shown, treeSha256: '0'.repeat(64)}, '/shown/treeSha256'],
    ['another source', {...shown, sourceSha256: '0'.repeat(64)}, '/shown/sourceSha256'],
    ['an unknown page', {...shown, pageSha256: '0'.repeat(64)}, '/shown/pageSha256'],
    ['parameters of another page', {...shown, parametersSha256: '5'.repeat(64)}, '/shown/parametersSha256'],
    ['unknown parameters', {...shown, pageSha256: '4'.repeat(64), parametersSha256: '0'.repeat(64)}, '/shown/parametersSha256'],
    ['another title', {...shown, title: '另一协议'}, '/shown/title'],
    ['another date', {...shown, effectiveAt: '2026-03-02T00:00:00+08:00'}, '/shown/effectiveAt'],
    [
      'a clause that was not published',
      {...shown, conspicuousClauses: [{path: '9', kinds: [], marks: [], textSha256: '0'.repeat(64)}]},
      '/shown/conspicuousClauses/0/textSha256',
    ],
  ])('to %s is refused', (_, other, pointer) => {
    expect(draft({shown: other}).refusal).toMatchObject({code: 'shown-differs', pointer})
  })

  it('to a text that was never published is refused', () => {
    expect(draftConsent(request(), {text: undefined, history: []}, server()).refusal?.code).toBe('not-published')
  })

  it('takes the same instant in another offset', () => {
    expect(draft({shown: {...shown, effectiveAt: '2026-02-28T16:00:00Z'}}).refusal).toBeUndefined()
  })

  it.each([
    ['continued use', {expression: {...expression, method: 'continued-use' as const}}, ['continued-use']],
    ['a control that was checked before', {expression: {...expression, controlDefaultState: 'checked' as const}}, ['pre-checked-control']],
    ['a mere link', {expression: {...expression, textDisplayed: 'link' as const}}, ['text-not-displayed', 'clauses-not-presented']],
    ['no mark on a limitation', {shown: {...shown, conspicuousClauses: []}}, ['clauses-not-presented']],
  ])('by %s is recorded with its weakness and the law', (_, changes, codes) => {
    const weaknesses = draft(changes).draft?.evidence.weaknesses
    expect(weaknesses?.map(({code}) => code)).toEqual(codes)
    for (const {basis} of weaknesses ?? []) expect(basis).toMatch(/Art\.|§/)
  })

  it('to a version that has been replaced is recorded with that weakness', () => {
    const older = {...published, version: '1'}
    const {draft: made} = draftConsent(request(), {text: older, history}, server())
    expect(made?.evidence.weaknesses.map(({code}) => code)).toEqual(['version-not-current'])
  })

  it('to data processing needs an act of the subject', () => {
    const consent = (changes: Partial<ConsentRequest['expression']>, event: 'accept' | 'reject' = 'accept') =>
      draftConsent({...request(), recordType: 'consent', event, processing, expression: {...expression, ...changes}}, facts, server())
    expect(consent({}).draft?.evidence.processing).toEqual(processing)
    expect(consent({controlDefaultState: 'checked'}).refusal?.code).toBe('pre-checked-consent')
    expect(consent({method: 'continued-use'}).refusal?.code).toBe('implied-consent')
    expect(consent({controlDefaultState: 'checked'}, 'reject').refusal).toBeUndefined()
  })
})

describe('a withdrawal', () => {
  const record = (changes: Parameters<typeof request>[0] = {}): ConsentRecord => {
    const {draft: made} = draft(changes)
    if (!made) throw new Error('refused')
    return {...made, personalSha256: '', index: 0}
  }
  const asked = {channel: {name: 'web'}, personal: {subject: 'account-1'}}

  it('is a record that names the one it ends', () => {
    const given = record()
    const {draft: made} = draftWithdrawal({...asked, reason: '不再需要'}, given, server('2026-07-01T00:00:00.000Z'))
    expect(made?.evidence).toMatchObject({
      event: {type: 'withdraw', at: '2026-07-01T00:00:00.000Z'},
      withdraws: given.evidence.recordId,
      version: '2',
      reason: '不再需要',
    })
    expect(made?.evidence.expression).toBeUndefined()
  })

  it('of what was no agreement, or by another subject, is refused', () => {
    expect(draftWithdrawal(asked, record({event: 'reject'}), server()).refusal?.code).toBe('not-withdrawable')
    expect(draftWithdrawal({...asked, personal: {subject: 'b'}}, record(), server()).refusal?.code).toBe('other-subject')
    const {personal: _, ...erased} = record()
    expect(draftWithdrawal(asked, erased, server()).refusal?.code).toBe('other-subject')
  })
})

describe('whether a subject must agree again', () => {
  const versions = (...reconsent: readonly boolean[]): PublishedVersion[] =>
    reconsent.map((decision, index) => ({
      version: String(index + 1),
      sequence: index + 1,
      effectiveAt: `2026-0${index + 1}-01T00:00:00+08:00`,
      trees: {'zh-CN': `tree of ${index + 1}`},
      requiresReconsent: {decision, because: decision ? [`版本 ${index + 1} 加重责任`] : []},
    }))
  const record = (version: string, type: ConsentRecord['evidence']['event']['type'], index: number, more = {}): ConsentRecord => {
    const {draft: made} = draft()
    if (!made) throw new Error('refused')
    const evidence = {...made.evidence, recordId: `${index}`, version, event: {...made.evidence.event, type}, ...more}
    return {evidence, personalSha256: '', index}
  }
  const decide = (records: readonly ConsentRecord[], all = versions(false, true, false), more: {at?: string; net?: boolean} = {}) => {
    const {
      mustAgreeAgain: isDue,
      reasons,
      accepted,
    } = mustAgreeAgain({
      records,
      history: all,
      at: more.at ?? '2026-06-01T00:00:00Z',
      ...(more.net === undefined ? {} : {net: {decision: more.net, because: ['净变化']}}),
    })
    return [
      isDue,
      reasons.map(({code, version}) => (version === undefined ? code : `${code} ${version}`)).join(),
      accepted?.evidence.version,
    ]
  }

  it('is decided by what they did last', () => {
    expect(decide([])).toEqual([true, 'never-agreed', undefined])
    expect(decide([record('3', 'accept', 0)])).toEqual([false, 'up-to-date', '3'])
    expect(decide([record('3', 'reject', 0)])).toEqual([true, 'refused', undefined])
    expect(decide([record('3', 'accept', 0), record('3', 'withdraw', 1, {withdraws: '0'})])).toEqual([true, 'withdrawn', undefined])
    expect(decide([record('3', 'accept', 0), record('3', 'object', 1)])).toEqual([true, 'objected 3', '3'])
    expect(decide([record('2', 'accept', 0), record('3', 'reject', 1)])).toEqual([true, 'refused 3', '2'])
    expect(decide([record('3', 'reject', 0), record('3', 'accept', 1)])).toEqual([false, 'up-to-date', '3'])
    expect(decide([record('3', 'accept', 0, {validUntil: '2026-05-01T00:00:00Z'})])).toEqual([true, 'expired', '3'])
    expect(decide([record('9', 'accept', 0)])).toEqual([true, 'unknown-version 9', '9'])
  })

  it('falls back on the acceptance before one that was withdrawn', () => {
    const records = [record('2', 'accept', 0), record('3', 'renew', 1), record('3', 'withdraw', 2, {withdraws: '1'})]
    expect(decide(records)).toEqual([false, 'change-needs-no-consent 3', '2'])
  })

  it('counts every version that they skipped', () => {
    expect(decide([record('1', 'accept', 0)])).toEqual([true, 'change-needs-consent 2', '1'])
    expect(decide([record('2', 'accept', 0)])).toEqual([false, 'change-needs-no-consent 3', '2'])
    expect(decide([record('1', 'accept', 0)], versions(false, true, true))).toEqual([
      true,
      'change-needs-consent 2,change-needs-consent 3',
      '1',
    ])
  })

  it('follows the net change where it is known', () => {
    expect(decide([record('1', 'accept', 0)], versions(false, true, true), {net: false})).toEqual([false, 'changes-cancelled-out', '1'])
    expect(decide([record('1', 'accept', 0)], versions(false, false, false), {net: true})).toEqual([true, 'change-needs-consent 3', '1'])
  })

  it('asks nobody for the words that they agreed to before', () => {
    const [first, second, third] = versions(false, true, true)
    if (!first || !second || !third) throw new Error('Three versions')
    const back = [first, second, {...third, trees: first.trees}]
    expect(decide([record('1', 'accept', 0, {treeSha256: 'tree of 1'})], back)).toEqual([false, 'changes-cancelled-out 3', '1'])
    expect(decide([record('2', 'accept', 0, {treeSha256: 'tree of 2'})], back)).toEqual([true, 'change-needs-consent 3', '2'])
  })

  it('looks at what is in force at the moment, and knows what is coming', () => {
    expect(decide([record('1', 'accept', 0)], undefined, {at: '2026-01-15T00:00:00Z'})).toEqual([false, 'up-to-date', '1'])
    expect(decide([record('2', 'accept', 0)], undefined, {at: '2026-01-15T00:00:00Z'})).toEqual([false, 'up-to-date', '2'])
    expect(decide([], undefined, {at: '2025-12-01T00:00:00Z'})).toEqual([false, 'nothing-in-force', undefined])
    expect(mustAgreeAgain({records: [], history: versions(false, true), at: '2026-01-15T00:00:00Z'})).toMatchObject({
      current: '1',
      upcoming: ['2'],
    })
  })
})
