import pc from 'picocolors'
import stringWidth from 'string-width'
import type {ListedVersion, VersionListing, VersionState} from '../index.ts'

type Out = {write(text: string): unknown}

/** Lists versions for people, the newest last: state, instants, and the first digits of the hashes. */
export function printVersions({agreement, versions}: VersionListing, out: Out): void {
  if (versions.length === 0) {
    out.write(`Nothing of ${agreement} is published; \`proviso publish ${agreement}\` does that.\n`)
    return
  }
  const rows = [HEAD, ...versions.map(rowOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))))
  for (const [index, row] of rows.entries()) {
    const line = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))).join('  ')
    out.write(`${paint(index === 0 ? undefined : versions[index - 1]?.state)(line.trimEnd())}\n`)
    const version = versions[index - 1]
    if (version) for (const note of notesOf(version)) out.write(`${pc.dim(`     ${note}`)}\n`)
  }
}

const HEAD = ['no.', 'version', 'state', 'announced', 'effective', 'manifest', 'texts']

function rowOf({sequence, version, state, announcedAt, effectiveAt, manifestSha256, locales}: ListedVersion): string[] {
  const texts = locales.map(({locale, sourceSha256}) => `${locale} ${sourceSha256.slice(0, 12)}`).join(', ')
  return [`${sequence}`, version, state, announcedAt, effectiveAt, manifestSha256.slice(0, 12), texts]
}

function notesOf({summary, withdrawal, requiresReconsent, overrides}: ListedVersion): string[] {
  return [
    ...(summary === undefined ? [] : [summary]),
    ...(requiresReconsent ? ['who agreed before must agree again'] : []),
    ...overrides.map(({rule, reason}) => `overridden: ${rule}: ${reason}`),
    ...(withdrawal ? [`withdrawn at ${withdrawal.withdrawnAt}: ${withdrawal.reason}`] : []),
  ]
}

function paint(state: VersionState | undefined): (text: string) => string {
  if (state === undefined) return pc.dim
  return {'in-force': pc.green, announced: pc.cyan, superseded: (text: string) => text, withdrawn: pc.strikethrough}[state]
}
