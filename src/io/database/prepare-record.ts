import {canonicalJson} from '../../compiler/index.ts'
import {type ConsentDraft, formatLogEntry, hashTextLeaf, type IdempotencyKey} from '../../consent/index.ts'
import {sha256, sha256Digits} from '../sha256.ts'
import {lookupDigest, subjectDigest} from './lookup-digest.ts'

/** An idempotency key as it is stored: what a caller chose for a key may tell who asked, so it is not kept. */
export interface HashedKey {
  /** {@link lookupDigest} of the key with its caller. */
  readonly keyDigest: string
  /** In hexadecimal digits. */
  readonly requestSha256: string
}

/** A draft with all of its hashes, ready to be given a place. */
export interface PreparedRecord {
  readonly recordId: string
  readonly agreement: string
  /** {@link subjectDigest}. */
  readonly subjectDigest: Uint8Array
  readonly withdraws: string | undefined
  /** UTF-8 of canonical JSON: encoded once, to be hashed and to be stored. */
  readonly evidence: Uint8Array
  /** Canonical JSON. */
  readonly personal: string
  readonly salt: Uint8Array
  readonly personalSha256: Uint8Array
  readonly leaf: Uint8Array
  readonly idempotency: HashedKey | undefined
}

/** Hashes a draft. */
export function prepareRecord({evidence, personal, salt}: ConsentDraft, idempotency: IdempotencyKey | undefined): PreparedRecord {
  const evidenceBytes = Buffer.from(canonicalJson(evidence))
  const personalText = canonicalJson(personal)
  const personalSha256 = sha256Digits(`{"personal":${personalText},"salt":"${salt}"}`)
  const {recordId} = evidence
  const entry = formatLogEntry({recordId, evidenceSha256: sha256Digits(evidenceBytes), personalSha256})
  return {
    recordId,
    agreement: evidence.agreement,
    subjectDigest: subjectDigest(personal.subject),
    withdraws: evidence.withdraws,
    evidence: evidenceBytes,
    personal: personalText,
    salt: Buffer.from(salt, 'hex'),
    personalSha256: Buffer.from(personalSha256, 'hex'),
    leaf: hashTextLeaf(entry, sha256),
    idempotency: idempotency && hashKey(idempotency),
  }
}

function hashKey({client, key, requestSha256}: IdempotencyKey): HashedKey {
  return {keyDigest: lookupDigest(canonicalJson([client, key])), requestSha256}
}
