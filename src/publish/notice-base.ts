import {compareInstants, latestVersion, type Version, versionInForce} from '../compiler/index.ts'

/**
 * The version that a new one is compared with: the one in force when it is announced, else the newest of those before. What was withdrawn
 * after the new version was recorded counts as it stood then, so that the answer stays the same for ever.
 */
export function noticeBase(
  earlier: readonly Version[],
  {announcedAt, recordedAt}: {readonly announcedAt: string; readonly recordedAt: string},
): Version | undefined {
  const known = earlier.filter(({withdrawal}) => !withdrawal || compareInstants(withdrawal.withdrawnAt, recordedAt) > 0)
  const standing = known.map(({manifest, manifestSha256}): Version => ({manifest, manifestSha256}))
  return versionInForce(standing, announcedAt) ?? latestVersion(standing)
}
