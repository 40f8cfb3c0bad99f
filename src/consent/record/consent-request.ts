import {Type} from 'typebox'
import {expressionSchema} from './expression.ts'
import {processingSchema} from './processing.ts'
import {instant, line, sha256Digits} from './schema-parts.ts'
import {shownTextSchema} from './shown-text.ts'

/** Personal data of a record: erasable, and kept apart from the evidence. As little as is needed. */
export const personalPartSchema = Type.Object(
  {
    subject: line('Who agrees, by an opaque name that means nothing outside the caller', 256),
    subjectType: Type.Optional(line('What the name is, such as `account` or `company`', 64)),
    authentication: Type.Optional(line('How the subject was known, such as `password` or `sms-code`', 64)),
    onBehalfOf: Type.Optional(line('Opaque name of the company or person that is bound', 256)),
    sessionId: Type.Optional(line('Opaque name of the session', 256)),
    truncatedIp: Type.Optional(
      Type.String({pattern: '^(?:\\d{1,3}\\.){3}0$|^[0-9a-f:]{2,20}::$', description: 'Address of the network, the last part cut off'}),
    ),
    userAgentSha256: Type.Optional(sha256Digits('user agent')),
  },
  {additionalProperties: false},
)

/** Made from {@link personalPartSchema}. */
export type PersonalPart = Type.Static<typeof personalPartSchema>

const channelSchema = Type.Object(
  {
    name: line('Where it happened, such as `web`, `ios`, `counter`', 64),
    surface: Type.Optional(line('Page or screen, such as `signup-v5`', 128)),
    appVersion: Type.Optional(line('Version of the app', 64)),
  },
  {additionalProperties: false},
)

const circumstances = {
  channel: channelSchema,
  clientAt: Type.Optional(instant('Time by the clock of the client, which proves nothing')),
  timeZone: Type.Optional(line('Time zone of the subject (IANA)', 64)),
  jurisdictions: Type.Optional(Type.Array(line('Jurisdiction, such as `CN`', 16), {maxItems: 20})),
  personal: personalPartSchema,
}

const agreeing = {
  ...circumstances,
  schemaVersion: Type.Optional(Type.Literal(1)),
  shown: shownTextSchema,
  expression: expressionSchema,
  validUntil: Type.Optional(instant('When it ends by itself')),
  retentionUntil: Type.Optional(instant('Until when the record is to be kept')),
}

/** A contract accepted, refused, accepted again or objected to. */
const acceptanceRequestSchema = Type.Object(
  {
    recordType: Type.Literal('acceptance'),
    event: Type.Enum(['accept', 'reject', 'renew', 'object']),
    ...agreeing,
  },
  {additionalProperties: false, title: 'Acceptance of a contract'},
)

/** Consent to the processing of personal data given, refused or given again. Not the same as accepting a contract (GDPR Art. 7(2), PIPL Art. 14). */
const dataConsentRequestSchema = Type.Object(
  {
    recordType: Type.Literal('consent'),
    event: Type.Enum(['accept', 'reject', 'renew']),
    ...agreeing,
    processing: processingSchema,
  },
  {additionalProperties: false, title: 'Consent to data processing'},
)

/** What a caller sends to have a consent recorded. */
export const consentRequestSchema = Type.Union([acceptanceRequestSchema, dataConsentRequestSchema])

/** Made from {@link consentRequestSchema}. */
export type ConsentRequest = Type.Static<typeof consentRequestSchema>

/** What a caller sends to have a consent withdrawn. As easy as giving it: only the subject and the channel are asked for (GDPR Art. 7(3), PIPL Art. 15). */
export const withdrawalRequestSchema = Type.Object(
  {
    schemaVersion: Type.Optional(Type.Literal(1)),
    ...circumstances,
    reason: Type.Optional(line('Reason in the words of the subject; never asked for', 500)),
  },
  {additionalProperties: false, title: 'Withdrawal of a consent'},
)

/** Made from {@link withdrawalRequestSchema}. */
export type WithdrawalRequest = Type.Static<typeof withdrawalRequestSchema>
