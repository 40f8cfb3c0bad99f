import {resolve} from 'node:path'
import {Command, Option} from 'commander'
import {OperationalError} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {openProject} from '../open-project.ts'

interface ServeOptions {
  readonly host?: string
  readonly port?: string
  readonly db?: string
  readonly logOrigin?: string
  readonly logLevel: string
}

/** `proviso serve`: the site and the HTTP API. */
export function serveCommand({startServer}: CommandContext): Command {
  return new Command('serve')
    .description('Serve the built site and the HTTP API: texts, what changed, and consents where there is a database.')
    .addOption(new Option('--host <address>', 'address to listen at').env('PROVISO_HOST'))
    .addOption(new Option('--port <number>', 'port to listen at; 0 for any that is free').env('PROVISO_PORT'))
    .addOption(new Option('--db <place>', 'SQLite file or postgres: address of the consents').env('DATABASE_URL'))
    .addOption(new Option('--log-origin <name>', 'name of the transparency log, which it keeps for ever').env('PROVISO_LOG_ORIGIN'))
    .addOption(
      new Option('--log-level <level>', 'what to log on standard error')
        .choices(['silent', 'error', 'warn', 'info', 'debug'])
        .env('PROVISO_LOG_LEVEL')
        .default('info'),
    )
    .addHelpText(
      'after',
      `
Options come from the command line, else from the environment (PROVISO_HOST, PROVISO_PORT, DATABASE_URL, PROVISO_LOG_ORIGIN), else from \`server\` in
proviso.config.yaml. Without a database the server is read-only.

Examples:
  proviso serve
  proviso serve --db consents.db --port 8080
  DATABASE_URL=postgres://proviso@db/consents proviso serve --host 0.0.0.0
  curl 'http://127.0.0.1:8080/v1/agreements/sms-service/changes?since=2026-01-01'
`,
    )
    .action(async (options: ServeOptions, command: Command) => {
      const folder = workFolder(command)
      const project = await openProject(folder)
      const {server = {}} = project.settings
      const {address} = await startServer({
        project,
        host: options.host ?? server.host ?? '127.0.0.1',
        port: options.port === undefined ? (server.port ?? 8080) : portNumber(options.port),
        database: options.db === undefined ? placeOf(server.database, project.root) : placeOf(options.db, folder),
        logOrigin: options.logOrigin ?? server.logOrigin,
        requestsPerMinute: server.requestsPerMinute ?? 600,
        logLevel: options.logLevel,
      })
      process.stderr.write(`Serving ${project.root} at ${address}\n`)
    })
}

function placeOf(place: string | undefined, folder: string): string | undefined {
  return place === undefined || /^postgres(?:ql)?:/.test(place) ? place : resolve(folder, place)
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OperationalError('port-malformed', `--port ${text} is no port`, 'It is a number from 0 to 65535.', {isMissing: false})
  return port
}
