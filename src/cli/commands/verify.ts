import {join, relative, resolve} from 'node:path'
import {Command} from 'commander'
import {type PublishedRecord, type Version, verifyPdf} from '../../index.ts'
import {findProject, findVersion, OperationalError, readBytes, readProject, readVersion} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {printVerification} from '../print-verification.ts'

/** `proviso verify <thing>`: is it what was published, unaltered? */
export function verifyCommand({finish}: CommandContext): Command {
  return new Command('verify')
    .description('Tell which agreement, version and language a PDF is, and whether it was altered.')
    .argument('<file>', 'a PDF that Proviso made')
    .option('--version-folder <dir>', 'folder of the published version, with its manifest.json (default: the one of the project around)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Without a manifest a file is held against itself: who altered it with care and sealed it anew is only found by the manifest.

Examples:
  proviso verify dist/en/sms-service/sms-service.pdf
  proviso verify contract.pdf --version-folder agreements/sms-service/versions/1.0
  proviso verify contract.pdf --json | jq .isIntact
`,
    )
    .action(async (name: string, options: {readonly versionFolder?: string; readonly json?: boolean}, command: Command) => {
      const folder = workFolder(command)
      const file = resolve(folder, name)
      const bytes = await readBytes(file, {expected: 'a PDF', inFolder: 'Name a PDF in it.', remedy: 'Check the name of the PDF.'})
      if (!name.toLowerCase().endsWith('.pdf') && Buffer.from(bytes).subarray(0, 1024).indexOf('%PDF-') < 0)
        throw new OperationalError('verify-unknown', `${name} is no PDF`, 'Name a PDF that Proviso made.', {isMissing: false})
      const verification = await verifyPdf(bytes, (agreement, version) => findRecord(folder, options.versionFolder, agreement, version))
      if (options.json) process.stdout.write(`${JSON.stringify(verification)}\n`)
      else printVerification(verification, process.stdout)
      if (!verification.isIntact) finish(EXIT_FINDINGS)
    })
}

async function findRecord(
  folder: string,
  versionFolder: string | undefined,
  agreement: string,
  version: string,
): Promise<PublishedRecord | undefined> {
  if (versionFolder !== undefined) return recordIn(versionFolder, await readVersion(resolve(folder, versionFolder)))
  const root = findProject(folder)
  const found = root === undefined ? undefined : await findVersion(await readProject(root), agreement, version)
  return found && recordIn(relative(process.cwd(), found.folder), found)
}

function recordIn(folder: string, {manifest, withdrawal}: Version): PublishedRecord {
  return {manifest, name: join(folder, 'manifest.json'), ...(withdrawal ? {withdrawnAt: withdrawal.withdrawnAt} : {})}
}
