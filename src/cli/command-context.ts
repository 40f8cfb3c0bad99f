import {resolve} from 'node:path'
import type {Command} from 'commander'
import type {FinishPort} from './finish-port.ts'
import type {ImportPort} from './import-port.ts'
import type {ServerPort} from './server-port.ts'

/** What every command is given. */
export interface CommandContext extends ServerPort, ImportPort, FinishPort {
  /** Sets the exit code of the process. */
  readonly finish: (code: number) => void
}

/** The folder that relative paths start from: `-C`, else the current one. */
export function workFolder(command: Command): string {
  const options: {readonly C?: string} = command.optsWithGlobals()
  return resolve(options.C ?? '.')
}
