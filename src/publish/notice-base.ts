import {compareInstants, latestVersion, type Version, versionInForce} from '../compiler/index.ts'

/** What the notice of a version starts from. */
export interface NoticeBase {
  /** The version that the new one is compared with. */
  readonly before: Version
  /** All versions before the new one, by sequence. */
  readonly earlier: readonly Version[]
}

/**
 * A new version is compared with the one in force when it is announced, else with the newest of those before; a first one with none. What
 * was withdrawn after the new version was recorded counts as it stood then, so that the answer stays the same for ever.
 */
export function noticeBase(
  earlier: readonly Version[],
  {announcedAt, recordedAt}: {readonly announcedAt: string; readonly recordedAt: string},
): NoticeBase | undefined {
  const known = earlier.filter(({withdrawal}) => !withdrawal || compareInstants(withdrawal.withdrawnAt, recordedAt) > 0)
  const standing = known.map(({manifest, manifestSha256}): Version => ({manifest, manifestSha256}))
  const before = versionInForce(standing, announcedAt) ?? latestVersion(standing)
  return before && {before, earlier: standing}
}
