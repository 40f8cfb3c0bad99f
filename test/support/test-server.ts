import {generateKeyPairSync, randomBytes, randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {FastifyBaseLogger, FastifyInstance} from 'fastify'
import {API_KEY_SCOPES, type ApiKeyScope, type PdfPrinter} from '../../src/index.ts'
import {type Archive, type ConsentDatabase, openConsentDatabase, publishedVersions, readTemplates, sha256} from '../../src/io/index.ts'
import {createRenditions, createServer, type ServerServices} from '../../src/server/index.ts'
import {publishedArchive} from './published-project.ts'

/** A server over the sample agreement and a SQLite file of its own. */
export interface TestServer extends Awaited<ReturnType<typeof publishedArchive>> {
  readonly server: FastifyInstance
  /** The same without a database. */
  readonly readOnly: FastifyInstance
  readonly database: ConsentDatabase
  readonly archive: Archive
  /** Public part of the key that signs. */
  readonly publicKey: string
  /** Name of the log. */
  readonly origin: string
  /** What time it is, RFC 3339; to be set. */
  readonly clock: {now: string}
  readonly close: () => Promise<void>
}

/** What a test sets otherwise. */
export interface TestServerOptions {
  /** Keys with their scopes; `every-scope` with all of them where absent. */
  readonly keys?: Readonly<Record<string, readonly ApiKeyScope[]>>
  readonly openPrinter?: () => Promise<PdfPrinter>
  readonly requestsPerMinute?: number
  readonly logger?: FastifyBaseLogger
}

/** Makes the server; it listens when it is told to. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const {keys = {'every-scope': API_KEY_SCOPES}, openPrinter, requestsPerMinute = 1_000_000, logger} = options
  const {project, archive, store} = await publishedArchive()
  const folder = mkdtempSync(join(tmpdir(), 'proviso-server-'))
  const database = await openConsentDatabase(join(folder, 'consents.db'))
  const clock = {now: '2026-11-28T00:00:00.000Z'}
  const {x = '', d = ''} = generateKeyPairSync('ed25519').privateKey.export({format: 'jwk'})
  const origin = 'legal.example/log'
  const shared: ServerServices = {
    archive,
    published: publishedVersions(archive),
    renditions: createRenditions(await readTemplates(), openPrinter),
    now: () => clock.now,
    newId: randomUUID,
    newSalt: () => randomBytes(32).toString('hex'),
    sha256,
  }
  const setUp = {site: {name: 'Example', url: 'https://legal.example'}, requestsPerMinute, version: '0.0.0'}
  const readOnly = await createServer(shared, setUp)
  const server = await createServer(
    {
      ...shared,
      consents: database.consents,
      signing: {
        origin,
        current: async () => ({kty: 'OKP', crv: 'Ed25519', kid: 'one', x, d}),
        publicKeys: async () => [{kty: 'OKP', crv: 'Ed25519', kid: 'one', x}],
      },
      webhooks: database.webhooks,
      findCaller: async (key) => {
        const scopes = keys[key]
        return scopes ? {id: key, scopes} : undefined
      },
    },
    {...setUp, logger},
  )
  return {
    project,
    archive,
    store,
    server,
    readOnly,
    database,
    publicKey: x,
    origin,
    clock,
    close: async () => {
      await Promise.all([server.close(), readOnly.close()])
      await database.close()
      for (const place of [folder, project.root]) rmSync(place, {recursive: true, force: true})
    },
  }
}
