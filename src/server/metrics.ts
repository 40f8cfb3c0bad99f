import type {FastifyInstance} from 'fastify'
import {collectDefaultMetrics, Histogram, Registry} from 'prom-client'

/** Metrics of one server. */
export interface Metrics {
  readonly contentType: string
  readonly text: () => Promise<string>
}

/** Counts and times all requests by route, method and status; no address, no id, nothing personal. */
export function measureRequests(server: FastifyInstance): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({register: registry})
  const duration = new Histogram({
    name: 'proviso_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  server.addHook('onResponse', async (request, reply) => {
    duration.observe(
      {method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode)},
      reply.elapsedTime / 1000,
    )
  })
  return {contentType: registry.contentType, text: () => registry.metrics()}
}
