import type {ApiKeyScope, ConsentLog, ConsentStore, PublishedVersions, SigningKey, WebhookStore} from '../index.ts'
import type {Archive} from '../io/index.ts'
import type {RenditionSource} from './renditions.ts'

/** Who sent a request, by its API key. */
export interface Caller {
  readonly id: string
  readonly scopes: readonly ApiKeyScope[]
}

/** All that the server needs from outside; what is absent is answered with a problem. */
export interface ServerServices {
  readonly archive: Archive
  readonly published: PublishedVersions
  readonly renditions: RenditionSource
  /** Absent: the server is read-only. */
  readonly consents?: (ConsentStore & ConsentLog) | undefined
  /** Finds whose an API key is; undefined for an unknown or revoked one. */
  readonly findCaller?: ((key: string) => Promise<Caller | undefined>) | undefined
  /** Signs checkpoints and receipts. */
  readonly signing?: Signing | undefined
  /** Who is told of events. */
  readonly webhooks?: WebhookStore | undefined
  /** Instant of a request, RFC 3339 in UTC with milliseconds. */
  readonly now: () => string
  /** A new UUID; one that begins with the time keeps the indexes of a large store together (RFC 9562, version 7). */
  readonly newId: () => string
  /** 32 random bytes in hexadecimal digits. */
  readonly newSalt: () => string
  readonly sha256: (text: string | Uint8Array) => Uint8Array
}

/** Keys that checkpoints and receipts are signed by. */
export interface Signing {
  /** Name of the log: its address without scheme. */
  readonly origin: string
  readonly current: (at: string) => Promise<SigningKey>
  readonly publicKeys: () => Promise<readonly object[]>
}
