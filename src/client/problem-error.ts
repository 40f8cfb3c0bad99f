/** A request that the API refused or failed at (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  /** Name of the kind of problem, such as `consent-refused`; `unknown` where the answer is none of the API. */
  readonly problem: string
  /** Place in the body of the request (RFC 6901). */
  readonly pointer: string | undefined
  /** Seconds to wait before the next request, where the server says so. */
  readonly retryAfter: number | undefined

  constructor(status: number, body: unknown, retryAfter: string | null) {
    const {type = '', title = '', detail, pointer} = isRecord(body) ? body : {}
    super(String(detail ?? (title === '' ? `The server answered ${status}` : title)))
    this.status = status
    this.problem = /#([a-z-]+)$/.exec(String(type))?.[1] ?? 'unknown'
    this.pointer = pointer === undefined ? undefined : String(pointer)
    this.retryAfter = retryAfter === null ? undefined : Number(retryAfter)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
