/** Why a request to record a consent is turned down; nothing was recorded. */
export interface ConsentRefusal {
  readonly code:
    | 'malformed'
    | 'not-published'
    | 'shown-differs'
    | 'pre-checked-consent'
    | 'implied-consent'
    | 'not-withdrawable'
    | 'other-subject'
  /** `Unexpected X, expected Y`, for the caller's developer. */
  readonly message: string
  /** JSON pointer into the request (RFC 6901), where one place is to blame. */
  readonly pointer?: string
}

/** A result, or why there is none. */
export type OrRefusal<T> = {readonly draft: T; readonly refusal?: never} | {readonly draft?: never; readonly refusal: ConsentRefusal}

/** A refusal as result. */
export function refuse(code: ConsentRefusal['code'], message: string, pointer?: string): {readonly refusal: ConsentRefusal} {
  return {refusal: {code, message, ...(pointer === undefined ? {} : {pointer})}}
}
