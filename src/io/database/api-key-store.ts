import type {Kysely, Selectable} from 'kysely'
import {API_KEY_SCOPES, type ApiKey, type ApiKeyStore} from '../../consent/index.ts'
import type {DatabaseSchema} from './database-schema.ts'

/** API keys in the database. */
export function apiKeyStore(db: Kysely<DatabaseSchema>): ApiKeyStore {
  return {
    async add({id, name, scopes, secretSha256, createdAt, expiresAt}) {
      await db
        .insertInto('api_keys')
        .values({
          id,
          name,
          scopes: scopes.join(' '),
          secret_sha256: secretSha256,
          created_at: createdAt,
          expires_at: expiresAt ?? null,
          revoked_at: null,
        })
        .execute()
    },
    async list() {
      return (await db.selectFrom('api_keys').selectAll().orderBy('created_at').orderBy('id').execute()).map(toKey)
    },
    async find(id) {
      const row = await db.selectFrom('api_keys').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toKey(row)
    },
    async revoke(id, at) {
      const {numUpdatedRows} = await db
        .updateTable('api_keys')
        .set({revoked_at: at})
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

function toKey(row: Selectable<DatabaseSchema['api_keys']>): ApiKey {
  const {id, name, scopes, secret_sha256, created_at, expires_at, revoked_at} = row
  const granted = new Set(scopes.split(' '))
  return {
    id,
    name,
    scopes: API_KEY_SCOPES.filter((scope) => granted.has(scope)),
    secretSha256: secret_sha256,
    createdAt: created_at,
    ...(expires_at === null ? {} : {expiresAt: expires_at}),
    ...(revoked_at === null ? {} : {revokedAt: revoked_at}),
  }
}
