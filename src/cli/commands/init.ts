import {existsSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import {Command} from 'commander'
import pc from 'picocolors'
import {readSampleProject, writeNewFiles} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'

/** `proviso init [dir]`: a new project with a small sample that builds at once. */
export function initCommand(_context: CommandContext): Command {
  return new Command('init')
    .description('Start a project: settings, and a small agreement in Chinese and English to write over.')
    .argument('[dir]', 'folder of the project; made where it does not exist', '.')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Files that are there are never overwritten: where one has the name of a new one, nothing is written.
A .gitignore that is there stays as it is.

Examples:
  proviso init
  proviso init legal
  proviso init legal && proviso -C legal build
`,
    )
    .action(async (name: string, options: {readonly json?: boolean}, command: Command) => {
      const start = workFolder(command)
      const folder = resolve(start, name)
      const sample = await readSampleProject()
      const isKept = (path: string) => path === '.gitignore' && existsSync(join(folder, path))
      const written = [...sample].filter(([path]) => !isKept(path))
      await writeNewFiles(
        written.map(([path, content]) => ({path: join(folder, path), content})),
        {overwrite: false, remedy: 'Nothing was written; name another folder, such as `proviso init legal`.'},
      )
      const files = written.map(([path]) => path)
      const kept = [...sample.keys()].filter((path) => !files.includes(path))
      if (options.json) process.stdout.write(`${JSON.stringify({schemaVersion: 1, folder, files, kept})}\n`)
      else tellNext(shown(folder), {files, kept})
    })
}

function tellNext(folder: string, {files, kept}: {readonly files: readonly string[]; readonly kept: readonly string[]}): void {
  const at = folder === '' ? '' : ` -C ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}`
  process.stdout.write(files.map((path) => `${join(folder, path)}\n`).join(''))
  process.stderr.write(
    [
      `${pc.green('✔')} A project with one agreement, service-terms, in Chinese and English`,
      ...(kept.length > 0 ? ['  Your .gitignore stayed as it was; add `dist/` to it.'] : []),
      '  Next:',
      `    proviso${at} check                  what is wrong with the texts`,
      `    proviso${at} build                  the site, in dist/`,
      `    proviso${at} inspect service-terms  how a text is understood`,
      `  Then write over ${join(folder, 'agreements/service-terms/')}, or bring in your own: proviso${at} import terms.docx`,
      '',
    ].join('\n'),
  )
}

/** Relative where the folder is below the current one. */
function shown(folder: string): string {
  const short = relative(process.cwd(), folder)
  return short.startsWith('..') ? folder : short
}
