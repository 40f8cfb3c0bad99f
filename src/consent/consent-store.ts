import type {ConsentDraft, ConsentRecord} from './record/consent-record.ts'

/** A key by which a caller makes a repeated request count once (draft-ietf-httpapi-idempotency-key-header). */
export interface IdempotencyKey {
  /** Id of the API key that the request came with; keys of different callers never meet. */
  readonly client: string
  readonly key: string
  /** Of the request's body in canonical form. */
  readonly requestSha256: string
}

/** What a caller is told once a record is durable; the same for every repetition of the request. */
export interface Acknowledgement {
  readonly schemaVersion: 1
  readonly recordId: string
  /** Place in the log. */
  readonly index: number
}

/** What became of a draft. */
export type AppendResult =
  | {readonly type: 'appended' | 'repeated'; readonly acknowledgement: Acknowledgement}
  /** The key was used for another request. */
  | {readonly type: 'key-reused'}
  /** Another record withdrew it before. */
  | {readonly type: 'already-withdrawn'}

/** Keeps consent records: appended, never edited. What was acknowledged survives the death of the process and of the machine. */
export interface ConsentStore {
  /** Resolves when the record is on the disk and in the log. */
  readonly append: (draft: ConsentDraft, idempotency?: IdempotencyKey) => Promise<AppendResult>
  readonly find: (recordId: string) => Promise<ConsentRecord | undefined>
  /** Records of a subject for an agreement, oldest first. */
  readonly history: (subject: string, agreement: string) => Promise<readonly ConsentRecord[]>
  /** Erases the personal part of all records of a subject (GDPR Art. 17, PIPL Art. 47); gives their number. Evidence and log stay. */
  readonly erase: (subject: string) => Promise<number>
}
