import {compareInstants} from './instants.ts'
import type {Version} from './version.ts'

/** A version that does not fit to the one before it. */
export interface ChainFault {
  readonly version: string
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string
}

/** Checks that versions form one unbroken chain: numbered without gaps, each naming the hash of the one before, dates in order. */
export function checkChain(history: readonly Version[]): ChainFault[] {
  const versions = [...history].sort((a, b) => a.manifest.sequence - b.manifest.sequence)
  return versions.flatMap((version, index) => linkFaults(version, versions[index - 1], index + 1))
}

function linkFaults(version: Version, before: Version | undefined, expected: number): ChainFault[] {
  const {manifest, withdrawal} = version
  const {previous} = manifest
  const faults: string[] = []
  if (manifest.sequence !== expected)
    faults.push(
      manifest.sequence < expected
        ? `Two versions have the sequence number ${manifest.sequence}: \`${before?.manifest.version}\` and \`${manifest.version}\``
        : `The version with the sequence number ${expected} is missing`,
    )
  if (!previous && before) faults.push(`It names no previous version, expected \`${before.manifest.version}\``)
  if (previous && !before) faults.push(`It names \`${previous.version}\` as previous version, which is missing`)
  if (previous && before) {
    if (previous.version !== before.manifest.version)
      faults.push(`It names \`${previous.version}\` as previous version, expected \`${before.manifest.version}\``)
    if (previous.manifestSha256 !== before.manifestSha256)
      faults.push(
        `It names ${previous.manifestSha256} as hash of the manifest of \`${before.manifest.version}\`, which is ${before.manifestSha256}`,
      )
    if (previous.withdrawalSha256 !== undefined && previous.withdrawalSha256 !== before.withdrawalSha256)
      faults.push(`It names a withdrawal of \`${before.manifest.version}\` that is ${before.withdrawal ? 'another one now' : 'missing'}`)
    if (before.withdrawal && previous.withdrawalSha256 === undefined && !isAfter(before.withdrawal.withdrawnAt, manifest.recordedAt))
      faults.push(`It does not know of the withdrawal of \`${before.manifest.version}\`, which is dated before it`)
    if (isAfter(before.manifest.announcedAt, manifest.announcedAt))
      faults.push(`It was announced before \`${before.manifest.version}\`, the version before it`)
    if (!before.withdrawal && isAfter(before.manifest.effectiveAt, manifest.effectiveAt))
      faults.push(`It takes effect before \`${before.manifest.version}\`, the version before it`)
  }
  if (isAfter(manifest.announcedAt, manifest.effectiveAt)) faults.push('It takes effect before it was announced')
  if (before && manifest.agreement !== before.manifest.agreement)
    faults.push(`It belongs to the agreement \`${manifest.agreement}\`, expected \`${before.manifest.agreement}\``)
  if (withdrawal) faults.push(...withdrawalFaults(version, withdrawal))
  return faults.map((message) => ({version: manifest.version, message}))
}

function withdrawalFaults({manifest, manifestSha256}: Version, withdrawal: NonNullable<Version['withdrawal']>): string[] {
  const faults: string[] = []
  if (withdrawal.agreement !== manifest.agreement || withdrawal.version !== manifest.version)
    faults.push(`Its withdrawal belongs to \`${withdrawal.agreement}@${withdrawal.version}\``)
  if (withdrawal.manifestSha256 !== manifestSha256) faults.push('Its withdrawal belongs to another manifest')
  if (!isAfter(manifest.effectiveAt, withdrawal.withdrawnAt)) faults.push('It was withdrawn after it had taken effect')
  return faults
}

function isAfter(a: string, b: string): boolean {
  return compareInstants(a, b) > 0
}
