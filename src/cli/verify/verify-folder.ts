import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {type Verification, verifySite, verifyVersionFolder, verifyVersions} from '../../index.ts'
import {isBuiltSite, OperationalError, readFolder, readSite} from '../../io/index.ts'
import {recordFinder} from './published-record.ts'

/** A folder is a version by its manifest, a site by its build record, else the folder of an agreement or its folder of versions. */
export async function verifyFolder(path: string, name: string, folder: string): Promise<Verification> {
  if (existsSync(join(path, 'manifest.json'))) return verifyVersionFolder(await readFolder(path))
  if (isBuiltSite(path)) return verifySite(await readSite(path), (await recordFinder(path)) ?? (await recordFinder(folder)))
  const files = await readFolder(existsSync(join(path, 'versions')) ? join(path, 'versions') : path)
  if (![...files.keys()].some((file) => file.endsWith('/manifest.json')))
    throw new OperationalError(
      'verify-unknown',
      `${name} is no built site and holds no published version`,
      'Name the folder of an agreement, of a version or of a site that `build` wrote.',
      {isMissing: false},
    )
  return verifyVersions(files)
}
