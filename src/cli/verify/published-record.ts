import {join, relative, resolve} from 'node:path'
import type {PublishedRecord, Version} from '../../index.ts'
import {findProject, findVersion, readProject, readVersion} from '../../io/index.ts'

/** Finds the manifests of versions in the project around a folder; `undefined` outside a project. */
export async function recordFinder(
  folder: string,
): Promise<((agreement: string, version: string) => Promise<PublishedRecord | undefined>) | undefined> {
  const root = findProject(folder)
  if (root === undefined) return undefined
  const project = await readProject(root)
  return async (agreement, version) => {
    const found = await findVersion(project, agreement, version)
    return found && recordIn(relative(process.cwd(), found.folder), found)
  }
}

/** The manifest of a version folder that the caller named. */
export async function recordOf(folder: string, versionFolder: string): Promise<PublishedRecord> {
  return recordIn(versionFolder, await readVersion(resolve(folder, versionFolder)))
}

function recordIn(folder: string, {manifest, withdrawal}: Version): PublishedRecord {
  return {manifest, name: join(folder, 'manifest.json'), ...(withdrawal ? {withdrawnAt: withdrawal.withdrawnAt} : {})}
}
