import {Command, Option} from 'commander'
import pc from 'picocolors'
import {applyFixes, compile, type Diagnostic, parametersFor} from '../../index.ts'
import {findProject, type Project, readAgreementText, readProject, readReference, type SourceText, writeWhole} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS, EXIT_USAGE} from '../exit-codes.ts'
import {githubReporter} from '../reporters/github-reporter.ts'
import {jsonReporter} from '../reporters/json-reporter.ts'
import type {Reporter} from '../reporters/reporter.ts'
import {sarifReporter} from '../reporters/sarif-reporter.ts'
import {textReporter} from '../reporters/text-reporter.ts'

interface CheckOptions {
  readonly fix?: boolean
  readonly strict?: boolean
  readonly reporter: string
}

/** `proviso check [ref…]`: everything that a careful lawyer would ask to be mended. */
export function checkCommand({finish}: CommandContext): Command {
  return new Command('check')
    .description('Report faults: numbering, references, terms, punctuation, unmarked limitations, what is void.')
    .argument('[ref...]', 'files, ids of agreements, or `-`; all working texts of the project where none is given')
    .option('--fix', 'mend what can be mended without touching a word')
    .option('--strict', 'warnings fail, too')
    .addOption(new Option('--reporter <name>', 'how to print').choices(Object.keys(REPORTERS)).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  proviso check
  proviso check terms.md --fix
  proviso check --strict --reporter github
A comment silences a rule for the next clause: <!-- proviso-ignore rule-id: why -->
`,
    )
    .action(async (references: readonly string[], options: CheckOptions, command: Command) => {
      const folder = workFolder(command)
      const root = findProject(folder)
      if (references.length === 0 && root === undefined) {
        process.stderr.write(
          `${pc.red('✖')} No project here and no file given\n  Name a file, or start in a folder with \`proviso.config.yaml\`.\n`,
        )
        finish(EXIT_USAGE)
        return
      }
      const project = root === undefined ? undefined : await readProject(root)
      const sources =
        references.length > 0
          ? await Promise.all(references.map((reference) => readReference(reference, {folder})))
          : await projectTexts(project, folder)
      const files = []
      for (const source of sources) {
        const found = diagnose(source, project)
        const fixed = options.fix ? applyFixes(source.text, found) : source.text
        if (fixed !== source.text && source.file !== undefined) await writeWhole(source.file, fixed)
        const text = source.file === undefined ? source.text : fixed
        files.push({name: source.name, text, diagnostics: text === source.text ? found : diagnose({...source, text}, project)})
      }
      process.stdout.write((REPORTERS[options.reporter] ?? textReporter)(files))
      const fails = (severity: Diagnostic['severity']) => severity === 'error' || (severity === 'warning' && options.strict === true)
      if (files.some(({diagnostics}) => diagnostics.some(({severity}) => fails(severity)))) finish(EXIT_FINDINGS)
    })
}

const REPORTERS: Readonly<Record<string, Reporter>> = {text: textReporter, json: jsonReporter, github: githubReporter, sarif: sarifReporter}

async function projectTexts(project: Project | undefined, folder: string): Promise<SourceText[]> {
  const texts: SourceText[] = []
  for (const agreement of project?.agreements ?? [])
    for (const {locale} of agreement.texts) texts.push(await readAgreementText(agreement, {folder, locale}))
  return texts
}

function diagnose({text, locale, agreement}: SourceText, project: Project | undefined): Diagnostic[] {
  const settings = agreement?.settings
  const compiled = compile(text, {
    locale,
    profile: settings?.profile,
    severities: project?.settings.rules,
    ...(settings
      ? {parameters: parametersFor(locale ?? settings.authoritativeLocale, project?.settings.parameters, settings.parameters)}
      : {}),
  })
  return compiled.flatMap(({diagnostics}) => diagnostics).sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
}
