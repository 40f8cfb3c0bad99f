import type {FastifyReply, FastifyRequest} from 'fastify'
import {LRUCache} from 'lru-cache'
import type {ArchivedAgreement} from '../io/index.ts'
import {type Entity, entityBytes, sendEntity} from './send-entity.ts'

/** Configuration of routes whose representations are kept: a request counts only where something is made for it. */
export const COUNTED_BY_WORK = Object.freeze({rateLimit: false as const})

/** A request and its answer. */
interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Finds the representation that a request asks for, or makes it, and sends it. */
export type EntitySender = (exchange: Exchange, agreement: ArchivedAgreement, make: () => Promise<Entity>) => Promise<FastifyReply>

/**
 * Keeps immutable representations by their address and the headers that they vary by, as long as the history of the agreement is the same.
 * Others are made each time. `countWork` is called before something is made: what is kept costs nothing worth counting.
 */
export function createEntitySender(countWork: (exchange: Exchange) => Promise<void>): EntitySender {
  const kept = new LRUCache<string, {readonly entity: Entity; readonly history: ArchivedAgreement['history']}>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({entity}, key) => entity.body.length + key.length,
  })
  return async (exchange, {history}, make) => {
    const {request, reply} = exchange
    const {url, headers} = request
    const key = `${url}\n${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}`
    const known = kept.get(key)
    if (known?.history === history) return sendEntity(request, reply, known.entity)
    await countWork(exchange)
    const entity = await make()
    const ready = {...entity, body: entityBytes(entity)}
    if (entity.isImmutable) kept.set(key, {entity: ready, history})
    return sendEntity(request, reply, ready)
  }
}

const MOST_BYTES = 64 * 1024 * 1024
