import {Type} from 'typebox'

const link = Type.String({description: 'Address relative to the server'})
const instant = Type.String({description: 'RFC 3339 with offset'})
const hash = (what: string) => Type.String({pattern: '^[0-9a-f]{64}$', description: `SHA-256 of the ${what}`})

/** A version in a listing. */
export const versionSummarySchema = Type.Object(
  {
    version: Type.String(),
    sequence: Type.Integer({minimum: 1}),
    state: Type.Union([Type.Literal('announced'), Type.Literal('in-force'), Type.Literal('superseded'), Type.Literal('withdrawn')]),
    announcedAt: instant,
    effectiveAt: instant,
    withdrawnAt: Type.Optional(instant),
    summary: Type.Optional(Type.String()),
    requiresReconsent: Type.Boolean({description: 'Whether who agreed to the version before must agree again'}),
    manifestSha256: hash('manifest'),
    texts: Type.Array(
      Type.Object({
        locale: Type.String(),
        title: Type.String(),
        sourceSha256: hash('Markdown'),
        treeSha256: hash('canonical clause tree'),
        href: link,
      }),
      {description: 'The authoritative one first'},
    ),
    href: link,
  },
  {$id: 'VersionSummary', title: 'Version'},
)

/** An agreement in a listing, or alone. */
export const agreementSchema = Type.Object(
  {
    id: Type.String(),
    titles: Type.Record(Type.String(), Type.String(), {description: 'By language'}),
    provider: Type.String(),
    authoritativeLocale: Type.String(),
    timeZone: Type.String(),
    at: Type.Optional(Type.String({description: 'The moment that was asked about'})),
    current: Type.Optional(Type.Ref('VersionSummary')),
    upcoming: Type.Array(Type.Ref('VersionSummary'), {description: 'Announced and not in force at that moment, the next one first'}),
    href: link,
  },
  {$id: 'Agreement', title: 'Agreement'},
)

/** A listing of agreements. */
export const agreementListSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreements: Type.Array(Type.Ref('Agreement')),
  next: Type.Optional(Type.String({description: 'Cursor of the next page'})),
})

/** One agreement at a moment. */
export const agreementDocumentSchema = Type.Object({schemaVersion: Type.Literal(1), agreement: Type.Ref('Agreement')})

/** A listing of versions. */
export const versionListSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  versions: Type.Array(Type.Ref('VersionSummary')),
  next: Type.Optional(Type.String({description: 'Cursor of the next page'})),
})

/** A clause of a version. */
export const clauseSchema = Type.Object(
  {
    id: Type.Optional(Type.String({description: 'Permanent id'})),
    path: Type.String(),
    kind: Type.String(),
    label: Type.Optional(Type.String()),
    heading: Type.Optional(Type.String()),
    text: Type.String(),
    limitations: Type.Array(
      Type.Object({
        kind: Type.String(),
        phrase: Type.String(),
        benefits: Type.String(),
        conspicuous: Type.String(),
        strength: Type.String(),
      }),
      {description: 'How the clause limits the rights of the reader'},
    ),
    href: link,
  },
  {$id: 'Clause', title: 'Clause'},
)

/** All clauses of a version. */
export const clauseListSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  version: Type.String(),
  locale: Type.String(),
  clauses: Type.Array(Type.Ref('Clause')),
})

/** One clause of a version. */
export const clauseDocumentSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  version: Type.String(),
  locale: Type.String(),
  clause: Type.Ref('Clause'),
})

/** A clause through all versions. */
export const clauseHistorySchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  id: Type.String(),
  locale: Type.String(),
  versions: Type.Array(
    Type.Object({
      version: Type.String(),
      effectiveAt: instant,
      isUnchanged: Type.Boolean({description: 'Same place, label and words as in the version before'}),
      clause: Type.Ref('Clause'),
    }),
    {description: 'Those that have the clause, the oldest first'},
  ),
})

/** A text as JSON: what `proviso inspect --json` gives, with what makes it a version. */
export const textDocumentSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  version: Type.String(),
  effectiveAt: instant,
  agreements: Type.Array(Type.Unknown(), {description: 'The clause tree with its facts'}),
  clauseIds: Type.Record(Type.String(), Type.String(), {description: 'Permanent ids by path'}),
  consentMetadata: Type.Unknown({description: '`shown` of a consent to this text'}),
})
