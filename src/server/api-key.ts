import type {FastifyRequest} from 'fastify'
import type {ApiKeyScope} from '../index.ts'
import {Problem} from './problem.ts'
import type {Caller, ServerServices} from './server-services.ts'

/** Who sends a request, by `Authorization: Bearer …`; ends the request where the key is unknown or does not allow `scope`. */
export async function callerOf(request: FastifyRequest, {findCaller}: ServerServices, scope: ApiKeyScope): Promise<Caller> {
  const key = /^Bearer ([\x21-\x7e]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
  const caller = key === undefined ? undefined : await findCaller?.(key)
  if (!caller) throw new Problem('unauthenticated', 'Unexpected request without a valid key, expected `Authorization: Bearer <key>`')
  if (!caller.scopes.includes(scope)) throw new Problem('scope-missing', `Unexpected key without \`${scope}\`, expected one with it`)
  return caller
}

/** What the OpenAPI document says of a route that {@link callerOf} guards. */
export function needsKey(scope: ApiKeyScope): {key: string[]}[] {
  return [{key: [scope]}]
}
