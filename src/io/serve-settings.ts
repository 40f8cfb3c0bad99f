import type {Project} from './project-folder.ts'

/** Where and with what a server runs; what the command line finds out and the server is started with. */
export interface ServeSettings {
  readonly project: Project
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  /** SQLite file or PostgreSQL address of the consents; absent: read-only. */
  readonly database?: string | undefined
  /** Name of the transparency log (C2SP tlog-checkpoint); absent: made of the host of the site. */
  readonly logOrigin?: string | undefined
  /** Requests of one address in a minute. */
  readonly requestsPerMinute: number
  /** Level of the log on standard error, such as `info`; `silent` for none. */
  readonly logLevel: string
}
