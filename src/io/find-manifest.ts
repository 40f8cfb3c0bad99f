import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {type Manifest, manifestSchema, NAME_PATTERN} from '../compiler/index.ts'
import {readSettings} from '../config/index.ts'
import type {PublishedRecord} from '../publish/index.ts'
import {type Project, SettingsError} from './project-folder.ts'
import {readText} from './read-text.ts'

/** The manifest of a version of an agreement of the project; nothing where there is none. Names may come from a stranger's file. */
export async function findManifest(project: Project, agreement: string, version: string): Promise<PublishedRecord | undefined> {
  const found = project.agreements.find(({id}) => id === agreement)
  if (!found || !new RegExp(NAME_PATTERN).test(version)) return undefined
  const file = join(found.folder, 'versions', version, 'manifest.json')
  return existsSync(file) ? {manifest: await readManifest(file), name: file} : undefined
}

/**
 * Reads a manifest file.
 *
 * @throws {SettingsError} with every fault of the file
 */
export async function readManifest(file: string): Promise<Manifest> {
  const {settings, diagnostics} = readSettings(await readText(file), manifestSchema, file)
  if (!settings) throw new SettingsError(diagnostics)
  return settings
}
