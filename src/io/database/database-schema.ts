/** Tables of the consent database, as Kysely sees them; docs/operations.md explains them. */
export interface DatabaseSchema {
  /** The lasting columns first; those from `subject_digest` on are absent once they were erased. */
  consent_records: {
    log_index: number
    record_id: string
    agreement: string
    /** Canonical JSON. */
    evidence: string
    personal_sha256: Uint8Array
    withdraws: string | null
    /** Bytes of `lookupDigest` of the subject. */
    subject_digest: Uint8Array | null
    /** Canonical JSON. */
    personal: string | null
    salt: Uint8Array | null
    /** Bytes of `lookupDigest` of the idempotency key with its caller; absent also where a record came without one. */
    key_digest: Uint8Array | null
    /** Of the request that the key came with. */
    request_sha256: Uint8Array | null
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
