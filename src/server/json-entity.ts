import type {Entity} from './send-entity.ts'
import type {ServerServices} from './server-services.ts'

/** A JSON document that may change at this address; its ETag is the hash of its bytes. */
export function jsonEntity({sha256}: ServerServices, document: object): Entity {
  const body = JSON.stringify(document)
  return {body, type: 'application/json; charset=utf-8', etag: Buffer.from(sha256(body)).toString('hex').slice(0, 32), isImmutable: false}
}
