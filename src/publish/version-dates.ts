import {compareInstants, inTimeZone, latestVersion, readInstant, type Version} from '../compiler/index.ts'
import type {Refusal, VersionRequest} from './version-request.ts'

/** When a version was recorded, is announced and takes effect, in its time zone. */
export interface VersionDates {
  readonly recordedAt: string
  readonly announcedAt: string
  readonly effectiveAt: string
}

/** The dates of a version, or what keeps them from being dates of one. Which periods of notice they have to keep is for the notice rules. */
export function versionDates(
  {timeZone, now, announcedAt, effectiveAt}: VersionRequest,
  history: readonly Version[],
): {readonly dates?: VersionDates; readonly refusals: readonly Refusal[]} {
  const refusals: Refusal[] = []
  const refuse = (rule: string, message: string) => {
    refusals.push({rule, message, canOverride: false})
  }
  const recorded = inTimeZone(now, timeZone)
  const announced = announcedAt === undefined ? recorded : readInstant(announcedAt, timeZone)
  if (announced === undefined) refuse('date-malformed', `\`${announcedAt}\` is no date of announcement; write ${FORMS}`)
  const latest = latestVersion(history)
  const effective = effectiveAt === undefined ? (latest ? undefined : announced) : readInstant(effectiveAt, timeZone)
  if (effectiveAt !== undefined && effective === undefined)
    refuse('date-malformed', `\`${effectiveAt}\` is no date to take effect on; write ${FORMS}`)
  if (effectiveAt === undefined && latest) refuse('effective-missing', `Say when the version takes effect, by \`--effective <date>\``)
  if (announced !== undefined && isAfter(announced, recorded))
    refuse('announced-in-future', `A version cannot be announced at ${announced}, which is not yet; publish it then`)
  const before = history.at(-1)?.manifest
  if (announced !== undefined && before && isAfter(before.announcedAt, announced))
    refuse('announced-before-previous', `Version \`${before.version}\` was announced at ${before.announcedAt}, after ${announced}`)
  if (announced !== undefined && effective !== undefined && isAfter(announced, effective))
    refuse('effective-before-announced', `A version cannot take effect at ${effective}, before it is announced at ${announced}`)
  if (effective !== undefined && latest && isAfter(latest.manifest.effectiveAt, effective))
    refuse(
      'effective-before-previous',
      `Version \`${latest.manifest.version}\` takes effect at ${latest.manifest.effectiveAt}, after ${effective}; withdraw it, or choose a later date`,
    )
  return announced === undefined || effective === undefined || refusals.length > 0
    ? {refusals}
    : {dates: {recordedAt: recorded, announcedAt: announced, effectiveAt: effective}, refusals}
}

const FORMS = '`2026-12-01`, `2026-12-01T09:00` or `2026-12-01T09:00:00+08:00`'

function isAfter(a: string, b: string): boolean {
  return compareInstants(a, b) > 0
}
