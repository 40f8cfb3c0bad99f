import {compareInstants, selectVersion, type Version, versionInForce} from '../index.ts'
import type {ArchivedAgreement, ArchivedText} from '../io/index.ts'
import {Problem} from './problem.ts'
import type {ServerServices} from './server-services.ts'

/** The agreement of an id, or 404. */
export async function namedAgreement({archive}: ServerServices, id: string): Promise<ArchivedAgreement> {
  const agreement = await archive.agreement(id)
  if (!agreement || agreement.history.length === 0) throw new Problem('not-found', `No published agreement \`${id}\``)
  return agreement
}

/** The version that a name, a day, an instant or `current` means, or 404. */
export function namedVersion({now}: ServerServices, {id, settings, history}: ArchivedAgreement, selector: string): Version {
  const at = /^\d{4}-\d{2}-\d{2}T/.test(selector) ? selector : undefined
  try {
    const found =
      at === undefined ? selectVersion(selector, history, {now: now(), timeZone: settings.timeZone ?? 'UTC'}) : versionInForce(history, at)
    if (found) return found
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Problem('request-malformed', `Unexpected moment \`${selector}\`, expected a day or an instant (RFC 3339)`)
  }
  throw new Problem('not-found', `No version \`${selector}\` of \`${id}\``)
}

/** The text of a version in a language, or 404. */
export async function namedText({archive}: ServerServices, agreement: string, version: string, locale: string): Promise<ArchivedText> {
  const text = await archive.text(agreement, version, locale)
  if (!text) throw new Problem('not-found', `No text of \`${agreement}\` ${version} in \`${locale}\``)
  return text
}

/** Versions that were announced and not yet in force at an instant, the next one first. */
export function upcomingVersions(history: readonly Version[], at: string): Version[] {
  return history
    .filter(({manifest, withdrawal}) => withdrawal === undefined && compareInstants(manifest.effectiveAt, at) > 0)
    .sort((a, b) => compareInstants(a.manifest.effectiveAt, b.manifest.effectiveAt))
}
