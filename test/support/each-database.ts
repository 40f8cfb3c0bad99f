import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll} from 'vitest'
import {type PostgresServer, startPostgres} from './postgres-server.mjs'

/** Makes an empty database of a name and gives where it is. */
export type DatabasePlace = (name: string) => Promise<string>

/** Where the tests of a file find databases; there from the first test to the last. */
export interface TestDatabases {
  /** Both kinds of database, for `describe.each`. */
  readonly kinds: readonly [kind: string, place: DatabasePlace][]
  /** Folder of the SQLite files. */
  readonly folder: string
  readonly postgres: () => PostgresServer
}

/** Both kinds of database for the tests of a file. */
export function eachDatabase(): TestDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-databases-'))
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres()
  }, 60_000)
  afterAll(async () => {
    await server.remove()
    rmSync(folder, {recursive: true, force: true})
  })
  return {
    kinds: [
      ['SQLite', async (name) => join(folder, `${name}.db`)],
      ['PostgreSQL', (name) => server.createDatabase(name)],
    ],
    folder,
    postgres: () => server,
  }
}
