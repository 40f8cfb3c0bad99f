import {toHex} from './binary-text.ts'
import type {Sha256} from './sha256.ts'

/** What an API key may do. */
export const API_KEY_SCOPES = Object.freeze([
  'consent:write',
  'consent:read',
  'subject:read',
  'subject:erase',
  'log:export',
  'webhook:manage',
] as const)

/** One of {@link API_KEY_SCOPES}. */
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number]

/** An API key as it is stored: the secret itself is shown once and then known to its holder only. */
export interface ApiKey {
  /** Names the key in talk and in idempotency; not secret. */
  readonly id: string
  readonly name: string
  readonly scopes: readonly ApiKeyScope[]
  /** SHA-256 of the secret in hexadecimal digits; the secret has 256 random bits, so no slow hash is needed. */
  readonly secretSha256: string
  /** RFC 3339, in UTC. */
  readonly createdAt: string
  readonly expiresAt?: string
  readonly revokedAt?: string
}

/** Keeps API keys. */
export interface ApiKeyStore {
  readonly add: (key: ApiKey) => Promise<void>
  /** All of them, also those that were revoked, oldest first. */
  readonly list: () => Promise<readonly ApiKey[]>
  readonly find: (id: string) => Promise<ApiKey | undefined>
  /** False where there is no such key, or where it was revoked before. */
  readonly revoke: (id: string, at: string) => Promise<boolean>
}

/** A key as its holder sends it: `proviso_<id>_<secret>`, both in hexadecimal digits. */
export function formatApiKey(id: string, secret: string): string {
  return `proviso_${id}_${secret}`
}

/** Parts of {@link formatApiKey}; undefined where it has another form. */
export function parseApiKey(text: string): {readonly id: string; readonly secret: string} | undefined {
  const [, id, secret] = /^proviso_([0-9a-f]{16})_([0-9a-f]{64})$/.exec(text) ?? []
  return id === undefined || secret === undefined ? undefined : {id, secret}
}

/** Why a key opens nothing; undefined where it is in order. `equal` compares in constant time. */
export function refuseApiKey(
  secret: string,
  key: ApiKey | undefined,
  at: string,
  {sha256, equal}: {readonly sha256: Sha256; readonly equal: (a: string, b: string) => boolean},
): 'unknown' | 'revoked' | 'expired' | undefined {
  if (!key || !equal(toHex(sha256(secret)), key.secretSha256)) return 'unknown'
  if (key.revokedAt !== undefined) return 'revoked'
  return key.expiresAt !== undefined && Date.parse(key.expiresAt) <= Date.parse(at) ? 'expired' : undefined
}
