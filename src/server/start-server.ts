import {randomBytes, timingSafeEqual} from 'node:crypto'
import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import closeWithGrace from 'close-with-grace'
import {type Logger, pino} from 'pino'
import {v7} from 'uuid'
import {parseApiKey, refuseApiKey} from '../index.ts'
import {
  type ConsentDatabase,
  openArchive,
  openChromiumPrinter,
  openConsentDatabase,
  packageVersion,
  publishedVersions,
  readTemplates,
  type ServeSettings,
  sha256,
} from '../io/index.ts'
import {createServer} from './create-server.ts'
import {createRenditions} from './renditions.ts'
import {sendWebhooks} from './send-webhooks.ts'
import type {Caller} from './server-services.ts'

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string
  /** Lets requests end that are being answered, then closes everything. */
  readonly close: () => Promise<void>
}

/** Starts the API over a project; ends in order on SIGTERM and SIGINT. */
export async function startServer(options: ServeSettings): Promise<RunningServer> {
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
  const url = (project.settings.site?.url ?? `http://${host}:${port}`).replace(/\/+$/, '')
  const logger = pino({level: options.logLevel, base: null}, pino.destination({dest: 2, sync: false}))
  const server = await createServer(
    {
      archive,
      published: publishedVersions(archive),
      renditions: createRenditions(templates, openPrinter),
      consents: database?.consents,
      findCaller: database && ((key) => findCaller(database, key)),
      signing: database && {
        origin: options.logOrigin ?? `${project.settings.site?.url === undefined ? 'localhost' : new URL(url).host}/v1/log`,
        current: database.signingKeys.current,
        publicKeys: database.signingKeys.publicKeys,
      },
      webhooks: database?.webhooks,
      now,
      newId: v7,
      newSalt: () => randomBytes(32).toString('hex'),
      sha256,
    },
    {
      site: {
        name: project.settings.site?.name ?? 'Agreements',
        url,
      },
      pages: existsSync(pages) ? pages : undefined,
      logger,
      requestsPerMinute: options.requestsPerMinute,
      version: await packageVersion(),
    },
  )
  const sending = database && sendEvery(SEND_INTERVAL, () => sendWebhooks({archive, ...database, now}), logger)
  const close = async () => {
    await sending?.stop()
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

/** Milliseconds between looks for events that webhooks are to be told of. */
const SEND_INTERVAL = 2000

function now(): string {
  return new Date().toISOString()
}

async function findCaller({apiKeys}: ConsentDatabase, text: string): Promise<Caller | undefined> {
  const {id, secret} = parseApiKey(text) ?? {}
  const key = id === undefined ? undefined : await apiKeys.find(id)
  const refusal = refuseApiKey(secret ?? '', key, now(), {sha256, equal: (a, b) => timingSafeEqual(sha256(a), sha256(b))})
  return key && refusal === undefined ? {id: key.id, scopes: key.scopes} : undefined
}

/** Does something again and again, never twice at the same time; a failure is logged and the next turn tried. */
function sendEvery(interval: number, send: () => Promise<unknown>, logger: Logger): {readonly stop: () => Promise<void>} {
  let running: Promise<unknown> = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    running = send()
      .catch((error: unknown) => logger.error({err: error}, 'webhooks were not sent'))
      .finally(() => {
        isBusy = false
      })
  }, interval)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
