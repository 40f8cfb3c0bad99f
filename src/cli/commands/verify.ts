import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import {Command, Option} from 'commander'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {evidenceKind} from '../verify/evidence-kind.ts'
import type {Verdict} from '../verify/verdict.ts'
import {verificationVerdict} from '../verify/verification-verdict.ts'
import {type EvidenceOptions, verifyEvidence} from '../verify/verify-evidence.ts'
import {verifyFile} from '../verify/verify-file.ts'
import {verifyFolder} from '../verify/verify-folder.ts'

interface VerifyOptions extends EvidenceOptions {
  readonly versionFolder?: string
}

/** `proviso verify <thing>`: is it what was published or recorded, unaltered? What a file is, is told by its content. */
export function verifyCommand({finish}: CommandContext): Command {
  return new Command('verify')
    .description(
      'Tell whether a PDF, a built site, a version folder, all versions of an agreement, a receipt or a log of consents are unaltered.',
    )
    .argument(
      '<thing>',
      'a PDF that Proviso made, a folder that `build` wrote, a version folder, the folder of an agreement, a receipt, or an export of the log of consents',
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
  proviso verify dist
  proviso verify dist/en/sms-service/sms-service.pdf
  proviso verify contract.pdf --version-folder agreements/sms-service/versions/1.0
  proviso verify contract.pdf --json | jq .isIntact
  proviso verify receipt.json --key jwks.json
  proviso verify log.jsonl --key jwks.json --checkpoint last-year.txt
`,
    )
    .action(async (name: string, options: VerifyOptions, command: Command) => {
      const {isIntact, lines, document} = await verify(name, workFolder(command), options)
      process.stdout.write(options.json ? `${JSON.stringify(document)}\n` : lines.map((line) => `${line}\n`).join(''))
      if (!isIntact) finish(EXIT_FINDINGS)
    })
}

async function verify(name: string, folder: string, options: VerifyOptions): Promise<Verdict> {
  const path = resolve(folder, name)
  if (isFolder(path)) return verificationVerdict(await verifyFolder(path, name, folder))
  const kind = await evidenceKind(path)
  return kind
    ? verifyEvidence(path, kind, folder, options)
    : verificationVerdict(await verifyFile(path, name, folder, options.versionFolder))
}

function isFolder(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false
}
