import {Problem} from './problem.ts'
import type {ServerServices} from './server-services.ts'

/** The services with the store of consents, or 503. */
export function storeOf(services: ServerServices): ServerServices & {readonly consents: NonNullable<ServerServices['consents']>} {
  const {consents} = services
  if (!consents) throw new Problem('store-missing', 'This server was started without a database; start it with `--db`')
  return {...services, consents}
}
