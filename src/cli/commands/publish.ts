import {join, relative, resolve} from 'node:path'
import {Command, Option} from 'commander'
import pc from 'picocolors'
import {planVersion, planWithdrawal, type RuleOverride, type VersionRequest} from '../../index.ts'
import {
  currentInstant,
  OperationalError,
  openVersionFolder,
  type Project,
  type ProjectAgreement,
  packageVersion,
  readTemplates,
} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {lazyPrinter} from '../lazy-printer.ts'
import {contactLines} from '../notice-options.ts'
import {agreementNamed, openProject} from '../open-project.ts'
import {readParameters} from '../parameters.ts'
import {printRefusals, printVersion, versionPlanDocument} from '../print-version-plan.ts'
import {inspectedTexts, readWorkingTexts} from '../working-texts.ts'

interface PublishOptions {
  readonly version?: string
  readonly effective?: string
  readonly announced?: string
  readonly approvedBy: readonly string[]
  readonly summary?: string
  readonly override: readonly string[]
  readonly reason: readonly string[]
  readonly only?: string
  readonly param: readonly string[]
  readonly withdraw?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `proviso publish <id>`: freezes the working text of all languages as a version. */
export function publishCommand({finish, finishProgram}: CommandContext): Command {
  return new Command('publish')
    .description('Freeze the working text of all languages as a version that never changes: hashes, clause ids, dates, notice.')
    .argument('<id>', 'agreement')
    .option('--version <name>', 'name of the version (default: its number)')
    .option(
      '--effective <date>',
      'when it takes effect: a day, a local time or RFC 3339 (default for a first version: when it is announced)',
    )
    .option('--announced <date>', 'when it was announced, if that was before now')
    .option('--approved-by <name>', 'who approved it; may be repeated', collect, [])
    .option('--summary <text>', 'what changes, in a sentence')
    .option('--override <rule>', 'publish in spite of a notice rule; may be repeated, each with its `--reason`', collect, [])
    .option('--reason <text>', 'why a rule is overridden; stands in the manifest and in the notice', collect, [])
    .addOption(new Option('--only <form>', '`html` hashes no PDF and needs no browser').choices(['html']))
    .option('--param <name=value>', 'value of a parameter; may be repeated', collect, [])
    .option('--withdraw <version>', 'publish nothing, and take back an announced version before it takes effect, with its `--reason`')
    .option('--dry-run', 'show all of it and write nothing')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  proviso publish sms-service --effective 2027-01-01 --approved-by "Lin Yue" --dry-run
  proviso publish sms-service --version 2.0 --effective 2027-01-01T00:00 --summary "Lower cap of liability"
  proviso publish sms-service --withdraw 2.0 --reason "Wrong annex"
  proviso publish sms-service --announced 2024-09-25 --effective 2024-09-25 --override own-amendment --reason "Published on paper then"
`,
    )
    .action(async (id: string, options: PublishOptions, command: Command) => {
      const project = await openProject(workFolder(command))
      const agreement = agreementNamed(project, id)
      if (options.withdraw !== undefined) {
        if (!(await withdraw(agreement, options.withdraw, options))) finish(EXIT_FINDINGS)
        return
      }
      const printer = options.only === 'html' ? undefined : lazyPrinter(finishProgram)
      try {
        const store = openVersionFolder(join(agreement.folder, 'versions'))
        const templates = await readTemplates(resolve(project.root, project.settings.templates ?? 'templates'))
        const plan = await planVersion(await versionRequest(project, agreement, options), {
          store,
          templates,
          printer,
          proviso: await packageVersion(),
        })
        const isWritten = plan.frozen !== undefined && !options.dryRun
        if (plan.frozen && isWritten) await store.add(plan.frozen.files)
        if (options.json) process.stdout.write(`${JSON.stringify(versionPlanDocument(plan, isWritten))}\n`)
        else if (!plan.frozen) printRefusals(plan, process.stderr)
        else printVersion(plan, process.stdout)
        if (!plan.frozen) finish(EXIT_FINDINGS)
        else if (isWritten)
          process.stderr.write(
            `${pc.green('✔')} Wrote ${relative(process.cwd(), join(agreement.folder, 'versions', plan.version))}/\n  Commit it, then \`proviso build\`.\n`,
          )
        else process.stderr.write(`${pc.green('✔')} This is what would be published; nothing was written\n`)
      } finally {
        await printer?.close()
      }
    })
}

/** Appends the record of a withdrawal, and says whether it could be. */
async function withdraw(agreement: ProjectAgreement, version: string, options: PublishOptions): Promise<boolean> {
  const store = openVersionFolder(join(agreement.folder, 'versions'))
  const [by] = options.approvedBy
  const plan = planWithdrawal({version, reason: options.reason.join('\n'), by, now: currentInstant()}, await store.history())
  if (plan.refusal) {
    process.stderr.write(`${pc.red('✖')} ${plan.refusal.message}\n`)
    return false
  }
  if (!options.dryRun) await store.withdraw(version, plan.record)
  if (options.json) process.stdout.write(`${JSON.stringify(plan.withdrawal)}\n`)
  process.stderr.write(
    options.dryRun
      ? `${pc.green('✔')} Version ${version} can be withdrawn; nothing was written\n`
      : `${pc.green('✔')} Withdrew version ${version}\n  Commit it, then \`proviso build\`.\n`,
  )
  return true
}

async function versionRequest(project: Project, agreement: ProjectAgreement, options: PublishOptions): Promise<VersionRequest> {
  const {timeZone, profile, noticePolicy, provider} = agreement.settings
  return {
    agreement: agreement.id,
    timeZone,
    profile,
    policy: noticePolicy,
    contact: contactLines(provider.contact),
    site: project.settings.site?.url,
    severities: project.settings.rules,
    texts: await inspectedTexts(await readWorkingTexts(project, agreement, readParameters(options.param))),
    version: options.version,
    announcedAt: options.announced,
    effectiveAt: options.effective,
    approvedBy: options.approvedBy,
    summary: options.summary,
    overrides: overridesOf(options),
    now: currentInstant(),
  }
}

/** Each `--override` with its `--reason`, in the order in which they were given. */
function overridesOf({override, reason}: PublishOptions): RuleOverride[] {
  if (override.length !== reason.length || reason.some((text) => text.trim() === ''))
    throw new OperationalError(
      'override-unexplained',
      `${override.length} rules are overridden, and ${reason.length} reasons are given`,
      'Give each `--override <rule>` its `--reason <text>`.',
      {isMissing: false},
    )
  return override.map((rule, index) => ({rule, reason: reason[index] ?? ''}))
}

function collect(value: string, all: readonly string[]): readonly string[] {
  return [...all, value]
}
