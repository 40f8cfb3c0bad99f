import type {FastifyReply, FastifyRequest} from 'fastify'

/** A representation that is ready to be sent. */
export interface Entity {
  readonly body: string | Uint8Array
  /** With its charset. */
  readonly type: string
  /** Strong, without quotation marks: made of hashes of all that the body depends on. */
  readonly etag: string
  /** Language of the text (BCP 47). */
  readonly language?: string | undefined
  /** Never changes at this address. */
  readonly isImmutable: boolean
  /** File name offered for saving. */
  readonly fileName?: string | undefined
  /** Where else to go (RFC 8288). */
  readonly link?: string | undefined
}

/** Sends a representation: 304 where the caller has it (RFC 9110 section 13), one range where they ask for it (section 14). */
export function sendEntity(request: FastifyRequest, reply: FastifyReply, entity: Entity): FastifyReply {
  const etag = `"${entity.etag}"`
  reply.headers({
    etag,
    'cache-control': entity.isImmutable ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    vary: 'Accept, Accept-Language',
    'accept-ranges': 'bytes',
    ...(entity.language === undefined ? {} : {'content-language': entity.language}),
    ...(entity.link === undefined ? {} : {link: entity.link}),
  })
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  reply.type(entity.type)
  if (entity.fileName !== undefined) reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(entity.fileName)}`)
  const body = entityBytes(entity)
  const range = rangeOf(request, etag, body.length)
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${body.length}`).send()
  if (range === undefined) return reply.send(body)
  return reply
    .code(206)
    .header('content-range', `bytes ${range.first}-${range.last}/${body.length}`)
    .send(body.subarray(range.first, range.last + 1))
}

/** The bytes of a representation as they are sent. */
export function entityBytes({body}: Entity): Buffer {
  if (typeof body === 'string') return Buffer.from(body)
  return Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.trim() === '*' || header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag)
}

function rangeOf(
  {method, headers}: FastifyRequest,
  etag: string,
  length: number,
): {readonly first: number; readonly last: number} | 'unsatisfiable' | undefined {
  const condition = headers['if-range']
  const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '')
  if (method !== 'GET' || !match || (condition !== undefined && condition !== etag)) return undefined
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (first >= length || (from === '' && Number(to) === 0)) return 'unsatisfiable'
  return first > last ? undefined : {first, last}
}
