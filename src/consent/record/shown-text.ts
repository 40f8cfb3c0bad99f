import {Type} from 'typebox'
import {instant, line, locale, name, sha256Digits} from './schema-parts.ts'

/** A clause that stood out from the text around it. */
const conspicuousClauseSchema = Type.Object(
  {
    id: Type.Optional(Type.String({maxLength: 200, description: 'Permanent id of the clause'})),
    path: Type.String({minLength: 1, maxLength: 200, description: 'Path of the clause in that version'}),
    kinds: Type.Array(Type.String({pattern: '^[a-z]+(?:-[a-z]+)*$'}), {maxItems: 40, description: 'How it limits the reader'}),
    marks: Type.Array(Type.Enum(['bold', 'underline', 'capitals']), {
      maxItems: 3,
      description: 'How it was set off',
    }),
    textSha256: sha256Digits('own text as shown, NFC'),
  },
  {additionalProperties: false},
)

/** What was before the subject's eyes, as the page or the PDF says of itself; the consent metadata of a rendition fits as it is. */
export const shownTextSchema = Type.Object(
  {
    schemaVersion: Type.Optional(Type.Literal(1)),
    agreement: name('Id of the agreement'),
    version: name('Version that was shown'),
    locale: locale('Language that was shown'),
    title: Type.Optional(line('Title of the text', 500)),
    effectiveAt: Type.Optional(instant('When the version takes effect')),
    treeSha256: sha256Digits('canonical clause tree'),
    sourceSha256: Type.Optional(sha256Digits('Markdown, placeholders unresolved')),
    pageSha256: Type.Optional(sha256Digits('file that was shown')),
    parametersSha256: Type.Optional(sha256Digits('values that placeholders were filled with')),
    conspicuousClauses: Type.Optional(
      Type.Array(conspicuousClauseSchema, {
        maxItems: 2000,
        description: 'Clauses that stood out; those that the version was published with, where absent',
      }),
    ),
  },
  {additionalProperties: false},
)

/** Made from {@link shownTextSchema}. */
export type ShownText = Type.Static<typeof shownTextSchema>

/** One of {@link ShownText.conspicuousClauses}. */
export type ShownClause = Type.Static<typeof conspicuousClauseSchema>

/** Schema of {@link ShownClause} in a list. */
export const shownClausesSchema = Type.Array(conspicuousClauseSchema)
