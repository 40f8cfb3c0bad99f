import {existsSync, statSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {Command, Option} from 'commander'
import {type PublishedRecord, type Verification, type Version, verifyPdf, verifyVersionFolder, verifyVersions} from '../../index.ts'
import {findProject, findVersion, OperationalError, readBytes, readFolder, readProject, readVersion} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {printVerification} from '../print-verification.ts'
import {evidenceKind} from '../verify/evidence-kind.ts'
import {type EvidenceOptions, verifyEvidence} from '../verify/verify-evidence.ts'

/** `proviso verify <thing>`: is it what was published or recorded, unaltered? What a file is, is told by its content. */
export function verifyCommand({finish}: CommandContext): Command {
  return new Command('verify')
    .description('Tell whether a PDF, a version folder, all versions of an agreement, a receipt or a log of consents are unaltered.')
    .argument(
      '<thing>',
      'a PDF that Proviso made, a version folder, the folder of an agreement, a receipt, or an export of the log of consents',
    )
    .option(
      '--version-folder <dir>',
      'for a PDF, folder of the published version, with its manifest.json (default: the one of the project around)',
    )
    .option('--key <file>', 'for receipts and logs: public keys of the provider, as key set (JWKS) or one key (JWK)')
    .option('--checkpoint <file...>', 'for logs: checkpoints, proofs or receipts kept from before, which must agree')
    .addOption(new Option('--as <form>', 'for receipts: print in another form').choices(['json-ld', 'kantara']))
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Without a manifest a file is held against itself: who altered it with care and sealed it anew is only found by the manifest.

Examples:
  proviso verify agreements/sms-service
  proviso verify agreements/sms-service/versions/1.0
  proviso verify dist/en/sms-service/sms-service.pdf
  proviso verify contract.pdf --version-folder agreements/sms-service/versions/1.0
  proviso verify contract.pdf --json | jq .isIntact
  proviso verify receipt.json --key jwks.json
  proviso verify log.jsonl --key jwks.json --checkpoint last-year.txt
`,
    )
    .action(async (name: string, options: EvidenceOptions & {readonly versionFolder?: string}, command: Command) => {
      const folder = workFolder(command)
      const file = resolve(folder, name)
      const kind = await evidenceKind(file)
      if (kind) {
        const {isIntact, lines, document} = await verifyEvidence(file, kind, folder, options)
        process.stdout.write(options.json ? `${JSON.stringify(document)}\n` : lines.map((line) => `${line}\n`).join(''))
        if (!isIntact) finish(EXIT_FINDINGS)
        return
      }
      const verification = isFolder(file) ? await verifyFolder(file, name) : await verifyFile(file, name, folder, options.versionFolder)
      if (options.json) process.stdout.write(`${JSON.stringify(verification)}\n`)
      else printVerification(verification, process.stdout)
      if (!verification.isIntact) finish(EXIT_FINDINGS)
    })
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}

async function verifyFile(file: string, name: string, folder: string, versionFolder: string | undefined): Promise<Verification> {
  const bytes = await readBytes(file, {expected: 'a PDF', inFolder: 'Name a PDF in it.', remedy: 'Check the name of the PDF.'})
  if (!name.toLowerCase().endsWith('.pdf') && Buffer.from(bytes).subarray(0, 1024).indexOf('%PDF-') < 0)
    throw new OperationalError('verify-unknown', `${name} is no PDF, no receipt and no export of a log`, 'Name a PDF that Proviso made.', {
      isMissing: false,
    })
  return verifyPdf(bytes, (agreement, version) => findRecord(folder, versionFolder, agreement, version))
}

/** A folder is a version by its manifest, else the folder of an agreement or its folder of versions. */
async function verifyFolder(path: string, name: string): Promise<Verification> {
  if (existsSync(join(path, 'manifest.json'))) return verifyVersionFolder(await readFolder(path))
  const files = await readFolder(existsSync(join(path, 'versions')) ? join(path, 'versions') : path)
  if (![...files.keys()].some((file) => file.endsWith('/manifest.json')))
    throw new OperationalError('verify-unknown', `${name} holds no published version`, 'Name the folder of an agreement or of a version.', {
      isMissing: false,
    })
  return verifyVersions(files)
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
