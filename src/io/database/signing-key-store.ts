import {generateKeyPairSync} from 'node:crypto'
import {calculateJwkThumbprint} from 'jose'
import type {Kysely} from 'kysely'
import type {PublicKey, SigningKey} from '../../consent/index.ts'
import type {DatabaseSchema} from './database-schema.ts'

/** The keys that sign receipts and checkpoints. Retired ones sign nothing more and stay public, so that what they signed can be checked. */
export interface SigningKeyStore {
  /** The key that signs now; made when first asked for. */
  readonly current: (at: string) => Promise<SigningKey>
  /** Retires the key that signs now and makes another one. */
  readonly rotate: (at: string) => Promise<SigningKey>
  /** All public keys, for the key set; the newest first. */
  readonly publicKeys: () => Promise<
    readonly (PublicKey & {readonly kid: string; readonly createdAt: string; readonly retiredAt?: string})[]
  >
}

/** Signing keys in the database, so that all servers on it sign alike. */
export function signingKeyStore(db: Kysely<DatabaseSchema>): SigningKeyStore {
  const selectCurrent = db.selectFrom('signing_keys').select(['kid', 'x', 'd']).where('retired_at', 'is', null)
  return {
    async current(at) {
      const known = await selectCurrent.executeTakeFirst()
      if (known) return toKey(known)
      await insertKey(db, await newKey(), at)
      return toKey(await selectCurrent.executeTakeFirstOrThrow())
    },
    async rotate(at) {
      const key = await newKey()
      await db.transaction().execute(async (transaction) => {
        await transaction.updateTable('signing_keys').set({retired_at: at}).where('retired_at', 'is', null).execute()
        await insertKey(transaction, key, at)
      })
      return toKey(await selectCurrent.executeTakeFirstOrThrow())
    },
    async publicKeys() {
      const rows = await db.selectFrom('signing_keys').select(['kid', 'x', 'created_at', 'retired_at']).execute()
      return rows
        .sort((a, b) => (a.created_at < b.created_at ? 1 : -1))
        .map(({kid, x, created_at, retired_at}) => ({
          kty: 'OKP',
          crv: 'Ed25519',
          x,
          kid,
          createdAt: created_at,
          ...(retired_at === null ? {} : {retiredAt: retired_at}),
        }))
    },
  }
}

interface NewKey {
  readonly kid: string
  readonly x: string
  readonly d: string
}

async function newKey(): Promise<NewKey> {
  const {x = '', d = ''} = generateKeyPairSync('ed25519').privateKey.export({format: 'jwk'})
  return {kid: await calculateJwkThumbprint({kty: 'OKP', crv: 'Ed25519', x}), x, d}
}

/** Another server may make the first key at the same moment; the index on the current key lets one of them win. */
async function insertKey(db: Kysely<DatabaseSchema>, key: NewKey, at: string): Promise<void> {
  await db
    .insertInto('signing_keys')
    .values({...key, created_at: at, retired_at: null})
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function toKey({kid, x, d}: NewKey): SigningKey {
  return {kty: 'OKP', crv: 'Ed25519', kid, x, d}
}
