import accepts from '@fastify/accepts'
import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type {TypeBoxTypeProvider} from '@fastify/type-provider-typebox'
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import {Type} from 'typebox'
import {OperationalError} from '../io/index.ts'
import {compileValidator} from './compile-validator.ts'
import {createEntitySender} from './entity-sender.ts'
import {logRequests} from './log-requests.ts'
import {measureRequests} from './metrics.ts'
import {Problem, type ProblemName, problemSchema, sendProblem} from './problem.ts'
import {agreementRoutes} from './routes/agreement-routes.ts'
import {clauseRoutes} from './routes/clause-routes.ts'
import {consentRoutes} from './routes/consent-routes.ts'
import {diffRoutes} from './routes/diff-routes.ts'
import {feedRoutes} from './routes/feed-routes.ts'
import {logRoutes} from './routes/log-routes.ts'
import {subjectRoutes} from './routes/subject-routes.ts'
import {systemRoutes} from './routes/system-routes.ts'
import {versionRoutes} from './routes/version-routes.ts'
import {webhookRoutes} from './routes/webhook-routes.ts'
import {agreementSchema, clauseSchema, versionSummarySchema} from './schemas/agreement-schemas.ts'
import {diffSchema} from './schemas/diff-schemas.ts'
import {securityHeaders} from './security-headers.ts'
import type {ServerServices} from './server-services.ts'

/** How a server is set up. */
export interface ServerOptions {
  readonly site: {readonly name: string; readonly url: string}
  /** Folder of built pages that are served at `/`; absent: the API alone. */
  readonly pages?: string | undefined
  readonly logger?: FastifyBaseLogger | undefined
  /** Requests of one address in a minute. */
  readonly requestsPerMinute: number
  /** Version of Proviso, for the OpenAPI document. */
  readonly version: string
}

/** Makes the HTTP API of contract section 7 over `services`. It listens when it is told to. */
export async function createServer(services: ServerServices, options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    ...(options.logger ? {loggerInstance: options.logger} : {logger: false}),
    logController: new LogController({disableRequestLogging: true}),
    genReqId: () => services.newId(),
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    bodyLimit: 256 * 1024,
    routerOptions: {maxParamLength: 300},
    return503OnClosing: true,
    exposeHeadRoutes: true,
    frameworkErrors: answerError,
  }).withTypeProvider<TypeBoxTypeProvider>()
  server.setValidatorCompiler(compileValidator)
  server.setErrorHandler(answerError)
  const sender = createEntitySender(({request, reply}) => countRequest(request, reply))
  server.addHook('onRequest', (request, reply, done) => {
    if (!sender.sendKept({request, reply})) done()
  })
  const constant = securityHeaders(options.site.url.startsWith('https:'))
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(constant).header('x-request-id', request.id)
    done()
  })
  await server.register(accepts)
  await server.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD', 'POST', 'DELETE'],
    exposedHeaders: ['etag', 'link', 'location', 'x-request-id', 'memento-datetime'],
  })
  await server.register(rateLimit, {max: options.requestsPerMinute, timeWindow: '1 minute', enableDraftSpec: true})
  const countRequest = server.rateLimit() as (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  server.setNotFoundHandler({preHandler: server.rateLimit()}, (request, reply) => answerMissing(server, request.method, request.url, reply))
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {title: 'Proviso', version: options.version, description: 'Agreements, their versions, what changed, and who agreed to what.'},
      servers: [{url: options.site.url}],
      components: {securitySchemes: {key: {type: 'http', scheme: 'bearer'}}},
    },
    refResolver: {buildLocalReference: (json, _, __, index) => String(json.$id ?? `schema-${index}`)},
  })
  for (const schema of [problemSchema, versionSummarySchema, agreementSchema, clauseSchema, diffSchema]) server.addSchema(schema)
  server.addHook('onRoute', ({schema}) => {
    if (schema) schema.response = {...(schema.response ?? {}), '4xx': PROBLEM_RESPONSE, '5xx': PROBLEM_RESPONSE}
  })
  const metrics = measureRequests(server)
  if (options.logger) logRequests(server)
  for (const routes of [agreementRoutes, versionRoutes, clauseRoutes, diffRoutes, consentRoutes, subjectRoutes, logRoutes, webhookRoutes])
    await server.register(routes(services, sender), {prefix: '/v1'})
  await server.register(feedRoutes(services, options.site))
  await server.register(systemRoutes(services, metrics))
  server.get('/openapi.json', {schema: {hide: true}}, async (_, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(server.swagger()),
  )
  if (options.pages !== undefined)
    await server.register(fastifyStatic, {root: options.pages, wildcard: true, dotfiles: 'deny', index: ['index.html']})
  return server
}

const PROBLEM_RESPONSE = {description: 'A problem (RFC 9457)', content: {'application/problem+json': {schema: Type.Ref('Problem')}}}

const BY_CODE: Readonly<Record<string, ProblemName>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
}

const BY_STATUS: Readonly<Record<number, ProblemName>> = {
  404: 'not-found',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'media-type-unsupported',
  429: 'too-many-requests',
}

function answerError(
  error: FastifyError | Problem | OperationalError,
  request: {readonly log: FastifyBaseLogger},
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Problem) return sendProblem(reply, error.problem, error.message, error.pointer)
  if (error instanceof OperationalError) {
    request.log.error({err: error}, 'something outside failed')
    return sendProblem(reply, 'outside-missing', error.code)
  }
  const status = error.statusCode ?? 500
  const named = BY_CODE[error.code] ?? BY_STATUS[status]
  if (named !== undefined) return sendProblem(reply, named, error.message)
  if (error.validation || (status >= 400 && status < 500)) return sendProblem(reply, 'request-malformed', error.message)
  request.log.error({err: error}, 'request failed')
  return sendProblem(reply, 'internal')
}

function answerMissing(server: FastifyInstance, method: string, url: string, reply: FastifyReply): FastifyReply {
  const path = url.split('?')[0] ?? url
  const other = (['GET', 'POST', 'DELETE'] as const).filter(
    (candidate) => candidate !== method && server.findRoute({method: candidate, url: path}),
  )
  if (other.length === 0) return sendProblem(reply, 'not-found', `Nothing at \`${path.slice(0, 200)}\``)
  return sendProblem(
    reply.header('allow', other.join(', ')),
    'method-not-allowed',
    `Unexpected method ${method}, expected ${other.join(' or ')}`,
  )
}
