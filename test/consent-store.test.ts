import {join} from 'node:path'
import Libsql from 'libsql'
import pg from 'pg'
import {describe, expect, it} from 'vitest'
import {canonicalJson} from '../src/compiler/index.ts'
import {type ApiKey, draftWithdrawal, formatLogEntry, hashEvidence, hashPersonal, hashTextLeaf} from '../src/consent/index.ts'
import {merkleRoot, verifyInclusion} from '../src/consent/log/merkle-tree.ts'
import {proveInclusion, rootAt} from '../src/consent/log/prove.ts'
import {type ConsentDatabase, openConsentDatabase} from '../src/io/index.ts'
import {sha256} from '../src/io/sha256.ts'
import {draftOf, server} from './support/consents.mjs'
import {eachDatabase} from './support/each-database.ts'

const {kinds, folder, postgres} = eachDatabase()

describe.each(kinds)('consents on %s', (_, place) => {
  async function opened<T>(name: string, work: (database: ConsentDatabase, location: string) => Promise<T>): Promise<T> {
    const location = await place(name)
    const database = await openConsentDatabase(location)
    try {
      return await work(database, location)
    } finally {
      await database.close()
    }
  }

  it('start with an empty log, and stay when the database is opened again', () =>
    opened('reopened', async ({consents}, location) => {
      expect(await consents.head()).toEqual({size: 0, root: sha256('')})
      const draft = draftOf()
      await consents.append(draft)
      const again = await openConsentDatabase(location)
      expect(await again.consents.find(draft.evidence.recordId)).toEqual({
        ...draft,
        personalSha256: hashPersonal(draft.personal, draft.salt, sha256),
        index: 0,
      })
      expect(await again.consents.head()).toEqual(await consents.head())
      await again.close()
    }))

  it('get places without gaps, and a log whose leaves are the hashes of the records', () =>
    opened('places', async ({consents}) => {
      for (const count of [1, 30, 300, 400]) {
        const results = await Promise.all(Array.from({length: count}, (_, index) => consents.append(draftOf(`account-${index}`))))
        expect(results.every(({type}) => type === 'appended')).toBe(true)
      }
      const records = await consents.records(0, 10_000)
      expect(records.map(({index}) => index)).toEqual(Array.from({length: 731}, (_, index) => index))
      const leaves = records.map(({evidence, personal, salt, personalSha256}) => {
        expect(personal && salt && hashPersonal(personal, salt, sha256)).toBe(personalSha256)
        const entry = formatLogEntry({recordId: evidence.recordId, evidenceSha256: hashEvidence(evidence, sha256), personalSha256})
        return hashTextLeaf(entry, sha256)
      })
      const {size, root} = await consents.head()
      expect({size, root: Buffer.from(root)}).toEqual({size: 731, root: Buffer.from(merkleRoot(leaves, sha256))})
      for (const index of [0, 255, 256, 511, 700, 730]) {
        for (const at of [index + 1, 731]) {
          const proof = await proveInclusion(index, at, consents, sha256)
          const claim = {index, size: at, root: await rootAt(at, consents, sha256), leaf: leaves[index] ?? root, proof}
          expect(verifyInclusion(claim, sha256)).toBe(true)
        }
      }
    }))

  it('are found by subject and agreement, oldest first', () =>
    opened('history', async ({consents}) => {
      const drafts = [draftOf('a'), draftOf('b'), draftOf('a')]
      for (const draft of drafts) await consents.append(draft)
      const found = await consents.history('a', 'sms-service')
      expect(found.map(({evidence}) => evidence.recordId)).toEqual([drafts[0], drafts[2]].map((draft) => draft?.evidence.recordId))
      expect(await consents.history('a', 'another')).toEqual([])
      expect(await consents.find('00000000-0000-4000-8000-000000000000')).toBeUndefined()
    }))

  it('count once for each idempotency key of a caller, also when repeated at the same moment', () =>
    opened('idempotent', async ({consents}) => {
      const key = {client: 'shop', key: 'order-1', requestSha256: 'a'.repeat(64)}
      const results = await Promise.all([consents.append(draftOf(), key), consents.append(draftOf(), key), consents.append(draftOf(), key)])
      const [first] = results
      expect(results.map(({type}) => type)).toEqual(['appended', 'repeated', 'repeated'])
      expect(results.map((result) => canonicalJson('acknowledgement' in result && result.acknowledgement))).toEqual(
        Array.from({length: 3}, () => canonicalJson(first && 'acknowledgement' in first && first.acknowledgement)),
      )
      expect(await consents.append(draftOf(), key)).toEqual({...first, type: 'repeated'})
      expect(await consents.append(draftOf(), {...key, requestSha256: 'b'.repeat(64)})).toEqual({type: 'key-reused'})
      expect((await consents.append(draftOf(), {...key, client: 'another'})).type).toBe('appended')
      expect((await consents.head()).size).toBe(2)
      const amongNew = await Promise.all([
        consents.append(draftOf(), {...key, key: 'order-2'}),
        consents.append(draftOf(), key),
        consents.append(draftOf()),
      ])
      expect(amongNew.map(({type}) => type)).toEqual(['appended', 'repeated', 'appended'])
      expect((await consents.records(0, 10)).map(({index}) => index)).toEqual([0, 1, 2, 3])
    }))

  it('are withdrawn once, by a record of its own', () =>
    opened('withdrawn', async ({consents}) => {
      const draft = draftOf()
      await consents.append(draft)
      const record = await consents.find(draft.evidence.recordId)
      const withdrawal = () => {
        const made = record && draftWithdrawal({channel: {name: 'web'}, personal: {subject: 'account-1'}}, record, server())
        if (!made?.draft) throw new Error('the sample withdrawal was refused')
        return made.draft
      }
      const results = await Promise.all([consents.append(withdrawal()), consents.append(withdrawal())])
      expect(results.map(({type}) => type)).toEqual(['appended', 'already-withdrawn'])
      expect(await consents.append(withdrawal())).toEqual({type: 'already-withdrawn'})
      expect(await consents.find(draft.evidence.recordId)).toEqual(record)
    }))

  it('lose their personal part on request, and nothing else', () =>
    opened('erased', async ({consents}) => {
      const [mine, other] = [draftOf('to-be-erased'), draftOf('other')]
      const key = {client: 'shop', key: 'order-1', requestSha256: 'a'.repeat(64)}
      await consents.append(mine, key)
      await consents.append(other)
      const before = await consents.head()
      expect(await consents.erase('to-be-erased')).toBe(1)
      const record = await consents.find(mine.evidence.recordId)
      expect(record).toEqual({evidence: mine.evidence, personalSha256: hashPersonal(mine.personal, mine.salt, sha256), index: 0})
      expect(await consents.history('to-be-erased', 'sms-service')).toEqual([])
      expect((await consents.find(other.evidence.recordId))?.personal).toEqual(other.personal)
      expect(await consents.head()).toEqual(before)
      expect(await consents.erase('to-be-erased')).toBe(0)
    }))

  it('go on in one log when several writers share the database', () =>
    opened('shared', async ({consents}, location) => {
      const others = await Promise.all([openConsentDatabase(location), openConsentDatabase(location)])
      const writers = [consents, ...others.map((other) => other.consents)]
      for (let round = 0; round < 5; round += 1)
        await Promise.all(Array.from({length: 150}, (_, index) => writers[index % 3]?.append(draftOf(`account-${index}`))))
      const records = await consents.records(0, 10_000)
      expect(records.map(({index}) => index)).toEqual(Array.from({length: 750}, (_, index) => index))
      const {root} = await consents.head()
      expect(Buffer.from(await rootAt(750, consents, sha256))).toEqual(Buffer.from(root))
      await Promise.all(others.map((other) => other.close()))
    }))

  it('are signed for by one key at a time, the same for all servers', () =>
    opened('signing', async ({signingKeys}, location) => {
      const at = '2026-06-10T00:00:00.000Z'
      const other = await openConsentDatabase(location)
      const [first, same] = await Promise.all([signingKeys.current(at), other.signingKeys.current(at)])
      expect(same).toEqual(first)
      const second = await signingKeys.rotate('2026-07-01T00:00:00.000Z')
      expect(second.kid).not.toBe(first.kid)
      expect(await other.signingKeys.current(at)).toEqual(second)
      const published = await signingKeys.publicKeys()
      expect(published.map(({kid, retiredAt}) => [kid, retiredAt])).toEqual([
        [second.kid, undefined],
        [first.kid, '2026-07-01T00:00:00.000Z'],
      ])
      expect(JSON.stringify(published)).not.toContain(first.d)
      await other.close()
    }))

  it('are written by holders of keys, of which only hashes are kept', () =>
    opened('api-keys', async ({apiKeys}) => {
      const key: ApiKey = {
        id: '0123456789abcdef',
        name: 'shop',
        scopes: ['consent:write', 'subject:read'],
        secretSha256: 'a'.repeat(64),
        createdAt: '2026-06-10T00:00:00.000Z',
      }
      await apiKeys.add(key)
      await apiKeys.add({...key, id: 'fedcba9876543210', expiresAt: '2026-07-01T00:00:00.000Z', createdAt: '2026-06-11T00:00:00.000Z'})
      expect(await apiKeys.find(key.id)).toEqual(key)
      expect(await apiKeys.find('0000000000000000')).toBeUndefined()
      expect(await apiKeys.revoke(key.id, '2026-06-12T00:00:00.000Z')).toBe(true)
      expect(await apiKeys.revoke(key.id, '2026-06-13T00:00:00.000Z')).toBe(false)
      expect((await apiKeys.list()).map(({id, revokedAt, expiresAt}) => [id, revokedAt, expiresAt])).toEqual([
        [key.id, '2026-06-12T00:00:00.000Z', undefined],
        ['fedcba9876543210', undefined, '2026-07-01T00:00:00.000Z'],
      ])
    }))

  it('are told to webhooks once each, and no subject with them', () =>
    opened('webhooks', async ({consents, webhooks, outbox, webhookCursor}, location) => {
      const at = '2026-06-10T00:00:00.000Z'
      const webhook = {
        id: 'wh_1',
        url: 'https://example.com/hook',
        secret: 'whsec_c2VjcmV0',
        events: ['consent.recorded' as const],
        createdAt: at,
      }
      await webhooks.add(webhook)
      await webhooks.add({...webhook, id: 'wh_2', events: ['version.announced']})
      expect((await webhooks.list()).map(({id}) => id)).toEqual(['wh_1', 'wh_2'])
      for (let index = 0; index < 5; index += 1) await consents.append(draftOf('secret-subject'))
      const other = await openConsentDatabase(location)
      const [here, there] = await together(location, [() => webhookCursor.advance(at, 4), () => other.webhookCursor.advance(at, 4)])
      expect([here, there].sort()).toEqual([1, 4])
      expect(await webhookCursor.advance(at, 4)).toBe(0)
      const taken = (await together(location, [() => outbox.take(at, 10), () => other.outbox.take(at, 10)])).flat()
      expect(taken.map(({webhook: id, event, attempts}) => [id, event, attempts])).toEqual(
        Array.from({length: 5}, () => ['wh_1', 'consent.recorded', 1]),
      )
      expect(new Set(taken.map(({id}) => id)).size).toBe(5)
      expect(JSON.stringify(taken)).not.toContain('secret-subject')
      const [first, second, third] = taken
      await outbox.delivered(first?.id ?? '', at)
      await outbox.failed(second?.id ?? '', 'answered 500', '2026-06-10T00:00:10.000Z')
      await outbox.failed(third?.id ?? '', 'answered 410')
      expect(await outbox.take('2026-06-10T00:00:05.000Z', 10)).toEqual([])
      expect((await outbox.take('2026-06-10T00:00:20.000Z', 10)).map(({id, attempts}) => [id, attempts])).toEqual([[second?.id, 2]])
      // The lease of those that nobody reported on is over.
      expect((await outbox.take('2026-06-10T00:01:30.000Z', 10)).length).toBe(3)
      await outbox.put('version.announced', 'sms-service@3', '{}', at)
      await outbox.put('version.announced', 'sms-service@3', '{}', at)
      expect((await outbox.take(at, 10)).map(({webhook: id}) => id)).toEqual(['wh_2'])
      expect(await webhooks.remove('wh_1')).toBe(true)
      expect(await webhooks.remove('wh_1')).toBe(false)
      expect(await outbox.take('2026-06-10T01:00:00.000Z', 10)).toHaveLength(1)
      await other.close()
    }))

  it('are never the same record twice', () =>
    opened('twice', async ({consents}) => {
      const draft = draftOf()
      await consents.append(draft)
      await expect(consents.append(draft)).rejects.toThrow()
      expect((await consents.append(draftOf())).type).toBe('appended')
      expect((await consents.head()).size).toBe(2)
    }))
})

/** At the same moment on PostgreSQL; one after the other on SQLite, where two connections of one process would wait for each other. */
async function together<T>(location: string, works: readonly (() => Promise<T>)[]): Promise<T[]> {
  if (location.startsWith('postgres:')) return Promise.all(works.map((work) => work()))
  const results: T[] = []
  for (const work of works) results.push(await work())
  return results
}

describe('a database that cannot be used', () => {
  it.each([
    ['a file that is no database', () => join(import.meta.dirname, 'consent-store.test.ts'), 'database-unreadable'],
    ['a folder', () => folder, 'database-unreadable'],
    ['a server that is not there', () => 'postgres://postgres@127.0.0.1:1/none', 'database-unreachable'],
    [
      'a database that is not there',
      async () => (await postgres().createDatabase('here')).replace(/here$/, 'none'),
      'database-unreachable',
    ],
    [
      'a server that forgets',
      async () => `${await postgres().createDatabase('forgets')}?options=-c%20synchronous_commit%3Doff`,
      'database-not-durable',
    ],
  ])('is refused with cause and remedy: %s', async (_, location, code) => {
    await expect(openConsentDatabase(await location())).rejects.toMatchObject({
      name: 'OperationalError',
      code,
      remedy: expect.stringMatching(/\.$/),
    })
  })

  it('is told from a bug when it fails later', async () => {
    const location = await postgres().createDatabase('stopped')
    const {consents, close} = await openConsentDatabase(location)
    await consents.append(draftOf())
    await postgres().stop()
    await expect(consents.append(draftOf())).rejects.toMatchObject({name: 'OperationalError', code: 'database-failed'})
    await postgres().start()
    expect((await consents.append(draftOf())).type).toBe('appended')
    expect((await consents.head()).size).toBe(2)
    await close()
  })

  it('refuses to edit or delete records, whoever asks', async () => {
    const [file, address] = [join(folder, 'guarded.db'), await postgres().createDatabase('guarded')]
    for (const location of [file, address]) {
      const {consents, close} = await openConsentDatabase(location)
      await consents.append(draftOf())
      await close()
    }
    const sqlite = new Libsql(file)
    const client = new pg.Client(address)
    await client.connect()
    for (const statement of [
      "update consent_records set evidence = ''",
      'update consent_records set log_index = 7',
      "update consent_records set subject_digest = 'another'",
      'delete from consent_records',
    ]) {
      expect(() => sqlite.exec(statement)).toThrow(/never edited/)
      await expect(client.query(statement)).rejects.toThrow(/never edited/)
    }
    await expect(client.query('truncate consent_records cascade')).rejects.toThrow(/never edited/)
    sqlite.close()
    await client.end()
  })
})
