import {ProblemError} from './problem-error.ts'

/** Where and as whom the API is asked. */
export interface ClientOptions {
  /** Address of the server, such as `https://legal.example.com`. */
  readonly url: string
  /** API key; never in a browser. Without one, what is public can be read. */
  readonly key?: string | undefined
  /** Languages in which texts are wanted, the best first (`Accept-Language`). */
  readonly languages?: readonly string[] | undefined
  /** Milliseconds before a request is given up; 10,000 where absent. */
  readonly timeout?: number | undefined
}

/** A request of the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Parts of the path behind `/v1`, each of them encoded when it is sent. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined
  readonly body?: object | undefined
  /** Names the act, so that it happens once however often it is sent. */
  readonly idempotencyKey?: string | undefined
  readonly accept?: string | undefined
}

/** Sends a request. One that is safe to repeat is sent up to three times where nobody answers. */
export async function sendRequest(options: ClientOptions, request: ApiRequest): Promise<Response> {
  const {method, path, query = {}, body, idempotencyKey} = request
  const address = new URL(`/v1/${path.map(encodeURIComponent).join('/')}`, options.url)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value))
  const headers = {
    accept: request.accept ?? 'application/json',
    ...(options.key === undefined ? {} : {authorization: `Bearer ${options.key}`}),
    ...(options.languages ? {'accept-language': options.languages.join(', ')} : {}),
    ...(body ? {'content-type': 'application/json'} : {}),
    ...(idempotencyKey === undefined ? {} : {'idempotency-key': idempotencyKey}),
  }
  const attempts = method === 'POST' && idempotencyKey === undefined ? 1 : ATTEMPTS
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(address, {
        method,
        headers,
        signal: AbortSignal.timeout(options.timeout ?? TIMEOUT),
        ...(body ? {body: JSON.stringify(body)} : {}),
      })
      if (response.ok) return response
      throw new ProblemError(response.status, await response.json().catch(() => undefined), response.headers.get('retry-after'))
    } catch (error) {
      if (error instanceof ProblemError || attempt === attempts) throw error
      await new Promise((next) => setTimeout(next, 100 * 4 ** attempt))
    }
  }
}

const ATTEMPTS = 3

const TIMEOUT = 10_000
