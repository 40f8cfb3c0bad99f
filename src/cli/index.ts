/** The command line: one verb a file in commands/. */

export {runCommandLine} from './run-command-line.ts'
export type {ServerPort} from './server-port.ts'
