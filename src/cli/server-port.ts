import type {Project} from '../io/index.ts'

/** Starts the HTTP API; implemented by the server, which the command line does not import. */
export interface ServerPort {
  readonly startServer: (options: ServeSettings) => Promise<{readonly address: string}>
}

/** How `proviso serve` was told to run. */
export interface ServeSettings {
  readonly project: Project
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  /** SQLite file or PostgreSQL address of the consents; absent: read-only. */
  readonly database?: string | undefined
  readonly requestsPerMinute: number
  readonly logLevel: string
}
