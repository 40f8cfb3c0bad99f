import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {planVersion, type VersionPlan, type VersionRequest, type VersionStore, type VersionTools} from '../../src/index.ts'
import {openVersionFolder, readTemplates} from '../../src/io/index.ts'
import {versionRequest} from './version-request.mjs'

/** A store in a new folder. */
export function emptyStore(): {readonly store: VersionStore; readonly folder: string} {
  const folder = join(mkdtempSync(join(tmpdir(), 'proviso-versions-')), 'terms/versions')
  return {store: openVersionFolder(folder), folder}
}

/** Plans a version of texts by language, and stores it where nothing forbids it. */
export async function publishText(
  store: VersionStore,
  texts: Readonly<Record<string, string>>,
  options: Partial<VersionRequest> = {},
  tools: Partial<VersionTools> = {},
): Promise<VersionPlan> {
  const plan = await planVersion(versionRequest(texts, options), {store, templates: await readTemplates(), proviso: '0.0.0', ...tools})
  if (plan.frozen) await store.add(plan.frozen.files)
  return plan
}
