import {relative} from 'node:path'
import {Command} from 'commander'
import pc from 'picocolors'
import {format} from '../../index.ts'
import {findProject, readProject, readReference, readText, writeWhole} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {EXIT_FINDINGS, EXIT_USAGE} from '../exit-codes.ts'

/** `proviso fmt [ref…]`: canonical Markdown. */
export function fmtCommand({finish}: CommandContext): Command {
  return new Command('fmt')
    .description('Write Markdown in canonical form: one block a clause, nothing reflowed, no word changed.')
    .argument('[ref...]', 'files, ids of agreements, or `-`; all working texts of the project where none is given')
    .option('--check', 'change nothing; exit 1 if a file is not in canonical form')
    .addHelpText(
      'after',
      `
Examples:
  proviso fmt                      all texts of the project, in place
  proviso fmt --check              for CI
  proviso fmt - < draft.md         to standard output
`,
    )
    .action(async (references: readonly string[], options: {readonly check?: boolean}, command: Command) => {
      const folder = workFolder(command)
      const files = await filesOf(references, folder)
      if (files.length === 0) {
        process.stderr.write(
          `${pc.red('✖')} No project here and no file given\n  Name a file, or start in a folder with \`proviso.config.yaml\`.\n`,
        )
        finish(EXIT_USAGE)
        return
      }
      for (const {name, file, text} of files) {
        const formatted = format(text)
        if (file === undefined) {
          process.stdout.write(formatted)
        } else if (formatted !== text) {
          if (options.check) finish(EXIT_FINDINGS)
          else await writeWhole(file, formatted)
          process.stderr.write(`${options.check ? pc.yellow('not formatted') : pc.green('formatted')} ${name}\n`)
        }
      }
    })
}

interface FormattedFile {
  readonly name: string
  readonly file?: string
  readonly text: string
}

async function filesOf(references: readonly string[], folder: string): Promise<FormattedFile[]> {
  const files: FormattedFile[] = []
  for (const reference of references) {
    const source = await readReference(reference, {folder})
    files.push(source)
    const others = source.version ? [] : (source.agreement?.texts.slice(1) ?? [])
    for (const text of others) files.push({name: relative(process.cwd(), text.file), file: text.file, text: await readText(text.file)})
  }
  const root = references.length === 0 ? findProject(folder) : undefined
  if (root === undefined) return files
  for (const agreement of (await readProject(root)).agreements) {
    for (const text of agreement.texts)
      files.push({name: relative(process.cwd(), text.file), file: text.file, text: await readText(text.file)})
  }
  return files
}
