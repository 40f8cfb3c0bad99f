import {canonicalJson} from '../../compiler/index.ts'
import {toBase64, toUtf8} from '../binary-text.ts'
import {signCheckpoint} from '../log/checkpoint.ts'
import type {LogReader} from '../log/log-reader.ts'
import {proveInclusion, rootAt} from '../log/prove.ts'
import type {NoteSigner} from '../log/signed-note.ts'
import type {LogProof} from '../log/tlog-proof.ts'
import type {ConsentRecord} from '../record/consent-record.ts'
import type {Sha256} from '../sha256.ts'
import type {PublicKey} from './public-keys.ts'
import type {Receipt, ReceiptDocument} from './receipt.ts'

/** An Ed25519 key pair (RFC 8037) with its name. */
export type SigningKey = PublicKey & {readonly kid: string; readonly d: string}

/** What proofs and receipts are made with. */
export interface ReceiptTools {
  readonly log: LogReader
  /** Signs checkpoints; its name is the origin of the log. */
  readonly notes: NoteSigner
  readonly sha256: Sha256
}

/** Proof that a record is in the log of `size` entries. The same record and size give the same proof. */
export async function proveRecord(index: number, size: number, {log, notes, sha256}: ReceiptTools): Promise<LogProof> {
  const proof = await proveInclusion(index, size, log, sha256)
  return {index, proof, checkpoint: signCheckpoint({size, root: await rootAt(size, log, sha256)}, notes, sha256)}
}

/**
 * Signed copy of a record for its subject, with the proof that it is in the log.
 * It proves against the log as it was when the record came in, so that the same record and key give the same receipt.
 */
export async function issueReceipt(record: ConsentRecord, key: SigningKey, tools: ReceiptTools): Promise<ReceiptDocument> {
  const {index, proof, checkpoint} = await proveRecord(record.index, record.index + 1, tools)
  const {evidence, personalSha256, personal, salt} = record
  const receipt: Receipt = {
    schemaVersion: 1,
    kind: 'consent-receipt',
    recordId: evidence.recordId,
    issuer: tools.notes.name,
    record: {evidence, personalSha256, ...(personal === undefined || salt === undefined ? {} : {personal, salt})},
    log: {index, proof: proof.map(toBase64), checkpoint},
  }
  const {kty, crv, x, d, kid} = key
  const {CompactSign} = await import('jose')
  const jws = await new CompactSign(toUtf8(canonicalJson(receipt)))
    .setProtectedHeader({alg: 'EdDSA', kid, typ: 'consent-receipt+json'})
    .sign({kty, crv, x, d, alg: 'EdDSA'})
  return {schemaVersion: 1, kind: 'signed-consent-receipt', jws}
}
