import {Type} from 'typebox'

/** Names of agreements and versions: safe in paths and addresses. */
export const NAME_PATTERN = '^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$'

/** A text that is not empty. */
export function text(description: string) {
  return Type.String({minLength: 1, description})
}
