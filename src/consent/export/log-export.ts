import {Type} from 'typebox'
import {toBase64, toHex} from '../binary-text.ts'
import type {Checkpoint} from '../log/checkpoint.ts'
import {hashTextLeaf} from '../log/merkle-tree.ts'
import {saltSchema} from '../receipt/receipt.ts'
import {consentEvidenceSchema} from '../record/consent-evidence.ts'
import type {ConsentRecord} from '../record/consent-record.ts'
import {personalPartSchema} from '../record/consent-request.ts'
import {formatLogEntry, hashEvidence} from '../record/log-entry.ts'
import {line, sha256Digits} from '../record/schema-parts.ts'
import type {Sha256} from '../sha256.ts'

/** First line of an export: what the log says of itself. */
export const exportHeadSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    kind: Type.Literal('consent-log-export'),
    origin: line('Name of the log', 300),
    size: Type.Integer({minimum: 0, description: 'Number of records that follow'}),
    root: Type.String({pattern: '^[A-Za-z0-9+/]{43}=$', description: 'Root of the log in base64'}),
    checkpoint: Type.String({maxLength: 10_000, description: 'Signed note (C2SP tlog-checkpoint)'}),
  },
  {additionalProperties: false, title: 'Head of a consent log export'},
)

/** Each other line of an export: a record in its place. */
export const exportLineSchema = Type.Object(
  {
    index: Type.Integer({minimum: 0}),
    leafSha256: sha256Digits('entry of the log, by RFC 6962'),
    evidence: consentEvidenceSchema,
    personalSha256: sha256Digits('personal part with its salt'),
    personal: Type.Optional(personalPartSchema),
    salt: Type.Optional(saltSchema),
  },
  {additionalProperties: false, title: 'Record of a consent log export'},
)

/** First line of an export of the whole log, as JSON Lines. */
export function exportHead({origin, size, root}: Checkpoint, checkpoint: string): string {
  return `${JSON.stringify({schemaVersion: 1, kind: 'consent-log-export', origin, size, root: toBase64(root), checkpoint})}\n`
}

/** Line of a record. */
export function exportLine({index, evidence, personalSha256, personal, salt}: ConsentRecord, sha256: Sha256): string {
  const entry = formatLogEntry({recordId: evidence.recordId, evidenceSha256: hashEvidence(evidence, sha256), personalSha256})
  return `${JSON.stringify({index, leafSha256: toHex(hashTextLeaf(entry, sha256)), evidence, personalSha256, personal, salt})}\n`
}
