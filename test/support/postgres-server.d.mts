/** A PostgreSQL server of one test file. */
export interface PostgresServer {
  /** Folder with its data; a copy of it, taken while the server is stopped, is a backup. */
  readonly data: string
  readonly addressOf: (name: string) => string
  /** Makes an empty database and gives its address. */
  readonly createDatabase: (name: string) => Promise<string>
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** Stops and removes it. */
  readonly remove: () => Promise<void>
}

/** Starts PostgreSQL from npm on a port of its own, or on a copy of another server's data. As root it runs as nobody, since it refuses to be root. */
export declare function startPostgres(copyOf?: string): Promise<PostgresServer>
