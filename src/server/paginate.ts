import {Type} from 'typebox'
import {Problem} from './problem.ts'

/** Query of a listing. */
export const pageQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({maxLength: 200, description: 'Where to go on: `next` of the page before'})),
    limit: Type.Optional(Type.Integer({minimum: 1, maximum: 200, description: 'Entries of a page; 50 where absent'})),
  },
  {additionalProperties: false},
)

/** A page of a listing, and where the next one begins. */
export interface Page<T> {
  readonly entries: readonly T[]
  readonly next?: string
}

/** Cuts a page out of all entries. A cursor names the last entry seen, so that new entries shift nothing. */
export function paginate<T>(
  all: readonly T[],
  {cursor, limit = 50}: {readonly cursor?: string | undefined; readonly limit?: number | undefined},
  nameOf: (entry: T) => string,
): Page<T> {
  let start = 0
  if (cursor !== undefined) {
    const last = Buffer.from(cursor, 'base64url').toString()
    start = all.findIndex((entry) => nameOf(entry) === last) + 1
    if (start === 0) throw new Problem('request-malformed', 'Unexpected cursor, expected `next` of a page of this listing')
  }
  const entries = all.slice(start, start + limit)
  const last = entries.at(-1)
  return {
    entries,
    ...(last !== undefined && start + limit < all.length ? {next: Buffer.from(nameOf(last)).toString('base64url')} : {}),
  }
}
