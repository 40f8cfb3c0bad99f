import {Type} from 'typebox'
import {instant, name, sha256} from './schema-parts.ts'

/** A form of a version in one language: what was rendered when it was published. */
const rendition = Type.Object(
  {
    format: Type.Union([Type.Literal('html'), Type.Literal('pdf'), Type.Literal('docx')]),
    parametersSha256: Type.Optional(
      sha256('SHA-256 of the RFC 8785 JSON of the parameter values that were filled in; absent without parameters'),
    ),
    sha256: sha256('SHA-256 of the rendered file'),
  },
  {additionalProperties: false},
)

const locale = Type.Object(
  {
    locale: Type.String({minLength: 2, description: 'BCP 47 tag'}),
    title: Type.String(),
    provider: Type.String({description: 'Who offers the agreement, as this language writes it'}),
    sourceSha256: sha256('SHA-256 of the frozen source, parameters unresolved'),
    treeSha256: sha256('SHA-256 of the canonical tree, parameters unresolved'),
    noticeSha256: Type.Optional(sha256('SHA-256 of the change notice as published; absent for a first version')),
    renditions: Type.Array(rendition),
  },
  {additionalProperties: false},
)

/** How a notice rule turned out when the version was published, as the notice prints it. */
const ruleVerdict = Type.Object(
  {
    id: Type.String({minLength: 1}),
    basis: Type.String({description: 'Article of law, or path of the clause of the version in force'}),
    verdict: Type.String({minLength: 1}),
    explanation: Type.Record(Type.String(), Type.String(), {description: 'The computation in words, by locale'}),
  },
  {additionalProperties: true},
)

/** What `versions/<version>/manifest.json` holds; docs/publishing.md explains the fields. */
export const manifestSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    agreement: name('Id of the agreement'),
    sequence: Type.Integer({minimum: 1, description: 'Place in the history, without gaps'}),
    version: name('Name of the version'),
    timeZone: Type.String({minLength: 1, description: 'IANA time zone in which its dates count'}),
    recordedAt: instant('When this record was written; later than announcedAt where the version was published outside before'),
    announcedAt: instant('When the version was announced'),
    effectiveAt: instant('When it takes effect'),
    authoritativeLocale: Type.String({minLength: 2}),
    site: Type.Optional(
      Type.String({minLength: 1, description: 'Address of the site on which it was published, to which the QR codes of its pages lead'}),
    ),
    previous: Type.Optional(
      Type.Object(
        {
          version: name('Name of the previous version'),
          manifestSha256: sha256('SHA-256 of its manifest.json, byte for byte'),
          withdrawalSha256: Type.Optional(sha256('SHA-256 of its withdrawal.json, where it was withdrawn before this one was published')),
        },
        {additionalProperties: false, description: 'Link of the chain; absent for the first version'},
      ),
    ),
    locales: Type.Array(locale, {minItems: 1, description: 'The authoritative one first'}),
    clauseIds: Type.Record(Type.String(), Type.Record(Type.String(), Type.String()), {
      description: 'Permanent ids by locale and path',
    }),
    clauseDigests: Type.Record(Type.String(), Type.Record(Type.String(), Type.String({pattern: '^[0-9a-f]{16}$'})), {
      description: 'By locale and path, the first 16 digits of the SHA-256 of each canonical clause, to say which one was altered',
    }),
    approvedBy: Type.Array(Type.String({minLength: 1})),
    summary: Type.Optional(Type.String({minLength: 1})),
    notice: Type.Object(
      {
        rules: Type.Array(ruleVerdict),
        requiresReconsent: Type.Object(
          {decision: Type.Boolean(), because: Type.Array(Type.String())},
          {additionalProperties: false, description: 'Whether who agreed to the version before must agree again, and why'},
        ),
      },
      {additionalProperties: false, description: 'Notice rules applied and their verdicts'},
    ),
    overrides: Type.Array(
      Type.Object(
        {
          rule: Type.String({minLength: 1}),
          reason: Type.String({minLength: 1}),
          by: Type.Optional(Type.String({minLength: 1})),
        },
        {additionalProperties: false},
      ),
      {description: 'Verdicts that a human set aside, with the reason; the notice shows them'},
    ),
    engine: Type.Object(
      {
        proviso: Type.String(),
        tree: Type.String({description: 'Version of the reading behind treeSha256'}),
        diff: Type.String({description: 'Version of the comparison that carried clause ids over'}),
        templatesSha256: sha256('SHA-256 of the RFC 8785 JSON of the templates'),
      },
      {additionalProperties: false},
    ),
    seal: sha256('SHA-256 of the RFC 8785 JSON of all other fields'),
  },
  {additionalProperties: false},
)

/** The record of a published version; made from {@link manifestSchema}. It never changes. */
export type Manifest = Type.Static<typeof manifestSchema>
