import type {Kysely} from 'kysely'
import {type ConsentLog, type ConsentRecord, type ConsentStore, rootOfEdge} from '../../consent/index.ts'
import {sha256} from '../sha256.ts'
import type {DatabaseSchema} from './database-schema.ts'
import {splitHashes} from './log-edge-bytes.ts'
import {subjectDigest} from './lookup-digest.ts'

/** What is read of consents and their log, the same on each kind of database. */
export function consentQueries(db: Kysely<DatabaseSchema>): Pick<ConsentStore, 'find' | 'history'> & ConsentLog {
  const records = db.selectFrom('consent_records').select(['log_index', 'evidence', 'personal_sha256', 'personal', 'salt'])
  return {
    async find(recordId) {
      const row = await records.where('record_id', '=', recordId).executeTakeFirst()
      return row && toRecord(row)
    },
    async history(subject, agreement) {
      const rows = await records
        .where('subject_digest', '=', subjectDigest(subject))
        .where('agreement', '=', agreement)
        .orderBy('log_index')
        .execute()
      return rows.map(toRecord)
    },
    async head() {
      const {size, peaks} = await db.selectFrom('log_head').select(['size', 'peaks']).where('id', '=', 1).executeTakeFirstOrThrow()
      return {size, root: rootOfEdge({size, peaks: splitHashes(peaks), tails: []}, sha256)}
    },
    async tile(level, index) {
      const row = await db
        .selectFrom('log_tiles')
        .select('hashes')
        .where('level', '=', level)
        .where('tile_index', '=', index)
        .executeTakeFirst()
      return row?.hashes ?? new Uint8Array()
    },
    async records(from, to) {
      const rows = await records.where('log_index', '>=', from).where('log_index', '<', to).orderBy('log_index').execute()
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
