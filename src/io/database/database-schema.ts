/** Tables of the consent database, as Kysely sees them; docs/operations.md explains them. */
export interface DatabaseSchema {
  consent_records: {
    log_index: number
    record_id: string
    /** Canonical JSON. */
    evidence: string
    personal_sha256: Uint8Array
    leaf_hash: Uint8Array
    withdraws: string | null
  }
  consent_subjects: {
    log_index: number
    subject: string
    agreement: string
    /** Canonical JSON. */
    personal: string
    salt: Uint8Array
  }
  idempotency_keys: {
    client: string
    key: string
    request_sha256: Uint8Array
    log_index: number
    created_at: string
  }
  log_tiles: {level: number; tile_index: number; hashes: Uint8Array}
  log_head: {id: number; size: number; peaks: Uint8Array}
  signing_keys: {kid: string; x: string; d: string; created_at: string; retired_at: string | null}
  api_keys: {
    id: string
    name: string
    /** Scopes with blanks between them. */
    scopes: string
    secret_sha256: string
    created_at: string
    expires_at: string | null
    revoked_at: string | null
  }
  webhooks: {
    id: string
    url: string
    secret: string
    /** Events with blanks between them. */
    events: string
    created_at: string
  }
  webhook_outbox: {
    id: string
    webhook: string
    event: string
    event_key: string
    payload: string
    attempts: number
    /** Absent once it was delivered or given up. */
    due_at: string | null
    delivered_at: string | null
    last_failure: string | null
  }
  webhook_cursor: {id: number; log_index: number}
}
