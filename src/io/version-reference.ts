import {join, relative} from 'node:path'
import {selectVersion, type Version} from '../compiler/index.ts'
import {currentInstant} from './current-instant.ts'
import {OperationalError} from './operational-error.ts'
import type {ProjectAgreement} from './project-folder.ts'
import type {ReferenceSite, SourceText} from './source-text.ts'
import {openVersionFolder} from './version-folder.ts'

/**
 * Reads the frozen text of a published version in the wanted language, else the authoritative one. `selector` is what stands after the
 * `@` of a reference: a name, `current`, or a day.
 *
 * @throws {OperationalError} `version-missing`, `text-missing`, `reference-malformed`
 */
export async function readVersionText(agreement: ProjectAgreement, selector: string, site: ReferenceSite): Promise<SourceText> {
  const folder = join(agreement.folder, 'versions')
  const store = openVersionFolder(folder)
  const history = await store.history()
  const version = select(agreement, selector, history)
  const {version: name, locales} = version.manifest
  const locale = site.locale ?? version.manifest.authoritativeLocale
  if (!locales.some((text) => text.locale === locale))
    throw new OperationalError(
      'text-missing',
      `${agreement.id}@${name} has no text in ${locale}`,
      `It has ${locales.map((text) => text.locale).join(', ')}.`,
    )
  return {
    name: relative(site.folder, join(folder, name, `${locale}.md`)),
    text: await store.source(name, locale),
    locale,
    agreement,
    version,
  }
}

function select(agreement: ProjectAgreement, selector: string, history: readonly Version[]): Version {
  const names = history.map(({manifest}) => manifest.version).join(', ')
  try {
    const found = selectVersion(selector, history, {now: currentInstant(), timeZone: agreement.settings.timeZone})
    if (found) return found
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new OperationalError('reference-malformed', `${selector} is no day`, 'Write a day as `2026-12-01`.', {isMissing: false, cause})
  }
  throw new OperationalError(
    'version-missing',
    selector === 'current'
      ? `No version of ${agreement.id} is in force`
      : /^\d{4}-\d\d-\d\d$/.test(selector)
        ? `No version of ${agreement.id} was in force on ${selector}`
        : `${agreement.id} has no version ${selector}`,
    names === '' ? `Nothing of it is published; \`proviso publish ${agreement.id}\` does that.` : `It has ${names}.`,
  )
}
