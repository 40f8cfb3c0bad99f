import {Value} from 'typebox/value'
import {fromBase64, fromUtf8} from '../binary-text.ts'
import {openCheckpoint} from '../log/checkpoint.ts'
import {hashTextLeaf, verifyInclusion} from '../log/merkle-tree.ts'
import type {NoteVerifier} from '../log/signed-note.ts'
import {formatLogEntry, hashEvidence, hashPersonal} from '../record/log-entry.ts'
import type {Sha256} from '../sha256.ts'
import type {PublicKey} from './public-keys.ts'
import {type Receipt, type ReceiptDocument, receiptSchema} from './receipt.ts'

/** What keeps a receipt or an export from being believed. */
export interface EvidenceFault {
  readonly code:
    | 'signature-wrong'
    | 'malformed'
    | 'personal-part-altered'
    | 'checkpoint-unsigned'
    | 'not-in-log'
    | 'record-altered'
    | 'record-missing'
    | 'record-twice'
    | 'log-altered'
    | 'log-cut'
  readonly message: string
  /** Line of the file that was checked, from 1. */
  readonly line?: number
}

/** What verification needs beside the public keys. */
export interface VerificationTools {
  readonly sha256: Sha256
  /** Verifies notes by an Ed25519 public key of 32 bytes in base64url. */
  readonly noteVerifier: (name: string, x: string) => NoteVerifier
}

/** A receipt whose signature holds, and all that is wrong with it nevertheless. */
export interface VerifiedReceipt {
  /** Absent where the signature does not hold: nothing of it is to be believed then. */
  readonly receipt?: Receipt
  readonly faults: readonly EvidenceFault[]
}

/** Checks a receipt by public keys alone: its signature, the hashes of its record, and that the record is in the log of a signed checkpoint. */
export async function verifyReceipt(
  {jws}: ReceiptDocument,
  keys: readonly PublicKey[],
  tools: VerificationTools,
): Promise<VerifiedReceipt> {
  const payload = await signedPayload(jws, keys)
  if (!payload) return {faults: [{code: 'signature-wrong', message: 'Unexpected signature, expected one by a key that was given'}]}
  const receipt = parseJson(payload)
  if (!Value.Check(receiptSchema, receipt))
    return {faults: [{code: 'malformed', message: 'Unexpected payload, expected a consent receipt'}]}
  return {receipt, faults: faultsOf(receipt, keys, tools)}
}

async function signedPayload(jws: string, keys: readonly PublicKey[]): Promise<Uint8Array | undefined> {
  const {compactVerify} = await import('jose')
  for (const {kty, crv, x} of keys) {
    try {
      return (await compactVerify(jws, {kty, crv, x, alg: 'EdDSA'}, {algorithms: ['EdDSA']})).payload
    } catch {
      // Another key may be the one.
    }
  }
  return undefined
}

function faultsOf(
  {recordId, issuer, record, log}: Receipt,
  keys: readonly PublicKey[],
  {sha256, noteVerifier}: VerificationTools,
): EvidenceFault[] {
  const faults: EvidenceFault[] = []
  const {evidence, personal, salt, personalSha256} = record
  if (evidence.recordId !== recordId)
    faults.push({code: 'record-altered', message: `Unexpected record ${evidence.recordId}, expected ${recordId}`})
  if ((personal === undefined) !== (salt === undefined) || (personal && salt && hashPersonal(personal, salt, sha256) !== personalSha256))
    faults.push({code: 'personal-part-altered', message: 'Unexpected personal part, expected the one that the log holds the hash of'})
  const verifiers = keys.map(({x}) => noteVerifier(issuer, x))
  const checkpoint = openCheckpoint(log.checkpoint, verifiers, sha256)
  if (!checkpoint)
    return [...faults, {code: 'checkpoint-unsigned', message: 'Unexpected checkpoint, expected one signed by a key that was given'}]
  const leaf = hashTextLeaf(formatLogEntry({recordId, evidenceSha256: hashEvidence(evidence, sha256), personalSha256}), sha256)
  const proof = log.proof.map(fromBase64).filter((hash) => hash !== undefined)
  const claim = {index: log.index, size: checkpoint.size, root: checkpoint.root, leaf, proof}
  if (!verifyInclusion(claim, sha256))
    faults.push({code: 'not-in-log', message: 'Unexpected record, expected one that the checkpoint covers'})
  return faults
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '')
  } catch {
    return undefined
  }
}
