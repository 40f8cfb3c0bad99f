import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {OperationalError} from './operational-error.ts'

/**
 * Files below some folders that were changed or removed since the revision at which the work parted from `base`; new files do not count.
 *
 * @param root folder inside a git repository; the paths given and returned are relative to it
 * @throws {OperationalError} `git-missing`
 */
export async function changedSince(root: string, base: string, folders: readonly string[]): Promise<string[]> {
  if (folders.length === 0) return []
  try {
    const options = ['--merge-base', '--relative', '--name-only', '--no-renames', '--diff-filter=MDT', '-z']
    const {stdout} = await promisify(execFile)('git', ['diff', ...options, base, '--', ...folders], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    })
    return stdout.split('\0').filter((path) => path !== '')
  } catch (cause) {
    throw new OperationalError(
      'git-missing',
      `git cannot compare the versions with ${base}`,
      'Check that the project lies in a git repository that has this revision, with its history (`fetch-depth: 0`).',
      {cause},
    )
  }
}
