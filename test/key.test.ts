import {timingSafeEqual} from 'node:crypto'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {parseApiKey, refuseApiKey} from '../src/consent/index.ts'
import {openConsentDatabase, sha256} from '../src/io/index.ts'
import {folderWith, proviso} from './support/command-line.ts'

const folder = folderWith({'proviso.config.yaml': '{}\n'})
const equal = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b))

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

describe('proviso key', () => {
  it('makes a key that is shown once and opens what its scopes say, until it is revoked', async () => {
    const made = await proviso(['key', 'create', 'shop', '--scope', 'consent:write', 'subject:read', '--json'], {cwd: folder})
    expect(made).toMatchObject({code: 0, err: expect.stringMatching(/cannot be shown again/)})
    const {id, key, scopes}: {id: string; key: string; scopes: string[]} = JSON.parse(made.out)
    expect(scopes).toEqual(['consent:write', 'subject:read'])
    const parsed = parseApiKey(key)
    expect(parsed?.id).toBe(id)

    const listed = await proviso(['key', 'list', '--json'], {cwd: folder})
    expect(JSON.parse(listed.out)).toMatchObject({schemaVersion: 1, keys: [{id, name: 'shop'}]})
    expect(listed.out).not.toContain(parsed?.secret ?? key)

    const judge = async (secret = parsed?.secret ?? '', at = '2026-06-10T00:00:00Z') => {
      const database = await openConsentDatabase(join(folder, 'proviso.db'))
      const stored = await database.apiKeys.find(id)
      await database.close()
      return refuseApiKey(secret, stored, at, {sha256, equal})
    }
    expect(await judge()).toBeUndefined()
    expect(await judge('0'.repeat(64))).toBe('unknown')
    expect(await proviso(['key', 'revoke', id], {cwd: folder})).toMatchObject({code: 0, out: `revoked ${id}\n`})
    expect(await judge()).toBe('revoked')
    expect((await proviso(['key', 'revoke', id], {cwd: folder})).code).toBe(1)
  })

  it.each([
    ['no name', ['create', '--scope', 'consent:write'], /Missing name/],
    ['no scope', ['create', 'shop'], /Missing --scope, expected one or more of consent:write/],
    ['an unknown scope', ['create', 'shop', '--scope', 'everything'], /Allowed choices are consent:write/],
    ['a strange date', ['create', 'shop', '--scope', 'consent:write', '--expires', 'tomorrow'], /Unexpected --expires tomorrow/],
    ['a file that is no database', ['list', '--db', 'proviso.config.yaml'], /cannot be opened as SQLite database/],
  ])('says what is wrong with %s', async (_, args, message) => {
    const run = await proviso(['key', ...args], {cwd: folder})
    expect(run.code).toBeGreaterThan(1)
    expect(run.err).toMatch(message)
    expect(run.err).not.toMatch(/\n\s+at /)
  })

  it('expires, and is malformed in any other form', () => {
    const key = {
      id: 'a',
      name: 'a',
      scopes: [],
      secretSha256: Buffer.from(sha256('s')).toString('hex'),
      createdAt: '',
      expiresAt: '2026-07-01T00:00:00Z',
    }
    expect(refuseApiKey('s', key, '2026-06-30T23:59:59Z', {sha256, equal})).toBeUndefined()
    expect(refuseApiKey('s', key, '2026-07-01T00:00:00Z', {sha256, equal})).toBe('expired')
    expect(refuseApiKey('s', undefined, '2026-07-01T00:00:00Z', {sha256, equal})).toBe('unknown')
    for (const text of ['', 'proviso_x_y', `proviso_${'a'.repeat(16)}_${'a'.repeat(63)}`]) expect(parseApiKey(text)).toBeUndefined()
  })
})
