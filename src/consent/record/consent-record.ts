import type {ConsentEvidence} from './consent-evidence.ts'
import type {PersonalPart} from './consent-request.ts'

/** Evidence that a subject agreed to an exact text, before it has a place in the log. */
export interface ConsentDraft {
  readonly evidence: ConsentEvidence
  readonly personal: PersonalPart
  /** 32 random bytes in hexadecimal digits. They keep anybody from guessing the personal part from its hash, and are erased with it. */
  readonly salt: string
}

/** A consent record with its place in the log. */
export interface ConsentRecord {
  readonly evidence: ConsentEvidence
  /** Absent once it was erased; the evidence and the log stay. */
  readonly personal?: PersonalPart
  /** Erased with the personal part. */
  readonly salt?: string
  /** Of the personal part and the salt; what the log holds of them. */
  readonly personalSha256: string
  /** Place in the log, from 0. */
  readonly index: number
}
