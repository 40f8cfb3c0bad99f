import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {OperationalError} from './operational-error.ts'
import {readFolder} from './read-folder.ts'
import {decodeText} from './read-text.ts'

/**
 * Files of a small project that builds at once, by path, `/` between names; `proviso.config.yaml` comes last, so that a project is there
 * only when all of it is.
 *
 * @throws {OperationalError} `templates-missing`
 */
export async function readSampleProject(): Promise<ReadonlyMap<string, string>> {
  const folder = fileURLToPath(new URL('../../templates/init', import.meta.url))
  if (!existsSync(folder))
    throw new OperationalError('templates-missing', `${folder} does not exist`, 'Install the package again: `npm ci`.')
  const files = [...(await readFolder(folder))].map(([path, bytes]) => [PACKED_NAMES[path] ?? path, decodeText(bytes, path)] as const)
  return new Map(files.sort(([a], [b]) => Number(a === CONFIG_NAME) - Number(b === CONFIG_NAME)))
}

const CONFIG_NAME = 'proviso.config.yaml'

/** npm keeps files named `.gitignore` out of packages. */
const PACKED_NAMES: Readonly<Record<string, string>> = {gitignore: '.gitignore'}
