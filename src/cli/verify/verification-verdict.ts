import pc from 'picocolors'
import type {Verification, VerificationCheck} from '../../index.ts'
import type {Verdict} from './verdict.ts'

/** What a thing is and how each check of it came out. */
export function verificationVerdict(verification: Verification): Verdict {
  const {isIntact} = verification
  return {isIntact, lines: linesOf(verification), document: verification}
}

function linesOf({subject, isIntact, checks, beside}: Verification): string[] {
  const {kind, agreement, version, locale, title, effectiveAt, sha256} = subject
  const name =
    kind === 'site'
      ? 'site'
      : [
          agreement ?? 'unknown agreement',
          kind === 'agreement' ? 'all versions' : version === undefined ? 'draft' : `version ${version}`,
          locale,
        ]
          .filter(Boolean)
          .join(', ')
  return [
    `${isIntact ? pc.green('✔ unaltered') : pc.red('✖ not what it says it is')}  ${name}${title ? `  ${title}` : ''}`,
    ...(effectiveAt ? [`  in force from ${effectiveAt}`] : []),
    `  SHA-256 ${sha256}`,
    ...checks.flatMap(checkLines),
    ...(beside && beside.length > 0
      ? [`  ${pc.dim(`beside the agreement the pages say: ${beside.map((text) => `“${shorten(text)}”`).join(' ')}`)}`]
      : []),
  ]
}

function checkLines({id, outcome, message, expected, actual}: VerificationCheck): string[] {
  const sign = {ok: pc.green('✔'), failed: pc.red('✖'), skipped: pc.dim('–')}[outcome]
  const values = outcome === 'failed' ? [expected && `expected ${expected}`, actual && `found    ${actual}`].filter(Boolean) : []
  return [`  ${sign} ${id.padEnd(14)} ${message}`, ...values.map((value) => `      ${value}`)]
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
