import {randomUUID} from 'node:crypto'
import type {Kysely, Transaction} from 'kysely'
import {canonicalJson} from '../../compiler/index.ts'
import {
  type ConsentEvidence,
  WEBHOOK_EVENTS,
  type WebhookCursor,
  type WebhookEvent,
  type WebhookOutbox,
  type WebhookStore,
} from '../../consent/index.ts'
import type {DatabaseSchema} from './database-schema.ts'

const LEASE_MS = 60_000

/** Webhooks in the database. */
export function webhookStore(db: Kysely<DatabaseSchema>): WebhookStore {
  return {
    async add({id, url, secret, events, createdAt}) {
      await db
        .insertInto('webhooks')
        .values({id, url, secret, events: events.join(' '), created_at: createdAt})
        .execute()
    },
    async list() {
      const rows = await db.selectFrom('webhooks').selectAll().orderBy('created_at').orderBy('id').execute()
      return rows.map(({id, url, secret, events, created_at}) => ({id, url, secret, events: toEvents(events), createdAt: created_at}))
    },
    async remove(id) {
      const {numDeletedRows} = await db.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}

/** Messages to be sent, in the database. */
export function webhookOutbox(db: Kysely<DatabaseSchema>): WebhookOutbox {
  return {
    put: (event, key, payload, at) => put(db, event, key, payload, at),
    async take(at, limit) {
      const leased = new Date(Date.parse(at) + LEASE_MS).toISOString()
      const due = await db
        .selectFrom('webhook_outbox')
        .select(['id', 'due_at'])
        .where('due_at', '<=', at)
        .orderBy('due_at')
        .limit(limit)
        .execute()
      const taken = await Promise.all(
        due.map(({id, due_at}) =>
          db
            .updateTable('webhook_outbox')
            .set((row) => ({due_at: leased, attempts: row('attempts', '+', 1)}))
            .where('id', '=', id)
            .where('due_at', '=', due_at)
            .returning(['id', 'webhook', 'event', 'payload', 'attempts', 'due_at'])
            .executeTakeFirst(),
        ),
      )
      return taken.flatMap((row) => {
        const [event] = toEvents(row?.event ?? '')
        return row && event ? [{id: row.id, webhook: row.webhook, event, payload: row.payload, attempts: row.attempts, dueAt: leased}] : []
      })
    },
    async delivered(id, at) {
      await db.updateTable('webhook_outbox').set({delivered_at: at, due_at: null, last_failure: null}).where('id', '=', id).execute()
    },
    async failed(id, reason, dueAt) {
      await db
        .updateTable('webhook_outbox')
        .set({due_at: dueAt ?? null, last_failure: reason.slice(0, 500)})
        .where('id', '=', id)
        .execute()
    },
  }
}

/** Follows the log of consents. */
export function webhookCursor(db: Kysely<DatabaseSchema>): WebhookCursor {
  return {
    advance: (at, limit) =>
      db.transaction().execute(async (transaction) => {
        // Writing first takes the lock, so that two servers never send for the same records.
        const {log_index} = await transaction
          .updateTable('webhook_cursor')
          .set((row) => ({log_index: row.ref('log_index')}))
          .where('id', '=', 1)
          .returning('log_index')
          .executeTakeFirstOrThrow()
        const rows = await transaction
          .selectFrom('consent_records')
          .select(['log_index', 'evidence'])
          .where('log_index', '>=', log_index)
          .orderBy('log_index')
          .limit(limit)
          .execute()
        for (const row of rows) {
          const {recordId, recordType, event, agreement, version}: ConsentEvidence = JSON.parse(row.evidence)
          const type = event.type === 'withdraw' ? 'consent.withdrawn' : 'consent.recorded'
          const data = {recordId, recordType, event: event.type, at: event.at, agreement, version, index: row.log_index}
          await put(transaction, type, recordId, canonicalJson({schemaVersion: 1, type, timestamp: event.at, data}), at)
        }
        await transaction
          .updateTable('webhook_cursor')
          .set({log_index: log_index + rows.length})
          .where('id', '=', 1)
          .execute()
        return rows.length
      }),
  }
}

async function put(
  db: Kysely<DatabaseSchema> | Transaction<DatabaseSchema>,
  event: WebhookEvent,
  key: string,
  payload: string,
  at: string,
) {
  const webhooks = await db.selectFrom('webhooks').select(['id', 'events']).execute()
  const wanted = webhooks.filter(({events}) => toEvents(events).includes(event))
  if (wanted.length === 0) return
  await db
    .insertInto('webhook_outbox')
    .values(
      wanted.map(({id}) => ({
        id: `msg_${randomUUID()}`,
        webhook: id,
        event,
        event_key: key,
        payload,
        attempts: 0,
        due_at: at,
        delivered_at: null,
        last_failure: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['webhook', 'event', 'event_key']).doNothing())
    .execute()
}

function toEvents(words: string): WebhookEvent[] {
  const named = new Set(words.split(' '))
  return WEBHOOK_EVENTS.filter((event) => named.has(event))
}
