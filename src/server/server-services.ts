import type {ConsentLog, ConsentStore, NoteSigner, PublishedVersions} from '../index.ts'
import type {Archive} from '../io/index.ts'
import type {RenditionSource} from './renditions.ts'

/** Who sent a request, by its API key. */
export interface Caller {
  readonly id: string
  readonly scopes: readonly Scope[]
}

/** What an API key may be allowed. */
export type Scope = 'consents:write' | 'consents:read' | 'subjects:erase'

/** All that the server needs from outside; what is absent is answered with a problem. */
export interface ServerServices {
  readonly archive: Archive
  readonly published: PublishedVersions
  readonly renditions: RenditionSource
  /** Absent: the server is read-only. */
  readonly consents?: (ConsentStore & ConsentLog) | undefined
  /** Finds whose an API key is; undefined for an unknown or revoked one. */
  readonly findCaller?: ((key: string) => Promise<Caller | undefined>) | undefined
  /** Signs checkpoints of the log. */
  readonly logSigner?: NoteSigner | undefined
  /** Signs the receipt of a record, as JWS; and the public keys that check it. */
  readonly receipts?: ReceiptSigner | undefined
  /** Instant of a request, RFC 3339 in UTC with milliseconds. */
  readonly now: () => string
  /** A new UUID. */
  readonly newId: () => string
  /** 32 random bytes in hexadecimal digits. */
  readonly newSalt: () => string
  readonly sha256: (text: string | Uint8Array) => Uint8Array
}

/** Signs receipts of consent records. */
export interface ReceiptSigner {
  /** Receipt of a record, as compact JWS. */
  readonly sign: (recordId: string) => Promise<string | undefined>
  /** JSON Web Key Set of all keys that receipts may be checked by. */
  readonly jwks: () => Promise<object>
}
