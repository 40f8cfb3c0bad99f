import {join} from 'node:path'
import {OperationalError} from '../operational-error.ts'

/** Where the consents of a project are: what was asked for, else `DATABASE_URL`, else `proviso.db` beside its settings. */
export function databaseLocation({
  db,
  project,
  environment,
}: {
  readonly db: string | undefined
  readonly project: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
}): string {
  const location = db ?? environment.DATABASE_URL ?? (project === undefined ? undefined : join(project, 'proviso.db'))
  if (location !== undefined && location !== '') return location
  throw new OperationalError(
    'no-database',
    'No database is named, and there is no project here',
    'Give --db with a file or a postgres: address, set DATABASE_URL, or start in a folder with proviso.config.yaml.',
    {isMissing: false},
  )
}
