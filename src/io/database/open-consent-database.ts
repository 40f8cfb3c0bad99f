import type {ConsentDatabase} from './consent-database.ts'

/** Opens the database at a file or at a `postgres:` address, and brings its tables up to date. A file that is not there is made. */
export async function openConsentDatabase(location: string): Promise<ConsentDatabase> {
  if (/^postgres(?:ql)?:/.test(location)) return (await import('./open-postgres.ts')).openPostgres(location)
  return (await import('./open-sqlite.ts')).openSqlite(location)
}
