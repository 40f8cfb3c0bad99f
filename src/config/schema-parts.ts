import {Type} from 'typebox'

/** A text that is not empty. */
export function text(description: string) {
  return Type.String({minLength: 1, description})
}

/** Values for `{{name}}`: one for all languages, or one for each. */
export function parameters(description: string) {
  const value = Type.Union([Type.String(), Type.Number(), Type.Record(Type.String(), Type.String())])
  return Type.Record(Type.String(), value, {description})
}
