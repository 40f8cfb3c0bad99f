import type {Kysely} from 'kysely'
import type {ApiKeyStore, ConsentLog, ConsentStore, WebhookCursor, WebhookOutbox, WebhookStore} from '../../consent/index.ts'
import {apiKeyStore} from './api-key-store.ts'
import type {DatabaseSchema} from './database-schema.ts'
import {withOutsideErrors} from './outside-errors.ts'
import {type SigningKeyStore, signingKeyStore} from './signing-key-store.ts'
import {webhookCursor, webhookOutbox, webhookStore} from './webhook-store.ts'

/** The database of consents, opened, with the tables of today: a SQLite file or PostgreSQL. */
export interface ConsentDatabase {
  readonly consents: ConsentStore & ConsentLog
  readonly signingKeys: SigningKeyStore
  readonly apiKeys: ApiKeyStore
  readonly webhooks: WebhookStore
  readonly outbox: WebhookOutbox
  readonly webhookCursor: WebhookCursor
  /** To be called when nothing is being asked for any more. */
  readonly close: () => Promise<void>
}

/** All stores of a database whose consents are kept by `consents`. */
export function consentDatabase(queries: Kysely<DatabaseSchema>, consents: ConsentStore & ConsentLog): ConsentDatabase {
  return {
    consents: withOutsideErrors(consents),
    signingKeys: withOutsideErrors(signingKeyStore(queries)),
    apiKeys: withOutsideErrors(apiKeyStore(queries)),
    webhooks: withOutsideErrors(webhookStore(queries)),
    outbox: withOutsideErrors(webhookOutbox(queries)),
    webhookCursor: withOutsideErrors(webhookCursor(queries)),
    close: () => queries.destroy(),
  }
}
