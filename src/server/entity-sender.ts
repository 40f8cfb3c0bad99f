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

/** Sends representations that were made before, or makes them. */
export interface EntitySender {
  /** Answers at once as it was answered before, where that cannot have changed; gives whether it did. For the first hook of a request. */
  readonly sendKept: (exchange: Exchange) => boolean
  /** Finds the representation that a request asks for, or makes it, and sends it. */
  readonly send: (exchange: Exchange, agreement: ArchivedAgreement, make: () => Promise<Entity>) => Promise<FastifyReply>
}

/**
 * Keeps immutable representations by their address and the headers that they vary by, as long as the history of the agreement is the same;
 * that is looked at every half second. Others are made each time.
 * `countWork` is called before something is made: what is kept costs nothing worth counting.
 */
export function createEntitySender(countWork: (exchange: Exchange) => Promise<void>): EntitySender {
  const kept = new LRUCache<string, KeptEntity>({maxSize: MOST_BYTES, sizeCalculation: ({entity}, key) => entity.body.length + key.length})
  return {
    sendKept: ({request, reply}) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      if (request.headers['if-none-match'] !== undefined || request.headers.range !== undefined) return false
      const known = kept.get(keyOf(request))
      if (!known?.headers || performance.now() - known.checked > CHECK_INTERVAL) return false
      reply.hijack()
      reply.raw.writeHead(200, [...known.headers, 'x-request-id', request.id])
      reply.raw.end(known.entity.body)
      return true
    },
    send: async (exchange, {history}, make) => {
      const {request, reply} = exchange
      const key = keyOf(request)
      const known = kept.get(key)
      if (known?.history === history) {
        known.checked = performance.now()
        sendEntity(request, reply, known.entity)
        // Only here is the answer sent within this call, with all of its headers.
        if (reply.statusCode === 200 && request.method === 'GET') known.headers = lastingHeaders(reply)
        return reply
      }
      await countWork(exchange)
      const entity = await make()
      const ready = {...entity, body: entityBytes(entity)}
      if (entity.isImmutable) kept.set(key, {entity: ready, history, checked: performance.now(), headers: undefined})
      return sendEntity(request, reply, ready)
    },
  }
}

interface KeptEntity {
  readonly entity: Entity
  readonly history: ArchivedAgreement['history']
  /** When the history was found to be the same, in milliseconds of the process. */
  checked: number
  /** Names and values in turn, as they were sent with the whole representation. */
  headers: readonly string[] | undefined
}

const MOST_BYTES = 64 * 1024 * 1024

const CHECK_INTERVAL = 500

/** The headers of an answer that are the same on each answer of its kind. */
function lastingHeaders(reply: FastifyReply): string[] {
  return Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined || name === 'x-request-id' || name.startsWith('ratelimit-') ? [] : [name, String(value)],
  )
}

function keyOf({url, headers}: FastifyRequest): string {
  return `${url}\n${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}`
}
