import type {ConsentDatabase} from './consent-database.ts'
import {openPostgres} from './open-postgres.ts'
import {openSqlite} from './open-sqlite.ts'

/** Opens the database at a file or at a `postgres:` address, and brings its tables up to date. A file that is not there is made. */
export async function openConsentDatabase(location: string): Promise<ConsentDatabase> {
  return /^postgres(?:ql)?:/.test(location) ? openPostgres(location) : openSqlite(location)
}
