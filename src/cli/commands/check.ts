import {Command, Option} from 'commander'
import pc from 'picocolors'
import {applyFixes, type CompiledAgreement, compareLocales, compile, type Diagnostic, parametersFor} from '../../index.ts'
import {findProject, type Project, readAgreementText, readProject, readReference, type SourceText, writeWhole} from '../../io/index.ts'
import {checkVersions} from '../check-versions.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS, EXIT_USAGE} from '../exit-codes.ts'
import {githubReporter} from '../reporters/github-reporter.ts'
import {jsonReporter} from '../reporters/json-reporter.ts'
import type {CheckedFile, Reporter} from '../reporters/reporter.ts'
import {sarifReporter} from '../reporters/sarif-reporter.ts'
import {textReporter} from '../reporters/text-reporter.ts'

interface CheckOptions {
  readonly fix?: boolean
  readonly strict?: boolean
  readonly reporter: string
  readonly base?: string
}

/** `proviso check [ref…]`: everything that a careful lawyer would ask to be mended. */
export function checkCommand({finish}: CommandContext): Command {
  return new Command('check')
    .description('Report faults: numbering, references, terms, punctuation, unmarked limitations, what is void.')
    .argument('[ref...]', 'files, ids of agreements, or `-`; all working texts and published versions of the project where none is given')
    .option('--fix', 'mend what can be mended without touching a word')
    .option('--strict', 'warnings fail, too')
    .option('--base <revision>', 'also refuse changes to versions that were published at this git revision')
    .addOption(new Option('--reporter <name>', 'how to print').choices(Object.keys(REPORTERS)).default('text'))
    .addHelpText(
      'after',
      `
Examples:
  proviso check
  proviso check terms.md --fix
  proviso check --strict --reporter github
  proviso check --base origin/main
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
      const files: CheckedFile[] = []
      const compared = await authoritativeTexts(sources, folder)
      for (const source of sources) {
        const found = diagnose(source, {project, compared})
        const fixed = options.fix ? applyFixes(source.text, found) : source.text
        if (fixed !== source.text && source.file !== undefined) await writeWhole(source.file, fixed)
        const text = source.file === undefined ? source.text : fixed
        files.push({name: source.name, text, diagnostics: text === source.text ? found : diagnose({...source, text}, {project, compared})})
      }
      if (project && references.length === 0) files.push(...(await checkVersions(project, {folder, base: options.base})))
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

interface CheckSetting {
  readonly project: Project | undefined
  /** Authoritative text by id of the agreement. */
  readonly compared: ReadonlyMap<string, SourceText>
}

/** The texts that the translations among the sources are compared with. */
async function authoritativeTexts(sources: readonly SourceText[], folder: string): Promise<ReadonlyMap<string, SourceText>> {
  const texts = new Map<string, SourceText>()
  for (const {agreement, locale} of sources) {
    if (!agreement || locale === agreement.settings.authoritativeLocale || texts.has(agreement.id)) continue
    const known = sources.find((other) => other.agreement?.id === agreement.id && other.locale === agreement.settings.authoritativeLocale)
    texts.set(agreement.id, known ?? (await readAgreementText(agreement, {folder, locale: agreement.settings.authoritativeLocale})))
  }
  return texts
}

function diagnose(source: SourceText, {project, compared}: CheckSetting): Diagnostic[] {
  const compiled = compileSource(source, project)
  const authoritative = source.agreement && compared.get(source.agreement.id)
  const [original] = authoritative && source.locale !== authoritative.locale ? compileSource(authoritative, project) : []
  const [translation] = compiled
  const parity = original && translation ? compareLocales(original, translation, project?.settings.rules) : []
  return [...compiled.flatMap(({diagnostics}) => diagnostics), ...parity].sort(
    (a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0),
  )
}

function compileSource({text, locale, agreement}: SourceText, project: Project | undefined): readonly CompiledAgreement[] {
  const settings = agreement?.settings
  return compile(text, {
    locale,
    profile: settings?.profile,
    severities: project?.settings.rules,
    ...(settings
      ? {parameters: parametersFor(locale ?? settings.authoritativeLocale, project?.settings.parameters, settings.parameters)}
      : {}),
  })
}
