import {describe, expect, it} from 'vitest'
import {checkChain, readInstant, selectVersion, type Version, versionInForce, versionState} from '../src/compiler/index.ts'

const timeZone = 'Asia/Shanghai'

describe('an instant that somebody wrote', () => {
  it.each([
    ['a day', '2026-12-01', 'Asia/Shanghai', '2026-12-01T00:00:00+08:00'],
    ['a local time', '2026-12-01T09:30', 'Asia/Shanghai', '2026-12-01T09:30:00+08:00'],
    ['a local time with a blank', '2026-12-01 09:30:05', 'Asia/Shanghai', '2026-12-01T09:30:05+08:00'],
    ['an instant elsewhere', '2026-12-01T00:00:00Z', 'Asia/Shanghai', '2026-12-01T08:00:00+08:00'],
    ['summer', '2026-07-01', 'Europe/Berlin', '2026-07-01T00:00:00+02:00'],
    ['winter', '2026-12-01', 'Europe/Berlin', '2026-12-01T00:00:00+01:00'],
    ['a day that begins at one, by summer time', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
    ['a leap day', '2028-02-29', 'UTC', '2028-02-29T00:00:00+00:00'],
  ])('can be %s', (_, written, zone, expected) => {
    expect(readInstant(written, zone)).toBe(expected)
  })

  it.each(['2026-02-29', '2026-13-01', '1.12.2026', 'tomorrow', '', '2026-12', '2026-12-01T25:00', '2026-12-01T00:00:00+25:00'])(
    'cannot be %j',
    (written) => {
      expect(readInstant(written, timeZone)).toBeUndefined()
    },
  )
})

describe('the state of a version', () => {
  const first = version(1, '2026-01-01T00:00:00+08:00')
  const second = version(2, '2026-06-01T00:00:00+08:00', first)
  const scheduled = version(3, '2027-01-01T00:00:00+08:00', second)
  const history = [first, second, scheduled]

  it('changes by itself at the first instant of its day in its time zone', () => {
    expect(versionState(scheduled, history, '2026-12-31T15:59:59Z')).toBe('announced')
    expect(versionState(second, history, '2026-12-31T15:59:59Z')).toBe('in-force')
    expect(versionState(scheduled, history, '2026-12-31T16:00:00Z')).toBe('in-force')
    expect(versionState(second, history, '2026-12-31T16:00:00Z')).toBe('superseded')
    expect(versionState(first, history, '2026-12-31T16:00:00Z')).toBe('superseded')
  })

  it('is nothing in force before the first version is', () => {
    expect(versionInForce(history, '2025-12-31T00:00:00Z')).toBeUndefined()
  })

  it('is withdrawn from the moment of the withdrawal, and never comes into force', () => {
    const withdrawn = {...scheduled, withdrawal: withdrawalOf(scheduled, '2026-12-01T10:00:00+08:00')}
    const all = [first, second, withdrawn]
    expect(versionState(withdrawn, all, '2026-11-30T00:00:00Z')).toBe('announced')
    expect(versionState(withdrawn, all, '2026-12-02T00:00:00Z')).toBe('withdrawn')
    expect(versionInForce(all, '2027-06-01T00:00:00Z')).toBe(second)
  })

  it('of two that take effect at one instant is in force for the later one', () => {
    const correction = version(4, scheduled.manifest.effectiveAt, scheduled)
    const all = [...history, correction]
    expect(versionState(scheduled, all, '2027-01-01T00:00:00Z')).toBe('superseded')
    expect(versionState(correction, all, '2027-01-01T00:00:00Z')).toBe('in-force')
  })

  it('is selected by name, by day in its time zone, or as the current one', () => {
    const select = (selector: string) => selectVersion(selector, history, {now: '2026-07-01T00:00:00Z', timeZone})?.manifest.version
    expect(select('current')).toBe('v2')
    expect(select('v1')).toBe('v1')
    expect(select('2026-05-31')).toBe('v1')
    expect(select('2026-06-01')).toBe('v2')
    expect(select('2027-01-01')).toBe('v3')
    expect(select('2025-12-31')).toBeUndefined()
    expect(select('v9')).toBeUndefined()
    expect(() => select('2026-02-30')).toThrow(RangeError)
  })
})

describe('the chain', () => {
  const first = version(1, '2026-01-01T00:00:00+08:00')
  const second = version(2, '2026-06-01T00:00:00+08:00', first)
  const third = version(3, '2027-01-01T00:00:00+08:00', second)

  it('is whole in any order of its versions', () => {
    expect(checkChain([third, first, second])).toEqual([])
    expect(checkChain([])).toEqual([])
  })

  it.each<[string, Version[], RegExp]>([
    ['a missing version', [first, third], /sequence number 2 is missing/],
    ['a missing start', [second, third], /sequence number 1 is missing/],
    [
      'two versions in one place',
      [first, second, version(2, '2026-07-01T00:00:00+08:00', first, 'other')],
      /Two versions .* `v2` and `other`/,
    ],
    ['an altered manifest', [{...first, manifestSha256: 'f'.repeat(64)}, second], /as hash of the manifest of `v1`, which is fff/],
    ['a version of another agreement', [first, withManifest(second, {agreement: 'other'})], /belongs to the agreement `other`/],
    ['effect before the version before', [first, version(2, '2025-12-31T00:00:00+08:00', first)], /takes effect before `v1`/],
    [
      'effect before announcement',
      [withManifest(first, {announcedAt: '2026-01-02T00:00:00+08:00'})],
      /takes effect before it was announced/,
    ],
    ['a withdrawal after effect', [withdrawn(first, '2026-01-01T00:00:00+08:00')], /withdrawn after it had taken effect/],
    ['a withdrawal slipped in', [first, withdrawn(second, '2025-12-30T00:00:00+08:00'), third], /does not know of the withdrawal of `v2`/],
  ])('shows %s', (_, history, message) => {
    expect(
      checkChain(history)
        .map((fault) => fault.message)
        .join('\n'),
    ).toMatch(message)
  })
})

function version(sequence: number, effectiveAt: string, previous?: Version, name = `v${sequence}`): Version {
  return {
    manifest: {
      schemaVersion: 1,
      agreement: 'terms',
      sequence,
      version: name,
      timeZone,
      recordedAt: '2025-12-31T00:00:00+08:00',
      announcedAt: '2025-12-31T00:00:00+08:00',
      effectiveAt,
      authoritativeLocale: 'zh-CN',
      ...(previous ? {previous: {version: previous.manifest.version, manifestSha256: previous.manifestSha256}} : {}),
      locales: [],
      clauseIds: {},
      clauseDigests: {},
      approvedBy: [],
      notice: {rules: [], requiresReconsent: {decision: false, because: []}},
      overrides: [],
      engine: {proviso: '0.1.0', tree: 'proviso-tree/1', diff: 'proviso-diff/1', templatesSha256: '0'.repeat(64)},
      seal: '0'.repeat(64),
    },
    manifestSha256: String(sequence).repeat(64),
  }
}

function withManifest(of: Version, fields: Partial<Version['manifest']>): Version {
  return {...of, manifest: {...of.manifest, ...fields}}
}

function withdrawn(of: Version, withdrawnAt: string): Version {
  return {...of, withdrawal: withdrawalOf(of, withdrawnAt)}
}

function withdrawalOf({manifest, manifestSha256}: Version, withdrawnAt: string): NonNullable<Version['withdrawal']> {
  return {
    schemaVersion: 1,
    agreement: manifest.agreement,
    version: manifest.version,
    manifestSha256,
    withdrawnAt,
    reason: 'The regulator asked for it',
    seal: '0'.repeat(64),
  }
}
