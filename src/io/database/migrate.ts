import {type Kysely, Migrator} from 'kysely'
import {OperationalError} from '../operational-error.ts'
import type {DatabaseSchema} from './database-schema.ts'
import {type DatabaseKind, migrationsFor} from './migrations.ts'

/** Brings the tables up to date; safe when several processes start at once. */
export async function migrate(db: Kysely<DatabaseSchema>, kind: DatabaseKind): Promise<void> {
  const {error} = await new Migrator({db, provider: migrationsFor(kind)}).migrateToLatest()
  if (error === undefined) return
  throw new OperationalError(
    'database-not-ours',
    `The tables of the database cannot be brought up to date (${error instanceof Error ? error.message : String(error)})`,
    'Name a database of its own for Proviso, and use a release that is not older than the one that wrote it last.',
    {cause: error, isMissing: false},
  )
}
