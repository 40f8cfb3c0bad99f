import {randomBytes} from 'node:crypto'
import {Command, Option} from 'commander'
import pc from 'picocolors'
import {API_KEY_SCOPES, type ApiKey, type ApiKeyScope, formatApiKey} from '../../index.ts'
import {type ConsentDatabase, databaseLocation, findProject, openConsentDatabase, sha256} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS, EXIT_USAGE} from '../exit-codes.ts'

interface DatabaseOptions {
  readonly db?: string
  readonly json?: boolean
}

/** `proviso key create|list|revoke`: keys for the HTTP API, and those that sign receipts. */
export function keyCommand(context: CommandContext): Command {
  return new Command('key')
    .description('API keys with scopes, and the keys that sign receipts, for the database that serve uses.')
    .addCommand(createCommand(context))
    .addCommand(listCommand())
    .addCommand(revokeCommand(context))
    .addHelpText(
      'after',
      `
Examples:
  proviso key create shop --scope consent:write --scope subject:read
  proviso key create --signing
  proviso key list --db postgres://proviso@localhost/proviso
`,
    )
}

function createCommand({finish}: CommandContext): Command {
  return withDatabase(new Command('create'))
    .description('Make an API key and print it, once; or, with --signing, sign receipts by a new key from now on.')
    .argument('[name]', 'who will hold the key')
    .addOption(new Option('--scope <scope...>', 'what it may do').choices(API_KEY_SCOPES))
    .option('--expires <instant>', 'when it ends, such as 2027-01-01T00:00:00Z')
    .option('--signing', 'retire the key that signs receipts and make another one; what it signed stays valid')
    .action(async (name: string | undefined, options: DatabaseOptions & CreateOptions, command: Command) => {
      const fault = faultOf(name, options)
      if (fault !== undefined) {
        process.stderr.write(`${pc.red('✖')} ${fault}\n`)
        finish(EXIT_USAGE)
        return
      }
      await withOpened(command, options, async (database) => {
        if (options.signing) {
          const {kid} = await database.signingKeys.rotate(now())
          print(options, {signingKey: kid}, kid)
          return
        }
        const [id, secret] = [randomBytes(8).toString('hex'), randomBytes(32).toString('hex')]
        const key: ApiKey = {
          id,
          name: name ?? '',
          scopes: options.scope ?? [],
          secretSha256: Buffer.from(sha256(secret)).toString('hex'),
          createdAt: now(),
          ...(options.expires === undefined ? {} : {expiresAt: new Date(options.expires).toISOString()}),
        }
        await database.apiKeys.add(key)
        const {secretSha256: _, ...shown} = key
        print(options, {...shown, key: formatApiKey(id, secret)}, formatApiKey(id, secret))
        process.stderr.write('Keep it now: it is stored as a hash and cannot be shown again.\n')
      })
    })
}

interface CreateOptions {
  readonly scope?: readonly ApiKeyScope[]
  readonly expires?: string
  readonly signing?: boolean
}

function faultOf(name: string | undefined, {scope, expires, signing}: CreateOptions): string | undefined {
  if (signing) return name === undefined && scope === undefined ? undefined : 'A signing key has no name and no scopes'
  if (name === undefined || name.trim() === '') return 'Missing name, expected who will hold the key'
  if (scope === undefined) return `Missing --scope, expected one or more of ${API_KEY_SCOPES.join(', ')}`
  const isInstant =
    expires === undefined || (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(expires) && !Number.isNaN(Date.parse(expires)))
  return isInstant ? undefined : `Unexpected --expires ${expires}, expected an instant such as 2027-01-01T00:00:00Z`
}

function listCommand(): Command {
  return withDatabase(new Command('list'))
    .description('Show all keys, without their secrets.')
    .action(async (options: DatabaseOptions, command: Command) => {
      await withOpened(command, options, async ({apiKeys, signingKeys}) => {
        const keys = (await apiKeys.list()).map(({secretSha256: _, ...key}) => key)
        const signing = await signingKeys.publicKeys()
        const lines = [
          ...keys.map(({id, name, scopes, createdAt, expiresAt, revokedAt}) =>
            [id, name, scopes.join(','), createdAt, stateOf({expiresAt, revokedAt})].join('\t'),
          ),
          ...signing.map(({kid, createdAt, retiredAt}) =>
            [kid, 'signs receipts', '', createdAt, retiredAt ? `retired ${retiredAt}` : 'signing'].join('\t'),
          ),
        ]
        print(options, {keys, signingKeys: signing}, lines.join('\n'))
      })
    })
}

function stateOf({expiresAt, revokedAt}: {readonly expiresAt: string | undefined; readonly revokedAt: string | undefined}): string {
  if (revokedAt !== undefined) return `revoked ${revokedAt}`
  if (expiresAt === undefined) return 'valid'
  return Date.parse(expiresAt) <= Date.now() ? `expired ${expiresAt}` : `valid until ${expiresAt}`
}

function revokeCommand({finish}: CommandContext): Command {
  return withDatabase(new Command('revoke'))
    .description('Make an API key open nothing any more.')
    .argument('<id>', 'id of the key, as list shows it')
    .action(async (id: string, options: DatabaseOptions, command: Command) => {
      await withOpened(command, options, async ({apiKeys}) => {
        if (await apiKeys.revoke(id, now())) {
          print(options, {revoked: id}, `revoked ${id}`)
          return
        }
        process.stderr.write(`${pc.red('✖')} No valid API key ${id}\n  proviso key list shows them.\n`)
        finish(EXIT_FINDINGS)
      })
    })
}

function withDatabase(command: Command): Command {
  return command
    .option('--db <location>', 'SQLite file or postgres: address (default: DATABASE_URL, else proviso.db of the project)')
    .option('--json', 'print one JSON document')
}

async function withOpened(command: Command, {db}: DatabaseOptions, work: (database: ConsentDatabase) => Promise<void>): Promise<void> {
  const project = findProject(workFolder(command))
  const database = await openConsentDatabase(databaseLocation({db, project, environment: process.env}))
  try {
    await work(database)
  } finally {
    await database.close()
  }
}

function print({json}: DatabaseOptions, document: object, text: string): void {
  if (json) process.stdout.write(`${JSON.stringify({schemaVersion: 1, ...document}, undefined, 2)}\n`)
  else if (text !== '') process.stdout.write(`${text}\n`)
}

function now(): string {
  return new Date().toISOString()
}
