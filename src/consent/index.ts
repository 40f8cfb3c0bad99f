/** Consent: records of who agreed to which exact text, the log over them, receipts, and who must agree again. */
export {API_KEY_SCOPES, type ApiKey, type ApiKeyScope, type ApiKeyStore, formatApiKey, parseApiKey, refuseApiKey} from './api-key.ts'
export type {ConsentLog} from './consent-log.ts'
export type {Acknowledgement, AppendResult, ConsentStore, IdempotencyKey} from './consent-store.ts'
export {type AuditResult, auditLog} from './export/audit-log.ts'
export {exportHead, exportHeadSchema, exportLine} from './export/log-export.ts'
export {type Checkpoint, openCheckpoint, signCheckpoint} from './log/checkpoint.ts'
export {entryBundle, parseEntryBundle} from './log/entry-bundle.ts'
export {growLog, type LogEdge, type LogTile, rootOfEdge, TILE_WIDTH, tailWidth, tileIndex} from './log/log-edge.ts'
export type {LogReader} from './log/log-reader.ts'
export {hashTextLeaf, verifyConsistency, verifyInclusion} from './log/merkle-tree.ts'
export {proveConsistency, proveInclusion, rootAt} from './log/prove.ts'
export type {NoteSigner, NoteVerifier} from './log/signed-note.ts'
export {parseTilePath, tilePath} from './log/tile-path.ts'
export {formatLogProof, parseLogProof} from './log/tlog-proof.ts'
export {type AgreementReason, type AgreementStanding, mustAgreeAgain} from './must-agree-again.ts'
export type {PublishedVersion, PublishedVersions, VersionText} from './published-versions.ts'
export {issueReceipt, proveRecord, type ReceiptTools, type SigningKey} from './receipt/issue-receipt.ts'
export {type PublicKey, readPublicKeys} from './receipt/public-keys.ts'
export {type Receipt, type ReceiptDocument, receiptDocumentSchema, receiptSchema} from './receipt/receipt.ts'
export {toJsonLd} from './receipt/to-json-ld.ts'
export {toKantara} from './receipt/to-kantara.ts'
export {type EvidenceFault, type VerificationTools, verifyReceipt} from './receipt/verify-receipt.ts'
export {type ConsentEvidence, consentEvidenceSchema, type Weakness} from './record/consent-evidence.ts'
export type {ConsentDraft, ConsentRecord} from './record/consent-record.ts'
export type {ConsentRefusal} from './record/consent-refusal.ts'
export {
  type ConsentRequest,
  consentRequestSchema,
  type PersonalPart,
  type WithdrawalRequest,
  withdrawalRequestSchema,
} from './record/consent-request.ts'
export {draftConsent, draftWithdrawal} from './record/draft-consent.ts'
export {formatLogEntry, hashEvidence, hashPersonal} from './record/log-entry.ts'
export {readRequest} from './record/read-request.ts'
export type {ShownText} from './record/shown-text.ts'
export type {Sha256} from './sha256.ts'
export {
  WEBHOOK_EVENTS,
  type Webhook,
  type WebhookCursor,
  type WebhookEvent,
  type WebhookMessage,
  type WebhookOutbox,
  type WebhookStore,
} from './webhook.ts'
