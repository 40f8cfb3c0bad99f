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
    response_sha256: Uint8Array
    log_index: number
    created_at: string
  }
  log_tiles: {level: number; tile_index: number; hashes: Uint8Array}
  log_head: {id: number; size: number; peaks: Uint8Array}
}
