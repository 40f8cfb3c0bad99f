import {Type} from 'typebox'

/** Names of agreements and versions: safe in paths and addresses. */
export const NAME_PATTERN = '^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$'

/** A name that is safe in paths and addresses. */
export function name(description: string) {
  return Type.String({pattern: NAME_PATTERN, description})
}

/** 64 small hexadecimal digits. */
export function sha256(description: string) {
  return Type.String({pattern: '^[0-9a-f]{64}$', description})
}

/** An instant by RFC 3339, with the offset that the time zone had then. */
export function instant(description: string) {
  return Type.String({pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$`, description})
}
