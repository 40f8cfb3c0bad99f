import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import Libsql from 'libsql'
import {afterAll, describe, expect, it} from 'vitest'
import {rootAt} from '../src/consent/index.ts'
import {type ConsentDatabase, openConsentDatabase, sha256} from '../src/io/index.ts'
import {draftOf} from './support/consents.mjs'
import {startPostgres} from './support/postgres-server.mjs'

const folder = mkdtempSync(join(tmpdir(), 'proviso-backup-'))

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

/** Size and root as the head says and as the tiles give, which must be the same. */
async function state({consents}: ConsentDatabase): Promise<{readonly size: number; readonly root: string}> {
  const {size, root} = await consents.head()
  expect(Buffer.from(await rootAt(size, consents, sha256)).toString('hex')).toBe(Buffer.from(root).toString('hex'))
  return {size, root: Buffer.from(root).toString('hex')}
}

async function filled(location: string, count: number): Promise<ConsentDatabase> {
  const database = await openConsentDatabase(location)
  await Promise.all(Array.from({length: count}, (_, index) => database.consents.append(draftOf(`account-${index}`))))
  return database
}

describe('a backup as docs/operations.md describes it', () => {
  it('of SQLite is taken while consents are written, and goes on as the log that it was', async () => {
    const database = await filled(join(folder, 'live.db'), 300)
    const atBackup = await state(database)
    const reader = new Libsql(join(folder, 'live.db'), {readonly: true})
    const writing = Promise.all(Array.from({length: 100}, () => database.consents.append(draftOf())))
    reader.exec(`vacuum into '${join(folder, 'backup.db')}'`)
    reader.close()
    await writing
    const restored = await openConsentDatabase(join(folder, 'backup.db'))
    expect(await state(restored)).toEqual(atBackup)
    await restored.consents.append(draftOf())
    expect((await state(restored)).size).toBe(301)
    expect((await state(database)).size).toBe(400)
    await Promise.all([restored.close(), database.close()])
  })

  it('of PostgreSQL is a copy of the stopped server, and goes on as the log that it was', async () => {
    const server = await startPostgres()
    const address = await server.createDatabase('live')
    const database = await filled(address, 300)
    const atBackup = await state(database)
    await database.close()
    await server.stop()
    cpSync(server.data, join(folder, 'backup'), {recursive: true, preserveTimestamps: true})
    await server.start()
    await (await filled(address, 10)).close()
    const copy = await startPostgres(join(folder, 'backup'))
    const restored = await openConsentDatabase(copy.addressOf('live'))
    expect(await state(restored)).toEqual(atBackup)
    await restored.consents.append(draftOf())
    expect((await state(restored)).size).toBe(301)
    await restored.close()
    await Promise.all([copy.remove(), server.remove()])
  })
})
