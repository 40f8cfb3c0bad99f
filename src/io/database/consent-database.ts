import type {ConsentLog, ConsentStore} from '../../consent/index.ts'

/** The database of consents, opened, with the tables of today: a SQLite file or PostgreSQL. */
export interface ConsentDatabase {
  readonly consents: ConsentStore & ConsentLog
  /** To be called when nothing is being asked for any more. */
  readonly close: () => Promise<void>
}
