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
  // Looking up a child by its labels costs more than counting; there are no more children than routes and kinds of answers.
  const children = new Map<string, {readonly observe: (seconds: number) => void}>()
  server.addHook('onResponse', (request, reply, done) => {
    const {method} = request
    const route = request.routeOptions.url ?? 'none'
    const key = `${reply.statusCode} ${method} ${route}`
    const child = children.get(key) ?? duration.labels(method, route, String(reply.statusCode))
    children.set(key, child)
    child.observe(reply.elapsedTime / 1000)
    done()
  })
  return {contentType: registry.contentType, text: () => registry.metrics()}
}
