import {mkdir} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {Kysely, SqliteDialect} from 'kysely'
import Libsql, {type Database} from 'libsql'
import type {AppendResult} from '../../consent/index.ts'
import {OperationalError} from '../operational-error.ts'
import {type ConsentDatabase, consentDatabase} from './consent-database.ts'
import {consentQueries} from './consent-queries.ts'
import type {DatabaseSchema} from './database-schema.ts'
import {groupCommit} from './group-commit.ts'
import {subjectDigest} from './lookup-digest.ts'
import {migrate} from './migrate.ts'
import {type PreparedRecord, prepareRecord} from './prepare-record.ts'
import {blobsAsBytes} from './sqlite-bytes.ts'
import {sqliteWriter} from './sqlite-writer.ts'

const MAXIMUM_BATCH = 512

/**
 * Durable at each commit; with room in memory for the indexes of a large log, whose pages are asked for in no order.
 * Pages hold six records, and up to 64 MiB of them wait in the write-ahead log, so that a page that is often changed is seldom copied.
 */
const SETTINGS = [
  'page_size = 8192',
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = on',
  'busy_timeout = 10000',
  'cache_size = -65536',
  'mmap_size = 1073741824',
  'wal_autocheckpoint = 8000',
] as const

/** Opens a SQLite file. A commit is on the disk when it returns: WAL with `synchronous=FULL`. */
export async function openSqlite(location: string): Promise<ConsentDatabase> {
  const file = resolve(location)
  const db = await openFile(file)
  const queries = new Kysely<DatabaseSchema>({dialect: new SqliteDialect({database: db}), plugins: [blobsAsBytes]})
  try {
    db.exec('begin exclusive')
    await migrate(queries, 'sqlite')
    db.exec('commit')
  } catch (cause) {
    db.close()
    throw cause
  }
  const write = sqliteWriter(db)
  // By the query builder's own lock on the connection, so that no batch falls into a transaction of it.
  const alone = <T>(work: () => T) => queries.connection().execute(async () => work())
  const append = groupCommit<PreparedRecord, AppendResult>((records) => alone(() => write(records)), MAXIMUM_BATCH)
  return consentDatabase(queries, {
    ...consentQueries(queries),
    append: (draft, idempotency) => append(prepareRecord(draft, idempotency)),
    erase: (subject) => alone(() => eraseSubject(db, subject)),
  })
}

async function openFile(file: string): Promise<Database> {
  try {
    await mkdir(dirname(file), {recursive: true})
    const db = new Libsql(file, {timeout: 10_000})
    for (const setting of SETTINGS) db.pragma(setting)
    return db
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new OperationalError(
      'database-unreadable',
      `${file} cannot be opened as SQLite database (${reason})`,
      'Name a database of Proviso, or a file that is not there yet.',
      {cause},
    )
  }
}

/** What is erased is overwritten, and the write-ahead log with it. */
function eraseSubject(db: Database, subject: string): number {
  db.pragma('secure_delete = on')
  try {
    const {changes} = db
      .prepare(
        `update consent_records set subject_digest = null, personal = null, salt = null, key_digest = null, request_sha256 = null
         where subject_digest = ?`,
      )
      .run([subjectDigest(subject)])
    db.pragma('wal_checkpoint(truncate)')
    return changes
  } finally {
    db.pragma('secure_delete = off')
  }
}
