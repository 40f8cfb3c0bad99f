import {Type} from 'typebox'
import {instant, name, sha256} from './schema-parts.ts'

/** What `versions/<version>/withdrawal.json` holds: that a version was withdrawn before it took effect. Appended beside the manifest, which stays as it is. */
export const withdrawalSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    agreement: name('Id of the agreement'),
    version: name('Version that is withdrawn'),
    manifestSha256: sha256('SHA-256 of its manifest.json'),
    withdrawnAt: instant('When it was withdrawn, before it took effect'),
    reason: Type.String({minLength: 1}),
    by: Type.Optional(Type.String({minLength: 1})),
    seal: sha256('SHA-256 of the RFC 8785 JSON of all other fields'),
  },
  {additionalProperties: false},
)

/** The record that a version was withdrawn before effect; made from {@link withdrawalSchema}. */
export type Withdrawal = Type.Static<typeof withdrawalSchema>
