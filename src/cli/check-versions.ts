import {existsSync} from 'node:fs'
import {join, relative} from 'node:path'
import {type Diagnostic, verifyVersions} from '../index.ts'
import {changedSince, type Project, readFolder} from '../io/index.ts'
import type {CheckedFile} from './reporters/reporter.ts'

/**
 * What is wrong with the published versions of a project: files that are not as their manifests say and, where `base` names a git
 * revision, files that were changed or removed since, however carefully.
 *
 * @param folder names of files are given relative to it
 */
export async function checkVersions(
  project: Project,
  {folder, base}: {readonly folder: string; readonly base: string | undefined},
): Promise<CheckedFile[]> {
  const folders = project.agreements.map((agreement) => join(agreement.folder, 'versions'))
  const faults = new Map<string, Diagnostic[]>()
  const report = (file: string, ruleId: string, message: string) => {
    const name = relative(folder, file)
    faults.set(name, [...(faults.get(name) ?? []), {ruleId, severity: 'error', message, file: name}])
  }
  for (const versions of folders.filter((one) => existsSync(one))) {
    const files = await readFolder(versions)
    if (files.size === 0) continue
    for (const {message} of verifyVersions(files).checks.filter(({outcome}) => outcome === 'failed')) {
      const [path = ''] = message.split(' ')
      report(files.has(path) ? join(versions, path) : versions, 'version-altered', `Unexpected change of a published version: ${message}`)
    }
  }
  const touched =
    base === undefined
      ? []
      : await changedSince(
          project.root,
          base,
          folders.map((one) => relative(project.root, one)),
        )
  for (const path of touched)
    report(
      join(project.root, path),
      'version-touched',
      `Unexpected change of a file that was published, expected it as it stands in \`${base}\`; a correction is a new version`,
    )
  return [...faults].map(([name, diagnostics]) => ({name, text: '', diagnostics}))
}
