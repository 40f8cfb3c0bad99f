import {createHash} from 'node:crypto'
import {relative, resolve} from 'node:path'
import {Command} from 'commander'
import pc from 'picocolors'
import {
  agreementTitle,
  type CompiledAgreement,
  compile,
  createHtmlRenderer,
  type Diagnostic,
  directionOf,
  type IndexView,
  type PublishedText,
  parametersFor,
  publishText,
  SILENT_HEAD,
} from '../../index.ts'
import {
  fontFolder,
  OperationalError,
  openChromiumPrinter,
  openOutputFolder,
  type Project,
  readAgreementText,
  readTemplates,
} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {glyphFaults} from '../glyph-faults.ts'
import {agreementNamed, openProject} from '../open-project.ts'
import {readParameters} from '../parameters.ts'
import {printDiagnostics} from '../print-diagnostics.ts'
import {showProgress} from '../progress.ts'

interface BuildOptions {
  readonly out?: string
  readonly only?: string
  readonly jobs?: string
  readonly draft?: boolean
  readonly param: readonly string[]
}

/** `proviso build [id…]`: every text of the project as HTML, PDF, JSON and Markdown. */
export function buildCommand({finish}: CommandContext): Command {
  return new Command('build')
    .description('Render the agreements of the project to dist/: HTML, PDF, JSON and Markdown.')
    .argument('[id...]', 'agreements; all where none is given')
    .option('--out <dir>', 'folder to write to (default: dist)')
    .option('--only <form>', '`html` leaves the PDF out and needs no browser')
    .option('--jobs <n>', 'pages that print at the same time', '2')
    .option('--draft', 'render in spite of errors, to look at a text in the making')
    .option('--param <name=value>', 'value of a parameter; may be repeated', (value: string, all: readonly string[]) => [...all, value], [])
    .addHelpText(
      'after',
      `
Examples:
  proviso build
  proviso build sms-service --out /srv/legal
  proviso build --only html --param channelName=Example
`,
    )
    .action(async (ids: readonly string[], options: BuildOptions, command: Command) => {
      const started = performance.now()
      const project = await openProject(workFolder(command))
      const texts = await readTexts(project, {ids, given: readParameters(options.param)})
      const faults = texts.flatMap(({diagnostics}) => diagnostics.filter(({severity}) => severity === 'error'))
      if (faults.length > 0) {
        printDiagnostics(faults, process.stderr)
        finish(EXIT_FINDINGS)
        if (!options.draft) {
          process.stderr.write(`${pc.red('✖')} ${faults.length} errors; nothing was written (\`--draft\` renders all the same)\n`)
          return
        }
      }
      const out = resolve(project.root, options.out ?? project.settings.out ?? 'dist')
      const count = await render(project, texts, {out, withPdf: options.only !== 'html', pages: jobCount(options.jobs)})
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const start = relative(process.cwd(), resolve(out, 'index.html')) || 'index.html'
      process.stderr.write(
        `${pc.green('✔')} ${new Set(texts.map(({text}) => text.id)).size} agreements, ${texts.length} texts, ${count} files in ${seconds} s\n  Open ${start}\n`,
      )
    })
}

interface BuiltText {
  readonly text: PublishedText
  readonly diagnostics: readonly Diagnostic[]
}

async function readTexts(
  project: Project,
  {ids, given}: {readonly ids: readonly string[]; readonly given: Readonly<Record<string, string>>},
): Promise<BuiltText[]> {
  for (const id of ids) agreementNamed(project, id)
  const fonts = await fontFolder()
  const texts: BuiltText[] = []
  const used = new Set<string>()
  for (const agreement of project.agreements.filter(({id}) => ids.length === 0 || ids.includes(id))) {
    for (const {locale} of agreement.texts) {
      const source = await readAgreementText(agreement, {folder: process.cwd(), locale})
      const parameters = parametersFor(locale, project.settings.parameters, agreement.settings.parameters, given)
      const [compiled] = compile(source.text, {locale, parameters})
      if (!compiled) continue
      for (const name of parameterNames(source.text)) used.add(name)
      const title = agreement.settings.titles[locale] ?? agreementTitle(compiled.agreement) ?? agreement.id
      const provider = agreement.settings.provider.names?.[locale] ?? agreement.settings.provider.name
      texts.push({
        text: {
          id: agreement.id,
          locale,
          title,
          provider,
          compiled,
          source: source.text,
          frozen: parameterNames(source.text).length > 0 ? (compile(source.text, {locale})[0] ?? compiled).agreement : compiled.agreement,
          parameters,
          shortHash: createHash('sha256').update(source.text).digest('hex').slice(0, 12),
          translations: agreement.texts.map((text) => text.locale).filter((other) => other !== locale),
          date: documentDate(compiled),
        },
        diagnostics: [...compiled.diagnostics, ...glyphFaults(source.text, fonts)].map((diagnostic) => ({
          ...diagnostic,
          file: source.name,
        })),
      })
    }
  }
  const unknown = Object.keys(given).find((name) => !used.has(name))
  if (unknown !== undefined)
    throw new OperationalError(
      'parameter-unknown',
      `No text uses the parameter ${unknown}`,
      `The texts use ${[...used].join(', ') || 'none'}.`,
      {isMissing: false},
    )
  return texts
}

async function render(
  project: Project,
  texts: readonly BuiltText[],
  target: {readonly out: string; readonly withPdf: boolean; readonly pages: number},
): Promise<number> {
  const renderer = createHtmlRenderer(await readTemplates(resolve(project.root, project.settings.templates ?? 'templates')))
  const output = openOutputFolder(target.out)
  const printer = target.withPdf ? await openChromiumPrinter({pages: target.pages}) : undefined
  const progress = showProgress(texts.length)
  try {
    const written = await Promise.all(
      texts.map(async ({text}) => {
        const paths = await publishText(text, {renderer, output, ...(printer ? {printer} : {})})
        progress.step(`${text.id} ${text.locale}`)
        return paths.length
      }),
    )
    await output.write('index.html', renderer.index(indexView(project, texts)))
    return written.reduce((sum, count) => sum + count, 1)
  } finally {
    progress.end()
    await printer?.close()
  }
}

function indexView(project: Project, texts: readonly BuiltText[]): IndexView {
  const locale = texts[0]?.text.locale ?? 'en'
  return {
    type: 'index',
    locale,
    direction: directionOf(locale),
    title: project.settings.site?.name ?? 'Agreements',
    head: {...SILENT_HEAD, isListed: true},
    agreements: project.agreements.flatMap((agreement) => {
      const own = texts.filter(({text}) => text.id === agreement.id)
      const first = own[0]
      if (!first) return []
      const entries = own.map(({text}) => ({
        locale: text.locale,
        title: text.title,
        href: `${text.locale}/${text.id}/index.html`,
        pdf: `${text.locale}/${text.id}/${text.id}.pdf`,
      }))
      return [{title: first.text.title, provider: first.text.provider, texts: entries}]
    }),
  }
}

/** A draft carries no moment of building, so that the same text gives the same bytes. */
function documentDate({facts}: CompiledAgreement): string {
  const date = facts.dates[0]?.date ?? '2000-01-01'
  return `${date}T00:00:00Z`
}

function parameterNames(source: string): string[] {
  return [...source.matchAll(/\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}/g)].map(([, name = '']) => name)
}

function jobCount(jobs: string | undefined): number {
  const count = Number(jobs)
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new OperationalError('jobs-malformed', `--jobs ${jobs} is no number from 1 to 64`, 'Leave it out for 2.', {isMissing: false})
  return count
}
