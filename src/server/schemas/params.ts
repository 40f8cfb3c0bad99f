import {Type} from 'typebox'

const id = Type.String({minLength: 1, maxLength: 200, description: 'Id of the agreement'})
const version = Type.String({minLength: 1, maxLength: 200, description: 'Name of the version'})

/** Path of an agreement. */
export const agreementParams = Type.Object({id})

/** Path of a version. */
export const versionParams = Type.Object({id, version})

/** Path of a clause of a version. */
export const clauseParams = Type.Object({
  id,
  version,
  clause: Type.String({minLength: 1, maxLength: 200, description: 'Permanent id, or path in that version'}),
})

/** Query that names a language. */
export const localeQuery = Type.Object(
  {locale: Type.Optional(Type.String({maxLength: 35, description: 'Language (BCP 47); the best of Accept-Language where absent'}))},
  {additionalProperties: false},
)
