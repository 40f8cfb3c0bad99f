import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The working texts of the samples of the project, by file. */
export function agreementSources(): [string, string][] {
  const working = markdownBelow(join(root, 'agreements')).filter((file) => !file.includes('/versions/'))
  return working.map((file) => [file.slice(root.length + 1), readFileSync(file, 'utf8')])
}

/** The `input.md` of every fixture of a stage, by its name. */
export function fixtureSources(stage: string): [string, string][] {
  const folder = join(root, 'test/fixtures', stage)
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name, 'input.md'), 'utf8')])
}

/** Real agreements beside the project; none where the folder is missing. Raw texts that must be imported first are left out. */
export function realSources(): [string, string][] {
  const shared = join(root, '../shared/data')
  if (!existsSync(shared)) return []
  const seeds = markdownBelow(join(shared, 'seeds')).filter((file) => !file.endsWith('004.md'))
  return [...seeds, ...markdownBelow(join(shared, 'history'))].map((file) => [file.slice(shared.length + 1), readFileSync(file, 'utf8')])
}

/** Whether the real agreements are there. */
export const hasRealSources = existsSync(join(root, '../shared/data/seeds'))

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
