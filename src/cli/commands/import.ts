import {join, relative, resolve} from 'node:path'
import {Command, InvalidArgumentError, Option} from 'commander'
import {type ImportSource, type importDocument, maxSourceBytes, settingsYaml, type TrackedChanges} from '../../index.ts'
import {
  agreementsFolder,
  findImportFiles,
  findProject,
  OperationalError,
  openIsolatedProgram,
  readImportFile,
  writeNewFiles,
} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'
import {type ImportOutput, printImport, toImportJson} from '../print-import.ts'

interface ImportOptions {
  readonly out?: string
  readonly json?: boolean
  readonly dryRun?: boolean
  readonly force?: boolean
  readonly tracked?: TrackedChanges
  readonly selector?: string
  readonly timeLimit: number
}

/** `proviso import <file>…`: what a legal team has → canonical Markdown. */
export function importCommand({finish, importProgram}: CommandContext): Command {
  return new Command('import')
    .description('Bring in files as canonical Markdown: one folder for each agreement found, and an account of every character.')
    .argument('<file...>', 'files or folders: .docx, .pdf, .html, .txt and .md')
    .option('-o, --out <dir>', 'where the folders of the agreements go; the agreements of the project, or the current folder')
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--force', 'overwrite files that exist')
    .addOption(new Option('--tracked <what>', 'tracked changes of Word: the text after them or before').choices(['accept', 'reject']))
    .option('--selector <css>', 'the part of an HTML page that holds the agreement')
    .addOption(new Option('--time-limit <seconds>', 'computing time that one file may take').default(TIME_LIMIT).argParser(parseSeconds))
    .option('--json', 'print the report as one JSON document')
    .addHelpText(
      'after',
      `
Each agreement gets a folder with its text (\`zh-CN.md\`), proposed settings (\`agreement.yaml\`) and, if there was any,
the front matter that stood before it (\`front-matter.txt\`). The report lists each repair with how sure it is, and all
that was dropped with the reason. Exit 1 if a character is in no output and not listed.
A file that would take too much time or memory, or that is not what it says, is refused, and nothing is written.

Examples:
  proviso import terms.txt
  proviso import old-terms/ -o agreements --dry-run
  proviso import contract.docx --tracked accept
  proviso import terms.html --selector '#content'
  proviso import terms.md -o /tmp/try --json | jq '.files[0].repairs'
`,
    )
    .action(async (paths: readonly string[], options: ImportOptions, command: Command) => {
      const folder = workFolder(command)
      const out = options.out === undefined ? await defaultFolder(folder) : resolve(folder, options.out)
      const ids = new Set<string>()
      const outputs: ImportOutput[] = []
      const reader = openIsolatedProgram(importProgram, {seconds: options.timeLimit, bytes: MAX_MEMORY})
      try {
        for (const path of await findImportFiles(paths.map((path) => (/^-$|:\/\//.test(path) ? path : resolve(folder, path))))) {
          const {name, bytes} = await readImportFile(path, maxSourceBytes)
          const shown = relative(folder, path)
          const source: ImportSource = {name, bytes, takenIds: ids, tracked: options.tracked, selector: options.selector}
          const document = (await reader.ask(shown, {source})) as Awaited<ReturnType<typeof importDocument>>
          if ('refused' in document)
            throw new OperationalError(document.refused, `${shown}: ${document.message}`, document.remedy, {isMissing: false})
          for (const {id} of document.agreements) ids.add(id)
          outputs.push({
            file: shown,
            document,
            agreements: document.agreements.map((agreement) => ({agreement, ...pathsOf(agreement, out, folder)})),
          })
        }
      } finally {
        reader.close()
      }
      const files = outputs.flatMap(({agreements}) =>
        agreements.flatMap(({agreement, text, settings, frontMatter}) => [
          {path: resolve(folder, text), content: agreement.markdown},
          {path: resolve(folder, settings), content: settingsYaml(agreement.settings)},
          ...(frontMatter !== undefined && agreement.frontMatter !== undefined
            ? [{path: resolve(folder, frontMatter), content: agreement.frontMatter}]
            : []),
        ]),
      )
      if (!options.dryRun)
        await writeNewFiles(files, {
          overwrite: options.force ?? false,
          remedy: 'Nothing was written; name another folder with `-o`, or overwrite with `--force`.',
        })
      if (options.json) process.stdout.write(`${JSON.stringify(toImportJson(outputs, options.dryRun ?? false))}\n`)
      else printImport(outputs, {out: process.stdout, isDryRun: options.dryRun ?? false})
      if (outputs.some(({document}) => document.characters.lost.length > 0)) finish(EXIT_FINDINGS)
    })
}

function parseSeconds(value: string): number {
  const seconds = Number(value)
  if (!(seconds >= 1 && seconds <= 86_400)) throw new InvalidArgumentError('Expected seconds, from 1 to 86400.')
  return seconds
}

async function defaultFolder(folder: string): Promise<string> {
  const root = findProject(folder)
  return root === undefined ? folder : await agreementsFolder(root)
}

function pathsOf({id, locale, frontMatter}: {id: string; locale: string; frontMatter?: string}, out: string, folder: string) {
  const within = (name: string) => relative(folder, join(out, id, name))
  return {
    text: within(`${locale}.md`),
    settings: within('agreement.yaml'),
    ...(frontMatter === undefined ? {} : {frontMatter: within('front-matter.txt')}),
  }
}

/** Seconds: forty times what the longest agreement took that was seen. */
const TIME_LIMIT = 120

/** Bytes of memory of the process that reads. */
const MAX_MEMORY = 1536 * 1024 * 1024
