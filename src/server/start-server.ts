import {randomBytes, randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import closeWithGrace from 'close-with-grace'
import {type Logger, pino} from 'pino'
import {
  openArchive,
  openChromiumPrinter,
  openConsentDatabase,
  type Project,
  packageVersion,
  publishedVersions,
  readTemplates,
  sha256,
} from '../io/index.ts'
import {createServer} from './create-server.ts'
import {createRenditions} from './renditions.ts'

/** Where and with what a server runs. */
export interface StartOptions {
  readonly project: Project
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  /** SQLite file or PostgreSQL address of the consents; absent: read-only. */
  readonly database?: string | undefined
  readonly requestsPerMinute: number
  /** Level of the log on standard error, such as `info`; `silent` for none. */
  readonly logLevel: string
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string
  /** Lets requests end that are being answered, then closes everything. */
  readonly close: () => Promise<void>
}

/** Starts the API over a project; ends in order on SIGTERM and SIGINT. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const {project, host, port, database: location} = options
  const templates = await readTemplates(resolve(project.root, project.settings.templates ?? 'templates'))
  const database = location === undefined ? undefined : await openConsentDatabase(location)
  const archive = openArchive(project)
  const printers: Promise<Awaited<ReturnType<typeof openChromiumPrinter>>>[] = []
  const openPrinter = () => {
    const opening = openChromiumPrinter({pages: 2})
    printers.push(opening)
    return opening
  }
  const pages = resolve(project.root, 'dist')
  const logger = quietLogger(options.logLevel)
  const server = await createServer(
    {
      archive,
      published: publishedVersions(archive),
      renditions: createRenditions(templates, openPrinter),
      consents: database?.consents,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      newSalt: () => randomBytes(32).toString('hex'),
      sha256,
    },
    {
      site: {
        name: project.settings.site?.name ?? 'Agreements',
        url: (project.settings.site?.url ?? `http://${host}:${port}`).replace(/\/+$/, ''),
      },
      pages: existsSync(pages) ? pages : undefined,
      logger,
      requestsPerMinute: options.requestsPerMinute,
      mostDelay: MOST_DELAY,
      version: await packageVersion(),
    },
  )
  const close = async () => {
    await server.close()
    for (const opening of printers) await (await opening).close()
    await database?.close()
  }
  closeWithGrace({delay: 10_000}, async ({err}) => {
    if (err) logger.error({err}, 'closing after an error')
    await close()
  })
  return {address: await server.listen({host, port}), close}
}

/** Delay of the event loop, in milliseconds, from which on the server has too much to do. */
const MOST_DELAY = 2000

/** Logs method, route and status; no address, no query, no header, no body: nothing personal. */
function quietLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: {
        req: ({method, routeOptions, id}: {method: string; id: string; routeOptions?: {url?: string}}) => ({
          id,
          method,
          route: routeOptions?.url,
        }),
        res: ({statusCode}: {statusCode: number}) => ({statusCode}),
      },
    },
    pino.destination({dest: 2, sync: false}),
  )
}
