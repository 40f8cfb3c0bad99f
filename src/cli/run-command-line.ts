import {Command, CommanderError, Help} from 'commander'
import {packageVersion} from '../io/index.ts'
import {buildCommand} from './commands/build.ts'
import {checkCommand} from './commands/check.ts'
import {diffCommand} from './commands/diff.ts'
import {fmtCommand} from './commands/fmt.ts'
import {importCommand} from './commands/import.ts'
import {initCommand} from './commands/init.ts'
import {inspectCommand} from './commands/inspect.ts'
import {keyCommand} from './commands/key.ts'
import {noticeCommand} from './commands/notice.ts'
import {publishCommand} from './commands/publish.ts'
import {serveCommand} from './commands/serve.ts'
import {verifyCommand} from './commands/verify.ts'
import {EXIT_FINE, EXIT_USAGE} from './exit-codes.ts'
import type {FinishPort} from './finish-port.ts'
import type {ImportPort} from './import-port.ts'
import {reportError} from './report-error.ts'
import type {ServerPort} from './server-port.ts'

/** Runs one command line and gives the exit code: 0 fine, 1 findings, 2 usage or settings, 3 something outside is missing. */
export async function runCommandLine(args: readonly string[], ports: ServerPort & ImportPort & FinishPort): Promise<number> {
  let exitCode = EXIT_FINE
  const program = new Command('proviso')
    .description('Compile agreements: clause trees, diffs, change notices, HTML and PDF.')
    .option('-C <dir>', 'work as if started in this folder', '.')
    .option('--no-color', 'print without colours')
    .version(await packageVersion(), '-V', 'print the version of proviso')
    .configureHelp({sortSubcommands: false, showGlobalOptions: true})
    .showSuggestionAfterError()
    .exitOverride()
  const finish = (code: number) => {
    exitCode = code
  }
  for (const command of COMMANDS) program.addCommand(command({finish, ...ports}))
  for (const command of program.commands) prepare(command)
  try {
    await program.parseAsync([...args], {from: 'user'})
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_FINE : EXIT_USAGE
    return reportError(error)
  }
}

/** Makes a command and those below it report to us instead of ending the process. */
function prepare(command: Command): void {
  command.exitOverride().configureHelp({showGlobalOptions: true}).createHelp = () => new Help()
  for (const below of command.commands) prepare(below)
}

/** In the order of the help. */
const COMMANDS = [
  initCommand,
  inspectCommand,
  checkCommand,
  fmtCommand,
  importCommand,
  diffCommand,
  noticeCommand,
  publishCommand,
  buildCommand,
  keyCommand,
  verifyCommand,
  serveCommand,
]
