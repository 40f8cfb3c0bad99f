import type {Kysely} from 'kysely'
import {type ConsentLog, type ConsentRecord, type ConsentStore, rootOfEdge, TILE_WIDTH, tileIndex} from '../../consent/index.ts'
import {sha256} from '../sha256.ts'
import type {DatabaseSchema} from './database-schema.ts'
import {joinHashes, splitHashes} from './log-edge-bytes.ts'

/** What is read of consents and their log, the same on each kind of database. */
export function consentQueries(db: Kysely<DatabaseSchema>): Pick<ConsentStore, 'find' | 'history'> & ConsentLog {
  const records = db
    .selectFrom('consent_records as r')
    .leftJoin('consent_subjects as s', 's.log_index', 'r.log_index')
    .select(['r.log_index', 'r.evidence', 'r.personal_sha256', 's.personal', 's.salt'])
  return {
    async find(recordId) {
      const row = await records.where('r.record_id', '=', recordId).executeTakeFirst()
      return row && toRecord(row)
    },
    async history(subject, agreement) {
      const rows = await records
        .where('s.subject', '=', subject.normalize('NFC'))
        .where('s.agreement', '=', agreement)
        .orderBy('s.log_index')
        .execute()
      return rows.map(toRecord)
    },
    async head() {
      const {size, peaks} = await db.selectFrom('log_head').select(['size', 'peaks']).where('id', '=', 1).executeTakeFirstOrThrow()
      return {size, root: rootOfEdge({size, peaks: splitHashes(peaks), tails: []}, sha256)}
    },
    async tile(level, index, size) {
      if (level > 0 || index < tileIndex(size, 0)) {
        const row = await db
          .selectFrom('log_tiles')
          .select('hashes')
          .where('level', '=', level)
          .where('tile_index', '=', index)
          .executeTakeFirst()
        return row?.hashes ?? new Uint8Array()
      }
      const rows = await db
        .selectFrom('consent_records')
        .select('leaf_hash')
        .where('log_index', '>=', index * TILE_WIDTH)
        .where('log_index', '<', Math.min(size, (index + 1) * TILE_WIDTH))
        .orderBy('log_index')
        .execute()
      return joinHashes(rows.map(({leaf_hash}) => leaf_hash))
    },
    async records(from, to) {
      const rows = await records.where('r.log_index', '>=', from).where('r.log_index', '<', to).orderBy('r.log_index').execute()
      return rows.map(toRecord)
    },
  }
}

interface RecordRow {
  readonly log_index: number
  readonly evidence: string
  readonly personal_sha256: Uint8Array
  readonly personal: string | null
  readonly salt: Uint8Array | null
}

function toRecord({log_index, evidence, personal_sha256, personal, salt}: RecordRow): ConsentRecord {
  return {
    index: log_index,
    evidence: JSON.parse(evidence),
    personalSha256: Buffer.from(personal_sha256).toString('hex'),
    ...(personal === null || salt === null ? {} : {personal: JSON.parse(personal), salt: Buffer.from(salt).toString('hex')}),
  }
}
