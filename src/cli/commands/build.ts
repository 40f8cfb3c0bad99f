import {relative, resolve} from 'node:path'
import {Command} from 'commander'
import pc from 'picocolors'
import {buildSite, createHtmlRenderer, type PdfPrinter, type SiteReport, type SiteRequest, type SiteSource} from '../../index.ts'
import {fontFolder, OperationalError, openPreviewServer, openSiteFolder, type Project, readTemplates, watchFiles} from '../../io/index.ts'
import {buildWordFiles} from '../build-word-files.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {glyphFaults} from '../glyph-faults.ts'
import {lazyPrinter} from '../lazy-printer.ts'
import {agreementNamed, openProject, reopenProject} from '../open-project.ts'
import {readParameters} from '../parameters.ts'
import {printDiagnostics} from '../print-diagnostics.ts'
import {showProgress} from '../progress.ts'
import {reportError} from '../report-error.ts'
import {readSiteSource} from '../site-source.ts'

interface BuildOptions {
  readonly out?: string
  readonly only?: string
  readonly jobs: string
  readonly draft?: boolean
  readonly watch?: boolean
  readonly port: string
  readonly param: readonly string[]
}

/** `proviso build [id…]`: the site of a project, published versions and what is in the making. */
export function buildCommand({finish, finishProgram}: CommandContext): Command {
  return new Command('build')
    .description('Render the agreements of the project to dist/: HTML, PDF, JSON and Markdown of every version, histories, feeds, search.')
    .argument('[id...]', 'agreements; all where none is given')
    .option('--out <dir>', 'folder to write to (default: dist)')
    .option('--only <form>', '`html` leaves the PDF out and needs no browser; `docx` writes the working texts as Word files alone')
    .option('--jobs <n>', 'pages that print at the same time', '2')
    .option('--draft', 'also render working texts of published agreements, and texts with errors')
    .option('--watch', 'build again when files change, and show the site on this machine')
    .option('--port <n>', 'port of the site that --watch shows', '4173')
    .option('--param <name=value>', 'value of a parameter; may be repeated', (value: string, all: readonly string[]) => [...all, value], [])
    .addHelpText(
      'after',
      `
Examples:
  proviso build
  proviso build sms-service --out /srv/legal
  proviso build --only html --param channelName=Example
  proviso build sms-service --only docx
  proviso build --watch --draft --only html
`,
    )
    .action(async (ids: readonly string[], options: BuildOptions, command: Command) => {
      const jobs = wholeNumber('--jobs', options.jobs, 1, 64)
      const port = wholeNumber('--port', options.port, 0, 65_535)
      refuseForm(options.only)
      if (options.only === 'docx') {
        const project = await openProject(workFolder(command))
        for (const id of ids) agreementNamed(project, id)
        const request = {ids, given: readParameters(options.param), out: outFolder(project, options), isDraft: options.draft === true}
        if (!(await buildWordFiles(project, request))) finish(EXIT_FINDINGS)
        return
      }
      const printer = lazyPrinter(finishProgram, jobs)
      const build = () => buildOnce(workFolder(command), ids, {options, jobs, printer})
      try {
        if (options.watch) await watch(await openProject(workFolder(command)), options, {port, build})
        else if (!(await build())) finish(EXIT_FINDINGS)
      } finally {
        await printer.close()
      }
    })
}

/** Builds, and tells what became of it. Gives whether all texts are free of errors. */
async function buildOnce(
  folder: string,
  ids: readonly string[],
  {options, jobs, printer}: {readonly options: BuildOptions; readonly jobs: number; readonly printer: PdfPrinter},
): Promise<boolean> {
  const started = performance.now()
  const project = await reopenProject(folder)
  for (const id of ids) agreementNamed(project, id)
  const templates = await readTemplates(templateFolder(project))
  const fonts = await fontFolder()
  const source = await readSiteSource(project, templates, {given: readParameters(options.param), fonts})
  const out = outFolder(project, options)
  const request: SiteRequest = {only: ids, withPdf: options.only !== 'html', isDraft: options.draft === true}
  const progress = showProgress()
  const report = await buildSite(source, request, {
    folder: await openSiteFolder(out),
    renderer: createHtmlRenderer(templates),
    messages: templates.messages,
    searchScript: templates.scripts.search ?? '',
    printer,
    inspect: ({source: text}) => Promise.resolve(glyphFaults(text, fonts)),
    jobs: jobs + 1,
    progress,
  }).finally(() => progress.end())
  const faults = report.diagnostics.filter(({severity}) => severity === 'error')
  printDiagnostics(faults, process.stderr)
  printReport(report, {faults: faults.length, counts: countsOf(source, request), out, seconds: (performance.now() - started) / 1000})
  return faults.length === 0
}

function printReport(
  {isWritten, files, rendered, unchanged, removed}: SiteReport,
  told: {readonly faults: number; readonly counts: string; readonly out: string; readonly seconds: number},
): void {
  if (!isWritten) {
    process.stderr.write(`${pc.red('✖')} ${told.faults} errors; nothing was written (\`--draft\` renders all the same)\n`)
    return
  }
  const start = relative(process.cwd(), resolve(told.out, 'index.html')) || 'index.html'
  const work = `${rendered} rendered, ${unchanged} unchanged${removed > 0 ? `, ${removed} files removed` : ''}`
  process.stderr.write(
    `${pc.green('✔')} ${told.counts}, ${files} files in ${told.seconds.toFixed(1)} s ${pc.dim(`(${work})`)}\n  Open ${start}\n`,
  )
}

function countsOf(source: SiteSource, {only, isDraft}: SiteRequest): string {
  const agreements = source.agreements.filter(({id}) => only.length === 0 || only.includes(id))
  const versions = agreements.reduce((sum, agreement) => sum + agreement.versions.length, 0)
  const texts = agreements.reduce((sum, agreement) => sum + (agreement.versions.length === 0 || isDraft ? agreement.texts.length : 0), 0)
  return [
    `${agreements.length} agreements`,
    ...(versions > 0 ? [`${versions} versions`] : []),
    ...(texts > 0 ? [`${texts} texts`] : []),
  ].join(', ')
}

/** Builds at each change until the process is told to end. What is wrong meanwhile is told and waits to be mended. */
async function watch(
  project: Project,
  options: BuildOptions,
  {port, build}: {readonly port: number; readonly build: () => Promise<boolean>},
): Promise<void> {
  const attempt = () => build().then(() => undefined, reportError)
  await attempt()
  const server = await openPreviewServer(outFolder(project, options), port)
  process.stderr.write(`  Watching; see ${server.url} (end with Ctrl+C)\n`)
  let running = Promise.resolve()
  const agreements = resolve(project.root, project.settings.agreements ?? 'agreements')
  const stop = watchFiles([agreements, templateFolder(project), resolve(project.root, 'proviso.config.yaml')], () => {
    running = running.then(async () => {
      await attempt()
      server.reload()
    })
  })
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await stop()
  await running
  await server.close()
}

function outFolder(project: Project, {out}: BuildOptions): string {
  return resolve(project.root, out ?? project.settings.out ?? 'dist')
}

function templateFolder(project: Project): string {
  return resolve(project.root, project.settings.templates ?? 'templates')
}

function refuseForm(form: string | undefined): void {
  if (form !== undefined && form !== 'html' && form !== 'docx')
    throw new OperationalError(
      'form-unknown',
      `--only ${form} is no form`,
      'Write `--only html` or `--only docx`, or leave it out for all forms.',
      {
        isMissing: false,
      },
    )
}

function wholeNumber(option: string, written: string, least: number, most: number): number {
  const count = Number(written)
  if (!Number.isInteger(count) || count < least || count > most)
    throw new OperationalError(
      'number-malformed',
      `${option} ${written} is no number from ${least} to ${most}`,
      'Leave it out for the usual one.',
      {
        isMissing: false,
      },
    )
  return count
}
