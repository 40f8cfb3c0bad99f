import {createHash} from 'node:crypto'
import {relative, resolve} from 'node:path'
import type {SiteAgreement, SiteSource, TemplateSet} from '../index.ts'
import {
  currentInstant,
  engineKey,
  type FontFolder,
  OperationalError,
  openVersionFolder,
  type Project,
  type ProjectAgreement,
  readNotice,
} from '../io/index.ts'
import {contactLines} from './notice-options.ts'
import {readWorkingTexts} from './working-texts.ts'

/** Reads all that the site of a project is built from. A value given for a parameter that no text uses is an error. */
export async function readSiteSource(
  project: Project,
  templates: TemplateSet,
  {given, fonts}: {readonly given: Readonly<Record<string, string>>; readonly fonts: FontFolder},
): Promise<SiteSource> {
  const {site} = project.settings
  const agreements = await Promise.all(project.agreements.map((agreement) => siteAgreement(project, agreement, given)))
  refuseUnused(given, agreements)
  return {
    name: site?.name ?? 'Agreements',
    url: site?.url,
    agreements,
    at: currentInstant(),
    toolsSha256: createHash('sha256')
      .update(JSON.stringify([engineKey(), relative(resolve(fonts.configFile, '../..'), fonts.configFile), templates]))
      .digest('hex'),
  }
}

async function siteAgreement(
  project: Project,
  agreement: ProjectAgreement,
  given: Readonly<Record<string, string>>,
): Promise<SiteAgreement> {
  const folder = resolve(agreement.folder, 'versions')
  const store = openVersionFolder(folder)
  return {
    id: agreement.id,
    profile: agreement.settings.profile,
    policy: agreement.settings.noticePolicy,
    contact: contactLines(agreement.settings.provider.contact),
    severities: project.settings.rules,
    texts: await readWorkingTexts(project, agreement, given),
    versions: await store.history(),
    source: (version, locale) => store.source(version, locale),
    notice: (version, locale) => readNotice(folder, version, locale),
  }
}

function refuseUnused(given: Readonly<Record<string, string>>, agreements: readonly SiteAgreement[]): void {
  if (Object.keys(given).length === 0) return
  const used = new Set(agreements.flatMap(({texts}) => texts.flatMap(({source}) => parameterNames(source))))
  const unknown = Object.keys(given).find((name) => !used.has(name))
  if (unknown !== undefined)
    throw new OperationalError(
      'parameter-unknown',
      `No text uses the parameter ${unknown}`,
      `The texts use ${[...used].join(', ') || 'none'}.`,
      {isMissing: false},
    )
}

function parameterNames(source: string): string[] {
  return [...source.matchAll(/\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}/g)].map(([, name = '']) => name)
}
