import {Type} from 'typebox'

/** Names of agreements and versions: safe in paths and addresses. */
export const NAME_PATTERN = '^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$'

/** A text that is not empty. */
export function text(description: string) {
  return Type.String({minLength: 1, description})
}

/** Values for `{{name}}`: one for all languages, or one for each. */
export function parameters(description: string) {
  const value = Type.Union([Type.String(), Type.Number(), Type.Record(Type.String(), Type.String())])
  return Type.Record(Type.String(), value, {description})
}
