import {Type} from 'typebox'
import {expressionSchema} from './expression.ts'
import {processingSchema} from './processing.ts'
import {instant, line, locale, name, recordId, sha256Digits} from './schema-parts.ts'
import {shownClausesSchema} from './shown-text.ts'

/** What is wrong with an expression of will, with its law. It is recorded as it was; the weakness is told to whoever relies on it. */
const weaknessSchema = Type.Object(
  {
    code: Type.Enum(['continued-use', 'pre-checked-control', 'text-not-displayed', 'clauses-not-presented', 'version-not-current']),
    basis: line('Article of law', 300),
  },
  {additionalProperties: false},
)

/** One of {@link ConsentEvidence.weaknesses}. */
export type Weakness = Type.Static<typeof weaknessSchema>

/** The lasting part of a consent record: all but personal data. Its hash is in the log. */
export const consentEvidenceSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    recordId: recordId('Id of the record'),
    recordType: Type.Enum(['acceptance', 'consent']),
    event: Type.Object(
      {
        type: Type.Enum(['accept', 'reject', 'renew', 'object', 'withdraw']),
        at: instant('Time by the clock of the server, to the millisecond, in UTC'),
        clientAt: Type.Optional(instant('Time by the clock of the client')),
        timeZone: Type.Optional(line('Time zone of the subject (IANA)', 64)),
      },
      {additionalProperties: false},
    ),
    agreement: name('Id of the agreement'),
    version: name('Version'),
    locale: locale('Language that was shown'),
    title: line('Title of the text', 500),
    effectiveAt: instant('When the version takes effect'),
    sourceSha256: sha256Digits('Markdown'),
    treeSha256: sha256Digits('canonical clause tree'),
    pageSha256: Type.Optional(sha256Digits('file that was shown')),
    parametersSha256: Type.Optional(sha256Digits('values that placeholders were filled with')),
    provider: Type.Optional(line('Name of the provider', 300)),
    conspicuousClauses: shownClausesSchema,
    expression: Type.Optional(expressionSchema),
    channel: Type.Object(
      {name: Type.String(), surface: Type.Optional(Type.String()), appVersion: Type.Optional(Type.String())},
      {additionalProperties: false},
    ),
    jurisdictions: Type.Optional(Type.Array(Type.String())),
    processing: Type.Optional(processingSchema),
    withdraws: Type.Optional(recordId('Record that this one ends')),
    reason: Type.Optional(Type.String()),
    validUntil: Type.Optional(instant('When it ends by itself')),
    retentionUntil: Type.Optional(instant('Until when the record is to be kept')),
    weaknesses: Type.Array(weaknessSchema),
  },
  {additionalProperties: false, title: 'Evidence of a consent'},
)

/** Made from {@link consentEvidenceSchema}. */
export type ConsentEvidence = Type.Static<typeof consentEvidenceSchema>
