import {join} from 'node:path'
import {Command} from 'commander'
import {compile, listVersions, toInspection} from '../../index.ts'
import {currentInstant, openVersionFolder, readReference} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {agreementNamed, openProject} from '../open-project.ts'
import {printLimitations, printOutline} from '../print-outline.ts'
import {printVersions} from '../print-versions.ts'

/** `proviso inspect <ref>`: the clause outline of a text. */
export function inspectCommand(_context: CommandContext): Command {
  return new Command('inspect')
    .description('Show the clauses of an agreement: labels, titles, marks, and what limits the reader.')
    .argument(
      '<ref>',
      'file, `-` for standard input, id of an agreement of the project, id@version, id@current, id@2026-03-01, or git:<rev>:<path>',
    )
    .option('--json', 'print one JSON document')
    .option('--locale <tag>', 'language: which text of an agreement, or how to read a file')
    .option('--full', 'print texts in full')
    .option('--limiting', 'only the clauses that limit rights: what they do, by which words, whether marked')
    .option('--versions', 'the published versions of an agreement: states, dates, hashes')
    .addHelpText(
      'after',
      `
Examples:
  proviso inspect sms-service
  proviso inspect sms-service --locale en --full
  proviso inspect terms.md --limiting
  proviso inspect terms.md --json | jq '.agreements[0].clauses[].heading'
  proviso inspect sms-service --versions
  git show HEAD~1:terms.md | proviso inspect -
`,
    )
    .action(
      async (
        reference: string,
        options: {
          readonly json?: boolean
          readonly locale?: string
          readonly full?: boolean
          readonly limiting?: boolean
          readonly versions?: boolean
        },
        command: Command,
      ) => {
        if (options.versions) {
          const {id, folder} = agreementNamed(await openProject(workFolder(command)), reference)
          const listing = listVersions(id, await openVersionFolder(join(folder, 'versions')).history(), currentInstant())
          if (options.json) process.stdout.write(`${JSON.stringify(listing)}\n`)
          else printVersions(listing, process.stdout)
          return
        }
        const source = await readReference(reference, {folder: workFolder(command), locale: options.locale})
        const compiled = compile(source.text, {locale: options.locale ?? source.locale})
        if (options.json) process.stdout.write(`${JSON.stringify(toInspection(compiled))}\n`)
        else {
          const print = options.limiting ? printLimitations : printOutline
          const width = options.full ? Number.POSITIVE_INFINITY : (process.stdout.columns ?? 100)
          for (const agreement of compiled) print(agreement, {out: process.stdout, width})
        }
      },
    )
}
