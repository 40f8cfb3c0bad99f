import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {NAME_PATTERN, type Version} from '../compiler/index.ts'
import type {Project} from './project-folder.ts'
import {readVersion} from './read-version.ts'

/** The records of a version of an agreement of the project; nothing where there is none. Names may come from a stranger's file. */
export async function findVersion(
  project: Project,
  agreement: string,
  version: string,
): Promise<(Version & {readonly folder: string}) | undefined> {
  const found = project.agreements.find(({id}) => id === agreement)
  if (!found || !new RegExp(NAME_PATTERN).test(version)) return undefined
  const folder = join(found.folder, 'versions', version)
  return existsSync(join(folder, 'manifest.json')) ? {...(await readVersion(folder)), folder} : undefined
}
