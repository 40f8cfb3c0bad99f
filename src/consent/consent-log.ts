import type {LogReader} from './log/log-reader.ts'
import type {ConsentRecord} from './record/consent-record.ts'

/** The log over all records of a store. */
export interface ConsentLog extends LogReader {
  /** Size and root of all that is durable. */
  readonly head: () => Promise<{readonly size: number; readonly root: Uint8Array}>
  /** Records from one place to before another, in order. */
  readonly records: (from: number, to: number) => Promise<readonly ConsentRecord[]>
}
