import {type Kysely, type Migration, type MigrationProvider, sql} from 'kysely'

/** Kinds of database that consents can be kept in. */
export type DatabaseKind = 'sqlite' | 'postgres'

/** The steps that bring a database to the tables of today; a step that was released is never edited. */
export function migrationsFor(kind: DatabaseKind): MigrationProvider {
  return {getMigrations: async () => ({'0001-consent-log': consentLog(kind), '0002-keys-and-webhooks': keysAndWebhooks(kind)})}
}

function consentLog(kind: DatabaseKind): Migration {
  const isPostgres = kind === 'postgres'
  const integer = isPostgres ? 'bigint' : 'integer'
  const bytes = isPostgres ? 'bytea' : 'blob'
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('consent_records')
        .addColumn('log_index', integer, (column) => column.primaryKey())
        .addColumn('record_id', 'text', (column) => column.notNull().unique())
        .addColumn('agreement', 'text', (column) => column.notNull())
        .addColumn('evidence', 'text', (column) => column.notNull())
        .addColumn('personal_sha256', bytes, (column) => column.notNull())
        .addColumn('withdraws', 'text')
        .addColumn('subject_digest', bytes)
        .addColumn('personal', 'text')
        .addColumn('salt', bytes)
        .addColumn('key_digest', bytes)
        .addColumn('request_sha256', bytes)
        .execute()
      await sql`create unique index consent_records_withdraws on consent_records (withdraws) where withdraws is not null`.execute(db)
      await sql`create unique index consent_records_key on consent_records (key_digest) where key_digest is not null`.execute(db)
      await sql`create index consent_records_subject on consent_records (subject_digest) where subject_digest is not null`.execute(db)
      await db.schema
        .createTable('log_tiles')
        .addColumn('level', 'integer', (column) => column.notNull())
        .addColumn('tile_index', integer, (column) => column.notNull())
        .addColumn('hashes', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('log_tiles_pk', ['level', 'tile_index'])
        .execute()
      await db.schema
        .createTable('log_head')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('size', integer, (column) => column.notNull())
        .addColumn('peaks', bytes, (column) => column.notNull())
        .execute()
      await sql`insert into log_head (id, size, peaks) values (1, 0, ${new Uint8Array()})`.execute(db)
      for (const statement of isPostgres ? POSTGRES_GUARDS : SQLITE_GUARDS) await sql.raw(statement).execute(db)
    },
  }
}

function keysAndWebhooks(kind: DatabaseKind): Migration {
  const integer = kind === 'postgres' ? 'bigint' : 'integer'
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('signing_keys')
        .addColumn('kid', 'text', (column) => column.primaryKey())
        .addColumn('x', 'text', (column) => column.notNull())
        .addColumn('d', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('retired_at', 'text')
        .execute()
      await sql`create unique index signing_keys_current on signing_keys ((retired_at is null)) where retired_at is null`.execute(db)
      await db.schema
        .createTable('api_keys')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('scopes', 'text', (column) => column.notNull())
        .addColumn('secret_sha256', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text')
        .addColumn('revoked_at', 'text')
        .execute()
      await db.schema
        .createTable('webhooks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('url', 'text', (column) => column.notNull())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('events', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('webhook_outbox')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('webhook', 'text', (column) => column.notNull().references('webhooks.id').onDelete('cascade'))
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('event_key', 'text', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('due_at', 'text')
        .addColumn('delivered_at', 'text')
        .addColumn('last_failure', 'text')
        .addUniqueConstraint('webhook_outbox_once', ['webhook', 'event', 'event_key'])
        .execute()
      await sql`create index webhook_outbox_due on webhook_outbox (due_at) where due_at is not null`.execute(db)
      await db.schema
        .createTable('webhook_cursor')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('log_index', integer, (column) => column.notNull())
        .execute()
      await sql`insert into webhook_cursor (id, log_index) values (1, 0)`.execute(db)
    },
  }
}

/** Whether an update does more than erase what may be erased of a record. */
const IS_EDIT = [
  ...['log_index', 'record_id', 'agreement', 'evidence', 'personal_sha256', 'withdraws'].map(
    (name) => `new.${name} is distinct from old.${name}`,
  ),
  ...['subject_digest', 'personal', 'salt', 'key_digest', 'request_sha256'].map((name) => `new.${name} is not null`),
].join(' or ')

/** Records are appended, never edited: the database itself refuses. */
const SQLITE_GUARDS = [`update on consent_records when ${IS_EDIT}`, 'delete on consent_records'].map(
  (act) => `create trigger consent_records_no_${act.slice(0, 6)} before ${act}
    begin select raise(abort, 'consent records are appended, never edited'); end`,
)

const POSTGRES_GUARDS = [
  `create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'consent records are appended, never edited'; end $$`,
  `create trigger consent_records_no_update before update on consent_records
    for each row when (${IS_EDIT}) execute function refuse_change()`,
  `create trigger consent_records_no_delete before delete on consent_records
    for each row execute function refuse_change()`,
  `create trigger consent_records_no_truncate before truncate on consent_records
    for each statement execute function refuse_change()`,
]
