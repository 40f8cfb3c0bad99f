import {type TSchema, Type} from 'typebox'
import {type Form, MEDIA_TYPES} from '../negotiate.ts'

/** The answers of an address that has several forms, for the OpenAPI document: `json` describes the JSON form, the others are files. */
export function formResponses(forms: readonly Form[], json: TSchema) {
  const schemaOf = (form: Form) => (form === 'json' ? json : Type.String({format: form === 'md' || form === 'html' ? 'text' : 'binary'}))
  return {
    200: {
      description: 'In the form that was asked for',
      content: Object.fromEntries(forms.map((form) => [MEDIA_TYPES[form].split(';')[0] ?? '', {schema: schemaOf(form)}])),
    },
  }
}
