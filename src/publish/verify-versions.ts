import {checkChain, type Version} from '../compiler/index.ts'
import {sha256} from './sha256.ts'
import type {Verification, VerificationCheck} from './verification.ts'
import {verifyVersion} from './verify-version.ts'

/** Contents of a folder by path, `/` between names. */
export type FolderFiles = ReadonlyMap<string, Uint8Array>

/** Whether one version folder is as it was published. Its place in the chain shows only beside the other versions. */
export function verifyVersionFolder(files: FolderFiles): Verification {
  const {checks, version} = verifyVersion(files, '')
  const chain: VerificationCheck = {
    id: 'chain',
    outcome: 'skipped',
    message: version?.manifest.previous
      ? `follows version ${version.manifest.previous.version}; verify the folder of the agreement to check that`
      : 'is the first version',
  }
  return verification('version', files, [...checks, chain], version)
}

/** Whether all versions in a folder are as they were published, and form one chain. */
export function verifyVersions(files: FolderFiles): Verification {
  const names = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))].sort()
  const checks: VerificationCheck[] = []
  const versions: Version[] = []
  for (const name of names) {
    const found = verifyVersion(files, `${name}/`)
    checks.push(...found.checks)
    if (found.version) versions.push(found.version)
    if (found.version && found.version.manifest.version !== name)
      checks.push({id: 'name', outcome: 'failed', message: `${name}/ holds version ${found.version.manifest.version}`})
  }
  const faults = checkChain(versions)
  checks.push(
    ...faults.map(({version, message}): VerificationCheck => ({id: 'chain', outcome: 'failed', message: `${version}: ${message}`})),
    ...(faults.length === 0 && versions.length === names.length
      ? [{id: 'chain', outcome: 'ok' as const, message: `${versions.length} versions, each naming the hash of the one before`}]
      : []),
  )
  return verification('agreement', files, checks, versions.sort((a, b) => a.manifest.sequence - b.manifest.sequence).at(-1))
}

function verification(
  kind: Verification['subject']['kind'],
  files: FolderFiles,
  checks: readonly VerificationCheck[],
  version: Version | undefined,
): Verification {
  const listing = [...files].map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).sort()
  return {
    schemaVersion: 1,
    subject: {
      kind,
      sha256: sha256(listing.join('')),
      agreement: version?.manifest.agreement,
      ...(kind === 'version' ? {version: version?.manifest.version, effectiveAt: version?.manifest.effectiveAt} : {}),
      title: version?.manifest.locales[0]?.title,
    },
    isIntact: checks.every(({outcome}) => outcome !== 'failed'),
    checks,
  }
}
