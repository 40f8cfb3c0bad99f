import {compareInstants, endOfDay, isDate} from './instants.ts'
import type {Version} from './version.ts'

/**
 * Where a published version is in its life.
 *
 * - `announced`: published, takes effect later
 * - `in-force`: binds
 * - `superseded`: bound, or was to bind, and another one does now
 * - `withdrawn`: taken back before it took effect
 */
export type VersionState = 'announced' | 'in-force' | 'superseded' | 'withdrawn'

/** The state of a version at an instant. Nothing has to happen for a scheduled version to come into force but time. */
export function versionState<V extends Version>(version: V, history: readonly V[], at: string): VersionState {
  if (version.withdrawal && compareInstants(version.withdrawal.withdrawnAt, at) <= 0) return 'withdrawn'
  if (compareInstants(version.manifest.effectiveAt, at) > 0) return 'announced'
  return versionInForce(history, at)?.manifest.version === version.manifest.version ? 'in-force' : 'superseded'
}

/** The version that binds at an instant: of those that have taken effect the last. `undefined` before the first one does. */
export function versionInForce<V extends Version>(history: readonly V[], at: string): V | undefined {
  let found: V | undefined
  for (const version of history) {
    const {effectiveAt, sequence} = version.manifest
    if (version.withdrawal || compareInstants(effectiveAt, at) > 0) continue
    const later = found ? compareInstants(effectiveAt, found.manifest.effectiveAt) : 1
    if (!found || later > 0 || (later === 0 && sequence > found.manifest.sequence)) found = version
  }
  return found
}

/** The newest version that was not withdrawn: what the next one is compared with, whether it is in force yet or not. */
export function latestVersion<V extends Version>(history: readonly V[]): V | undefined {
  return history
    .filter(({withdrawal}) => withdrawal === undefined)
    .reduce<V | undefined>(
      (latest, version) => (latest && latest.manifest.sequence > version.manifest.sequence ? latest : version),
      undefined,
    )
}

/**
 * The version that the part of a reference after `@` names: `current` binds at `now`, a date names the version that was or will be in
 * force on that day (the last of the day, in the time zone of the agreement), anything else is a name. `undefined` where there is none.
 * Throws a `RangeError` for a day that does not exist.
 */
export function selectVersion<V extends Version>(
  selector: string,
  history: readonly V[],
  {now, timeZone}: {readonly now: string; readonly timeZone: string},
): V | undefined {
  if (selector === 'current') return versionInForce(history, now)
  if (isDate(selector)) return versionInForce(history, endOfDay(selector, timeZone))
  return history.find(({manifest}) => manifest.version === selector)
}
