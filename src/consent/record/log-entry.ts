import {canonicalJson} from '../../compiler/index.ts'
import {toHex} from '../binary-text.ts'
import type {Sha256} from '../sha256.ts'
import type {ConsentEvidence} from './consent-evidence.ts'
import type {PersonalPart} from './consent-request.ts'

/** What the log holds of a record: hashes, nothing that tells who agreed to what. */
export interface LogEntry {
  readonly schemaVersion: 1
  readonly recordId: string
  /** Of the evidence in canonical form. */
  readonly evidenceSha256: string
  /** Of the personal part with its salt in canonical form. */
  readonly personalSha256: string
}

/** Hash of evidence, in hexadecimal digits. */
export function hashEvidence(evidence: ConsentEvidence, sha256: Sha256): string {
  return toHex(sha256(canonicalJson(evidence)))
}

/** Hash of a personal part with its salt, in hexadecimal digits. */
export function hashPersonal(personal: PersonalPart, salt: string, sha256: Sha256): string {
  return toHex(sha256(canonicalJson({personal, salt})))
}

/** The bytes of an entry are the UTF-8 of this text. */
export function formatLogEntry({recordId, evidenceSha256, personalSha256}: Omit<LogEntry, 'schemaVersion'>): string {
  return `{"evidenceSha256":"${evidenceSha256}","personalSha256":"${personalSha256}","recordId":"${recordId}","schemaVersion":1}`
}
