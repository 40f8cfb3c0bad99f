import type {FastifyInstance} from 'fastify'

/** Logs each request once it is answered: method, route, status, milliseconds. No address, query, header or body: nothing personal. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', ({method, routeOptions, log}, reply, done) => {
    log.info({method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10}, 'answered')
    done()
  })
}
