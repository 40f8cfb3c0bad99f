import {Type} from 'typebox'
import {consentEvidenceSchema} from '../record/consent-evidence.ts'
import {personalPartSchema} from '../record/consent-request.ts'
import {line, recordId, sha256Digits} from '../record/schema-parts.ts'

const base64Hash = Type.String({pattern: '^[A-Za-z0-9+/]{43}=$', description: 'SHA-256 in base64'})

/** Salt of a personal part. */
export const saltSchema = Type.String({pattern: '^[0-9a-f]{64}$', description: '32 random bytes in hexadecimal digits'})

/** What a receipt says, as payload of its signature. */
export const receiptSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    kind: Type.Literal('consent-receipt'),
    recordId: recordId('Record that it is about'),
    issuer: line('Who keeps the records: origin of the log', 300),
    record: Type.Object(
      {
        evidence: consentEvidenceSchema,
        personalSha256: sha256Digits('personal part with its salt'),
        personal: Type.Optional(personalPartSchema),
        salt: Type.Optional(saltSchema),
      },
      {additionalProperties: false},
    ),
    log: Type.Object(
      {
        index: Type.Integer({minimum: 0, description: 'Place in the log'}),
        proof: Type.Array(base64Hash, {maxItems: 64, description: 'Hashes from the sibling of the leaf up to a child of the root'}),
        checkpoint: Type.String({maxLength: 10_000, description: 'Signed note (C2SP tlog-checkpoint)'}),
      },
      {additionalProperties: false},
    ),
  },
  {additionalProperties: false, title: 'Consent receipt'},
)

/** Made from {@link receiptSchema}. */
export type Receipt = Type.Static<typeof receiptSchema>

/** A receipt as file: signed, so that it can be checked by the public key alone. */
export const receiptDocumentSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    kind: Type.Literal('signed-consent-receipt'),
    jws: Type.String({pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$', description: 'Compact JWS (RFC 7515), EdDSA, over a consent receipt'}),
  },
  {additionalProperties: false, title: 'Signed consent receipt'},
)

/** Made from {@link receiptDocumentSchema}. */
export type ReceiptDocument = Type.Static<typeof receiptDocumentSchema>
