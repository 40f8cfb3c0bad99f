import {Kysely, PostgresDialect, sql} from 'kysely'
import pg from 'pg'
import type {AppendResult} from '../../consent/index.ts'
import {OperationalError} from '../operational-error.ts'
import {type ConsentDatabase, consentDatabase} from './consent-database.ts'
import {consentQueries} from './consent-queries.ts'
import type {DatabaseSchema} from './database-schema.ts'
import {groupCommit} from './group-commit.ts'
import {subjectDigest} from './lookup-digest.ts'
import {migrate} from './migrate.ts'
import {postgresWriter} from './postgres-writer.ts'
import {type PreparedRecord, prepareRecord} from './prepare-record.ts'

const MAXIMUM_BATCH = 512
const INT8 = pg.types.builtins.INT8

/** Connects to PostgreSQL, which must be set to keep what it acknowledges. */
export async function openPostgres(location: string): Promise<ConsentDatabase> {
  const pool = new pg.Pool({
    connectionString: location,
    max: 10,
    application_name: 'proviso',
    types: {getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format))},
  })
  // Without a listener a connection that breaks while idle would end the process; the next query opens another one.
  pool.on('error', () => undefined)
  const queries = new Kysely<DatabaseSchema>({dialect: new PostgresDialect({pool})})
  try {
    await refuseForgetful(queries)
    await migrate(queries, 'postgres')
  } catch (cause) {
    await queries.destroy()
    throw cause instanceof OperationalError ? cause : unreachable(cause)
  }
  const append = groupCommit<PreparedRecord, AppendResult>(postgresWriter(pool), MAXIMUM_BATCH)
  return consentDatabase(queries, {
    ...consentQueries(queries),
    append: (draft, idempotency) => append(prepareRecord(draft, idempotency)),
    erase: (subject) => eraseSubject(queries, subject),
  })
}

async function refuseForgetful(db: Kysely<DatabaseSchema>): Promise<void> {
  const {rows} = await sql<{fsync: string; commit: string}>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(db)
  const off = rows.flatMap(({fsync, commit}) => [
    ...(fsync === 'off' ? ['fsync'] : []),
    ...(commit === 'off' ? ['synchronous_commit'] : []),
  ])
  if (off.length === 0) return
  throw new OperationalError(
    'database-not-durable',
    `PostgreSQL may lose consents that it acknowledged: ${off.join(' and ')} is off`,
    'Set it to on, for the server or for the role that Proviso connects as.',
    {isMissing: false},
  )
}

function unreachable(cause: unknown): OperationalError {
  const reason = cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause)
  return new OperationalError(
    'database-unreachable',
    `PostgreSQL cannot be reached (${reason})`,
    'Check the address, the password and that the server runs.',
    {cause},
  )
}

async function eraseSubject(db: Kysely<DatabaseSchema>, subject: string): Promise<number> {
  const {numUpdatedRows} = await db
    .updateTable('consent_records')
    .set({subject_digest: null, personal: null, salt: null, key_digest: null, request_sha256: null})
    .where('subject_digest', '=', subjectDigest(subject))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
