import {Type} from 'typebox'
import {consentEvidenceSchema} from '../../index.ts'

/** What a caller is told once a record is durable. */
export const acknowledgementSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  recordId: Type.String({description: 'UUID'}),
  index: Type.Integer({minimum: 0, description: 'Place in the log'}),
  href: Type.String(),
})

/** A record as it is sent: its evidence, its place in the log, and no personal data. */
export const consentDocumentSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  index: Type.Integer({minimum: 0}),
  evidence: consentEvidenceSchema,
  personalSha256: Type.String({description: 'Hash of the personal part with its salt'}),
  isErased: Type.Boolean({description: 'Whether the personal part was erased'}),
})

/** Where a subject stands with an agreement. */
export const standingSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  accepted: Type.Optional(
    Type.Object(
      {recordId: Type.String(), version: Type.String(), locale: Type.String(), at: Type.String()},
      {
        description: 'The record that counts',
      },
    ),
  ),
  current: Type.Optional(Type.String({description: 'Version in force'})),
  upcoming: Type.Array(Type.String()),
  mustAgreeAgain: Type.Boolean(),
  reasons: Type.Array(Type.Object({code: Type.String(), version: Type.Optional(Type.String()), because: Type.Array(Type.String())})),
  changes: Type.Optional(Type.String({description: 'Address of what changed since'})),
})

/** How much was erased. */
export const erasureSchema = Type.Object({schemaVersion: Type.Literal(1), erased: Type.Integer({minimum: 0})})

/** Path of a record. */
export const recordParams = Type.Object({
  id: Type.String({pattern: '^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', description: 'Id of the record'}),
})

/** Headers of a request that writes. */
export const idempotencyHeaders = Type.Object({
  'idempotency-key': Type.String({
    pattern: '^[\\x21-\\x7e]{8,200}$',
    description: 'Names the act, so that it is recorded once however often it is sent',
  }),
})
