import pc from 'picocolors'
import type {Verification, VerificationCheck} from '../index.ts'

/** Prints what a thing is and how each check of it came out, for people. */
export function printVerification({subject, isIntact, checks, beside}: Verification, out: {write(text: string): unknown}): void {
  const {kind, agreement, version, locale, title, effectiveAt, sha256} = subject
  const name = [
    agreement ?? 'unknown agreement',
    kind === 'agreement' ? 'all versions' : version === undefined ? 'draft' : `version ${version}`,
    locale,
  ]
    .filter(Boolean)
    .join(', ')
  out.write(`${isIntact ? pc.green('✔ unaltered') : pc.red('✖ not what it says it is')}  ${name}${title ? `  ${title}` : ''}\n`)
  if (effectiveAt) out.write(`  in force from ${effectiveAt}\n`)
  out.write(`  SHA-256 ${sha256}\n`)
  for (const check of checks) out.write(line(check))
  if (beside && beside.length > 0)
    out.write(`  ${pc.dim(`beside the agreement the pages say: ${beside.map((text) => `“${shorten(text)}”`).join(' ')}`)}\n`)
}

function line({id, outcome, message, expected, actual}: VerificationCheck): string {
  const sign = {ok: pc.green('✔'), failed: pc.red('✖'), skipped: pc.dim('–')}[outcome]
  const values = outcome === 'failed' ? [expected && `expected ${expected}`, actual && `found    ${actual}`].filter(Boolean) : []
  return `  ${sign} ${id.padEnd(14)} ${message}\n${values.map((value) => `      ${value}\n`).join('')}`
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
