import pc from 'picocolors'
import type {VersionPlan} from '../index.ts'
import {printDiagnostics} from './print-diagnostics.ts'

type Out = {write(text: string): unknown}

/** What `publish --json` prints. */
export function versionPlanDocument(plan: VersionPlan, written: boolean): object {
  const {version, diagnostics, refusals, frozen} = plan
  return {schemaVersion: 1, version, written, refusals, diagnostics, ...(frozen ? {manifest: frozen.manifest} : {})}
}

/** Says why a version is not published: faults with their places, refusals with what mends them. */
export function printRefusals({diagnostics, refusals, version}: VersionPlan, out: Out): void {
  printDiagnostics(
    diagnostics.filter(({severity}) => severity === 'error'),
    out,
  )
  for (const {rule, message, canOverride} of refusals) {
    out.write(`${pc.red('✖')} ${message}  ${pc.dim(rule)}\n`)
    if (canOverride) out.write(`  To publish all the same: \`--override ${rule} --reason "…"\`; the notice will say so.\n`)
  }
  out.write(`${pc.red('✖')} Version \`${version}\` was not published; nothing was written\n`)
}

/** Shows a version for people, before or after it is stored. */
export function printVersion({frozen}: VersionPlan, out: Out): void {
  if (!frozen) return
  const {manifest, englishBases} = frozen
  const row = (name: string, value: string) => out.write(`${name.padEnd(12)} ${value}\n`)
  row('Version', `${pc.bold(`${manifest.agreement}@${manifest.version}`)}, no. ${manifest.sequence}`)
  row('Announced', `${manifest.announcedAt} ${manifest.timeZone}`)
  row('Effective', `${manifest.effectiveAt} ${manifest.timeZone}`)
  row('Previous', manifest.previous ? `${manifest.previous.version}  ${manifest.previous.manifestSha256}` : 'none')
  if (manifest.approvedBy.length > 0) row('Approved by', manifest.approvedBy.join(', '))
  if (manifest.summary !== undefined) row('Summary', manifest.summary)
  for (const {locale, title, sourceSha256, treeSha256, noticeSha256, renditions} of manifest.locales) {
    row(locale, `${title}, ${Object.keys(manifest.clauseIds[locale] ?? {}).length} clauses`)
    row('  source', sourceSha256)
    row('  tree', treeSha256)
    if (noticeSha256 !== undefined) row('  notice', noticeSha256)
    for (const {format, sha256} of renditions) row(`  ${format}`, sha256)
  }
  for (const {id, basis, verdict} of manifest.notice.rules)
    if (verdict !== 'not-applicable') row('Notice', `${verdict}  ${englishBases.get(id) ?? basis}  ${pc.dim(id)}`)
  if (manifest.previous)
    row('Consent', manifest.notice.requiresReconsent.decision ? 'who agreed before must agree again' : 'nobody has to agree again')
  for (const {rule, reason} of manifest.overrides) row('Overridden', `${rule}: ${reason}`)
  row(
    'Made with',
    `Proviso ${manifest.engine.proviso}, ${manifest.engine.tree}, ${manifest.engine.diff}, templates ${manifest.engine.templatesSha256.slice(0, 12)}`,
  )
}
