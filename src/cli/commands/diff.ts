import {createHash} from 'node:crypto'
import {resolve} from 'node:path'
import {Command, Option} from 'commander'
import pc from 'picocolors'
import {
  type ChangeKind,
  type ComparedSource,
  type Comparison,
  compareSources,
  compile,
  createHtmlRenderer,
  type RedlineInk,
  type RedlineView,
  renderPdf,
  renderRedlineDocx,
  renderRedlineMarkdown,
  renderRedlineText,
  type TemplateSet,
  type Translate,
  toDiffDocument,
  translator,
  viewRedline,
} from '../../index.ts'
import {
  findProject,
  OperationalError,
  openChromiumPrinter,
  readProject,
  readReference,
  readTemplates,
  type SourceText,
  writeWhole,
} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {readParameters} from '../parameters.ts'

interface DiffOptions {
  readonly format: string
  readonly output?: string
  readonly exitCode?: boolean
  readonly locale?: string
  readonly ignore?: string
  readonly param: readonly string[]
}

/** `proviso diff <a> <b>`: what differs between two versions, clause by clause. */
export function diffCommand({finish}: CommandContext): Command {
  return new Command('diff')
    .description('Compare two versions clause by clause: wording, moves, numbers, emphasis, and what that does in substance.')
    .argument('<a>', 'the old version: file, id of an agreement, id@version, id@current, id@2026-03-01, git:<rev>:<path>, or `-`')
    .argument('<b>', 'the new version, in the same forms')
    .addOption(new Option('-f, --format <form>', 'how to write the redline').choices(Object.keys(FORMS)).default('text'))
    .option('-o, --output <file>', 'write to a file')
    .option('--exit-code', 'end with 1 where the versions differ')
    .option('--ignore <kinds>', `kinds that are no finding and not listed, parted by commas: ${KINDS.join(', ')}`)
    .option('--locale <tag>', 'language: which text of an agreement, or how to read a file')
    .option('--param <name=value>', 'value of a parameter; may be repeated', (value: string, all: readonly string[]) => [...all, value], [])
    .addHelpText(
      'after',
      `
Examples:
  proviso diff old.md new.md
  proviso diff sms-service@current sms-service
  proviso diff git:HEAD:agreements/sms-service/zh-CN.md sms-service
  proviso diff git:v1:terms.md terms.md --ignore renumbered,emphasis --exit-code
  proviso diff old.md new.md -f docx -o changes.docx
  proviso diff old.md new.md -f json | jq '.changes[].effects'
`,
    )
    .action(async (from: string, to: string, options: DiffOptions, command: Command) => {
      const folder = workFolder(command)
      const ignored = ignoredKinds(options.ignore)
      const parameters = readParameters(options.param)
      if (from === '-' && to === '-')
        throw new OperationalError('reference-twice', 'Standard input was given twice', 'Name a file for one of the versions.', {
          isMissing: false,
        })
      const [old, now] = await Promise.all([from, to].map((reference) => readReference(reference, {folder, locale: options.locale})))
      if (!old || !now) return
      const locale = options.locale ?? now.locale ?? old.locale
      const comparisons = compareSources(compared(old, locale, parameters), compared(now, locale, parameters))
      const write = FORMS[options.format] ?? writeText
      const content = await write(comparisons, {
        folder,
        ignored,
        names: {from: old.name, to: now.name},
        isFile: options.output !== undefined,
      })
      if (options.output === undefined) process.stdout.write(content)
      else await writeWhole(resolve(folder, options.output), content)
      const counts = comparisons.some(({diff}) => diff.changes.some(({kind}) => !ignored.has(kind)))
      if (options.exitCode && counts) finish(EXIT_FINDINGS)
    })
}

interface FormContext {
  readonly folder: string
  readonly ignored: ReadonlySet<ChangeKind>
  readonly names: {readonly from: string; readonly to: string}
  /** The output goes to a file. */
  readonly isFile: boolean
}

type Form = (comparisons: readonly Comparison[], context: FormContext) => Promise<string | Uint8Array>

const FORMS: Readonly<Record<string, Form>> = {
  text: writeText,
  json: writeJson,
  md: writeMarkdown,
  html: writeHtml,
  pdf: writePdf,
  docx: writeDocx,
}

const KINDS: readonly ChangeKind[] = ['added', 'removed', 'modified', 'moved', 'renumbered', 'split', 'merged', 'emphasis', 'retitled']

async function writeText(comparisons: readonly Comparison[], context: FormContext): Promise<string> {
  const isColoured = !context.isFile && pc.isColorSupported && process.stdout.isTTY === true
  const {views} = await viewsOf(comparisons, context)
  return views.map(({view, translate}) => renderRedlineText(view, translate, isColoured ? COLOURED : PLAIN)).join('\n')
}

const COLOURED: RedlineInk = {
  insert: (text) => pc.green(pc.underline(text)),
  delete: (text) => pc.red(pc.strikethrough(text)),
  strong: pc.bold,
  soft: pc.dim,
}

const PLAIN: RedlineInk = {
  insert: (text) => `{+${text}+}`,
  delete: (text) => `[-${text}-]`,
  strong: (text) => text,
  soft: (text) => text,
}

async function writeMarkdown(comparisons: readonly Comparison[], context: FormContext): Promise<string> {
  const {views} = await viewsOf(comparisons, context)
  return views.map(({view, translate}) => renderRedlineMarkdown(view, translate)).join('\n')
}

async function writeHtml(comparisons: readonly Comparison[], context: FormContext): Promise<string> {
  const {views, templates} = await viewsOf(comparisons, context)
  return createHtmlRenderer(templates).redline(onlyOne(views, 'HTML').view)
}

async function writePdf(comparisons: readonly Comparison[], context: FormContext): Promise<Uint8Array> {
  const {views, templates} = await viewsOf(comparisons, context)
  const {view} = onlyOne(views, 'PDF')
  const html = createHtmlRenderer(templates).redline(view)
  const printer = await openChromiumPrinter({pages: 1})
  try {
    return await renderPdf(printer, html, {title: view.title, language: view.locale, date: documentDate(comparisons)})
  } finally {
    await printer.close()
  }
}

async function writeDocx(comparisons: readonly Comparison[], context: FormContext): Promise<Uint8Array> {
  const {views} = await viewsOf(comparisons, context)
  const {view} = onlyOne(views, 'Word')
  return renderRedlineDocx(view, {title: view.title, language: view.locale, author: 'Proviso', date: documentDate(comparisons)})
}

/** A redline carries no moment of its making, so that the same versions give the same bytes: the date is that of the new text. */
function documentDate(comparisons: readonly Comparison[]): string {
  return `${comparisons[0]?.to.facts.dates[0]?.date ?? '2000-01-01'}T00:00:00Z`
}

/** A page shows one agreement. */
function onlyOne<T>(views: readonly T[], form: string): T {
  const [view] = views
  if (view === undefined || views.length > 1)
    throw new OperationalError(
      'agreements-several',
      `${form} shows one agreement, and the sources hold ${views.length}`,
      'Put each agreement into a file of its own, or use `-f text`, `md` or `json`.',
      {isMissing: false},
    )
  return view
}

async function writeJson(comparisons: readonly Comparison[], {ignored}: FormContext): Promise<string> {
  const documents = comparisons.map(({diff}) => {
    const document = toDiffDocument(diff)
    return {...document, changes: document.changes.filter(({kind}) => !ignored.has(kind))}
  })
  const [first] = documents
  return `${JSON.stringify(documents.length === 1 ? first : {schemaVersion: 1, agreements: documents}, undefined, 1)}\n`
}

async function viewsOf(
  comparisons: readonly Comparison[],
  {folder, ignored, names}: FormContext,
): Promise<{readonly views: readonly {readonly view: RedlineView; readonly translate: Translate}[]; readonly templates: TemplateSet}> {
  const root = findProject(folder)
  const project = root === undefined ? undefined : await readProject(root)
  const templates = await readTemplates(project ? resolve(project.root, project.settings.templates ?? 'templates') : undefined)
  const views = comparisons.map(({from, to, diff}) => {
    const translate = translator(templates.messages, to.agreement.locale)
    return {view: viewRedline({from: from.agreement, to: to.agreement, diff, translate, names, ignored}), translate}
  })
  return {views, templates}
}

function compared(source: SourceText, locale: string | undefined, parameters: Readonly<Record<string, string>>): ComparedSource {
  const isFilled = Object.keys(parameters).length > 0
  const manifest = source.version?.manifest
  const ids = source.locale === undefined ? undefined : manifest?.clauseIds[source.locale]
  return {
    compiled: compile(source.text, {locale: source.locale ?? locale, ...(isFilled ? {parameters} : {})}),
    ...(ids ? {ids: new Map(Object.entries(ids))} : {}),
    side: {
      ...(source.agreement ? {agreement: source.agreement.id} : {}),
      ...(manifest ? {version: manifest.version} : {}),
      sha256: createHash('sha256').update(source.text).digest('hex'),
    },
  }
}

function ignoredKinds(option: string | undefined): ReadonlySet<ChangeKind> {
  const names = option === undefined ? [] : option.split(',').map((name) => name.trim())
  return new Set(
    names.map((name) => {
      const kind = KINDS.find((known) => known === name)
      if (kind === undefined)
        throw new OperationalError('kind-unknown', `--ignore ${name} is no kind of change`, `The kinds are ${KINDS.join(', ')}.`, {
          isMissing: false,
        })
      return kind
    }),
  )
}
