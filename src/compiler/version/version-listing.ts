import type {Manifest} from './manifest.ts'
import type {Version} from './version.ts'
import {type VersionState, versionState} from './version-state.ts'

/** The published versions of an agreement at an instant: what `inspect --versions --json` prints. */
export interface VersionListing {
  readonly schemaVersion: 1
  readonly agreement: string
  /** RFC 3339 instant at which the states are told. */
  readonly at: string
  /** By sequence. */
  readonly versions: readonly ListedVersion[]
}

/** A version in the list. Instants are RFC 3339 with the offset of the agreement, hashes SHA-256 in hexadecimal digits. */
export interface ListedVersion
  extends Pick<
    Manifest,
    'version' | 'sequence' | 'announcedAt' | 'effectiveAt' | 'recordedAt' | 'previous' | 'locales' | 'approvedBy' | 'summary' | 'overrides'
  > {
  readonly state: VersionState
  readonly manifestSha256: string
  /** Whether those who agreed before have to agree again. */
  readonly requiresReconsent: boolean
  readonly withdrawal?: {readonly withdrawnAt: string; readonly reason: string; readonly by?: string}
}

/** Lists the versions of an agreement with where each is in its life, when it was announced and takes effect, and its hashes. */
export function listVersions(agreement: string, history: readonly Version[], at: string): VersionListing {
  return {schemaVersion: 1, agreement, at, versions: history.map((version) => listedVersion(version, history, at))}
}

function listedVersion(entry: Version, history: readonly Version[], at: string): ListedVersion {
  const {manifest, manifestSha256, withdrawal} = entry
  const {version, sequence, announcedAt, effectiveAt, recordedAt, previous, locales, approvedBy, summary, overrides} = manifest
  return {
    version,
    sequence,
    state: versionState(entry, history, at),
    announcedAt,
    effectiveAt,
    recordedAt,
    manifestSha256,
    ...(previous ? {previous} : {}),
    locales,
    approvedBy,
    ...(summary === undefined ? {} : {summary}),
    requiresReconsent: manifest.notice.requiresReconsent.decision,
    overrides,
    ...(withdrawal
      ? {
          withdrawal: {
            withdrawnAt: withdrawal.withdrawnAt,
            reason: withdrawal.reason,
            ...(withdrawal.by === undefined ? {} : {by: withdrawal.by}),
          },
        }
      : {}),
  }
}
