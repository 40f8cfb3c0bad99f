import type {ServeSettings} from '../io/index.ts'

/** Starts the HTTP API; implemented by the server, which the command line does not import. */
export interface ServerPort {
  readonly startServer: (settings: ServeSettings) => Promise<{readonly address: string}>
}
