import {Readable} from 'node:stream'
import type {FastifyPluginAsyncTypebox} from '@fastify/type-provider-typebox'
import {
  type ConsentLog,
  entryBundle,
  exportHead,
  exportLine,
  formatLogEntry,
  hashEvidence,
  parseTilePath,
  signCheckpoint,
  TILE_WIDTH,
} from '../../index.ts'
import {callerOf, needsKey} from '../api-key.ts'
import {Problem} from '../problem.ts'
import {sendEntity} from '../send-entity.ts'
import type {ServerServices} from '../server-services.ts'
import {signerOf} from '../signer-of.ts'
import {storeOf} from '../store-of.ts'

/** The transparency log: signed checkpoint and tiles (C2SP tlog-tiles). It holds hashes, nothing of who agreed to what. */
export function logRoutes(services: ServerServices): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/log/checkpoint',
      {schema: {summary: 'Size and root of the log, signed (C2SP tlog-checkpoint)'}},
      async (request, reply) => {
        const {consents} = storeOf(services)
        const {notes} = await signerOf(services)
        const head = await consents.head()
        return sendEntity(request, reply, {
          body: signCheckpoint(head, notes, services.sha256),
          type: 'text/plain; charset=utf-8',
          etag: `${head.size}-${notes.publicKey.slice(0, 4).join('')}-${Buffer.from(head.root).toString('hex').slice(0, 32)}`,
          isImmutable: false,
        })
      },
    )

    server.get(
      '/log/export',
      {
        schema: {
          security: needsKey('log:export'),
          summary: 'The whole log with its records as JSON Lines, for auditors',
          description: 'Needs a key with `log:export`.',
        },
      },
      async (request, reply) => {
        await callerOf(request, services, 'log:export')
        const {consents} = storeOf(services)
        const {notes} = await signerOf(services)
        const head = await consents.head()
        const first = exportHead({origin: notes.name, ...head}, signCheckpoint(head, notes, services.sha256))
        return reply
          .type('application/jsonl; charset=utf-8')
          .header('cache-control', 'private, no-store')
          .send(Readable.from(exportLines(consents, head.size, first, services.sha256)))
      },
    )

    server.get('/log/*', {schema: {summary: 'A tile of the log (C2SP tlog-tiles)'}}, async (request, reply) => {
      const {consents} = storeOf(services)
      const path = request.url.split('?')[0]?.replace(/^\/v1\/log\//, '') ?? ''
      const tile = parseTilePath(path)
      const {size} = await consents.head()
      const bytes = tile && (await tileBytes(consents, tile, size, services))
      if (!bytes) throw new Problem('not-found', `No tile \`${path}\` in a log of ${size} entries`)
      return sendEntity(request, reply, {
        body: bytes,
        type: 'application/octet-stream',
        etag: Buffer.from(services.sha256(bytes)).toString('hex').slice(0, 32),
        isImmutable: true,
      })
    })
  }
}

/** Records that are read at a time. */
const EXPORT_STEP = 500

async function* exportLines(log: ConsentLog, size: number, head: string, sha256: ServerServices['sha256']): AsyncGenerator<string> {
  yield head
  for (let from = 0; from < size; from += EXPORT_STEP)
    for (const record of await log.records(from, Math.min(size, from + EXPORT_STEP))) yield exportLine(record, sha256)
}

/** The bytes of a tile or of a bundle of entries; undefined where the log is not so long yet. */
async function tileBytes(
  log: ConsentLog,
  {level, index, width}: NonNullable<ReturnType<typeof parseTilePath>>,
  size: number,
  {sha256}: ServerServices,
): Promise<Uint8Array | undefined> {
  const count = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level)) - index * TILE_WIDTH
  if (width > count) return undefined
  if (level !== 'entries') return (await log.tile(level, index)).subarray(0, width * 32)
  const records = await log.records(index * TILE_WIDTH, index * TILE_WIDTH + width)
  return entryBundle(
    records.map(({evidence, personalSha256}) =>
      Buffer.from(formatLogEntry({recordId: evidence.recordId, evidenceSha256: hashEvidence(evidence, sha256), personalSha256})),
    ),
  )
}
