import {Type} from 'typebox'

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Digits(description: string) {
  return Type.String({pattern: '^[0-9a-f]{64}$', description: `SHA-256 in hexadecimal digits: ${description}`})
}

/** Instant with offset. */
export function instant(description: string) {
  return Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})$',
    description: `${description} (RFC 3339)`,
  })
}

/** Short text of one line. */
export function line(description: string, maxLength = 200) {
  return Type.String({minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$', description})
}

/** UUID of a record. */
export function recordId(description: string) {
  return Type.String({pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$', description})
}

/** Name of an agreement or a version. */
export function name(description: string) {
  return Type.String({pattern: '^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$', description})
}

/** BCP 47 tag. */
export function locale(description: string) {
  return Type.String({pattern: '^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$', maxLength: 35, description: `${description} (BCP 47)`})
}
