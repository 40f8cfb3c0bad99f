import {existsSync, readdirSync, statSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {type Diagnostic, NAME_PATTERN} from '../compiler/index.ts'
import {
  type AgreementSettings,
  agreementSettingsSchema,
  type ProjectSettings,
  projectSettingsSchema,
  type ReadSettings,
  readSettings,
} from '../config/index.ts'
import {OperationalError} from './operational-error.ts'
import {readText} from './read-text.ts'

/** A project on disk, its settings read and checked. */
export interface Project {
  /** Absolute path of the folder with `proviso.config.yaml`. */
  readonly root: string
  readonly settings: ProjectSettings
  readonly agreements: readonly ProjectAgreement[]
}

/** An agreement of a project. */
export interface ProjectAgreement {
  readonly id: string
  readonly folder: string
  readonly settings: AgreementSettings
  /** Working texts: language and file, the authoritative one first. */
  readonly texts: readonly {readonly locale: string; readonly file: string}[]
}

/** Settings that cannot be used, with the places to mend. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super('The settings have faults')
    this.diagnostics = diagnostics
  }
}

/** The folder of the project around `from`, found by its `proviso.config.yaml`; `undefined` outside a project. */
export function findProject(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG_NAME))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/**
 * Reads a project.
 *
 * @param readYaml reads the settings of an agreement
 * @throws {SettingsError} with every fault of every settings file
 * @throws {OperationalError} where a file is missing or unreadable
 */
export async function readProject(root: string, readYaml: ReadAgreementSettings = readAgreementSettings): Promise<Project> {
  const configFile = join(root, CONFIG_NAME)
  const config = readSettings(await readSettingsText(configFile), projectSettingsSchema, shown(configFile))
  const faults: Diagnostic[] = [...config.diagnostics]
  const settings = config.settings ?? {}
  const folder = resolve(root, settings.agreements ?? 'agreements')
  const agreements: ProjectAgreement[] = []
  const known = new Map<string, ProjectAgreement>()
  for (const name of folderNames(folder)) {
    const read = await readAgreement(join(folder, name), name, readYaml)
    if ('faults' in read) {
      faults.push(...read.faults)
      continue
    }
    const twin = known.get(read.id)
    if (twin) faults.push(idFault(read.id, join(read.folder, 'agreement.yaml'), `one that ${shown(twin.folder)} does not have`))
    else known.set(read.id, read)
    agreements.push(read)
  }
  if (faults.length > 0) throw new SettingsError(faults)
  return {root, settings, agreements}
}

/**
 * The folder in which the agreements of a project lie, whether it exists or not.
 *
 * @throws {SettingsError} with every fault of `proviso.config.yaml`
 */
export async function agreementsFolder(root: string): Promise<string> {
  const file = join(root, CONFIG_NAME)
  const {settings, diagnostics} = readSettings(await readSettingsText(file), projectSettingsSchema, shown(file))
  if (diagnostics.length > 0) throw new SettingsError(diagnostics)
  return resolve(root, settings?.agreements ?? 'agreements')
}

const CONFIG_NAME = 'proviso.config.yaml'

type ReadAgreementSettings = (yaml: string, file: string) => ReadSettings<AgreementSettings>

const readAgreementSettings: ReadAgreementSettings = (yaml, file) => readSettings(yaml, agreementSettingsSchema, file)

async function readAgreement(
  folder: string,
  name: string,
  readYaml: ReadAgreementSettings,
): Promise<ProjectAgreement | {readonly faults: readonly Diagnostic[]}> {
  const file = join(folder, 'agreement.yaml')
  const {settings, diagnostics} = readYaml(await readText(file), shown(file))
  if (!settings) return {faults: diagnostics}
  const id = settings.id ?? name
  if (!NAME.test(id)) {
    return {faults: [idFault(id, file, 'small letters, digits, `.`, `_` and `-`')]}
  }
  const locales = readdirSync(folder)
    .filter((entry) => LOCALE_FILE.test(entry))
    .map((entry) => entry.slice(0, -3))
  if (!locales.includes(settings.authoritativeLocale)) {
    throw new OperationalError(
      'text-missing',
      `${shown(folder)} has no ${settings.authoritativeLocale}.md, the authoritative text`,
      `Write it, or mend \`authoritativeLocale\` in ${shown(file)}.`,
    )
  }
  const rank = (locale: string) => (locale === settings.authoritativeLocale ? 0 : 1)
  locales.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return {id, folder, settings, texts: locales.map((locale) => ({locale, file: join(folder, `${locale}.md`)}))}
}

function idFault(id: string, file: string, expected: string): Diagnostic {
  const start = {line: 1, column: 1, offset: 0}
  return {
    ruleId: 'settings-value',
    severity: 'error',
    message: `Unexpected agreement id \`${id}\`, expected ${expected}`,
    file: shown(file),
    position: {start, end: start},
  }
}

const NAME = new RegExp(NAME_PATTERN)

const LOCALE_FILE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?\.md$/

function folderNames(folder: string): string[] {
  if (!existsSync(folder))
    throw new OperationalError(
      'agreements-missing',
      `${shown(folder)} does not exist`,
      'Make it, or name the folder of the agreements in `proviso.config.yaml`.',
    )
  return readdirSync(folder)
    .sort()
    .filter((name) => statSync(join(folder, name)).isDirectory() && existsSync(join(folder, name, 'agreement.yaml')))
}

async function readSettingsText(file: string): Promise<string> {
  try {
    return await readText(file)
  } catch (error) {
    if (error instanceof OperationalError && error.code === 'file-empty') return ''
    throw error
  }
}

function shown(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short || '.'
}
