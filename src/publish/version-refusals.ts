import {checkChain, NAME_PATTERN, type Version} from '../compiler/index.ts'
import type {CompiledText} from './compile-working-text.ts'
import {sha256} from './sha256.ts'
import type {Refusal} from './version-request.ts'

/** What forbids a version apart from its dates: a broken history, a name that cannot be one, texts that are no version of one agreement. */
export function versionRefusals(version: string, texts: readonly CompiledText[], history: readonly Version[]): Refusal[] {
  return [
    ...checkChain(history).map((fault) => refusal('chain-broken', `Version \`${fault.version}\`: ${fault.message}`)),
    ...nameRefusals(version, history),
    ...textRefusals(texts, history),
  ]
}

function nameRefusals(version: string, history: readonly Version[]): Refusal[] {
  if (!new RegExp(NAME_PATTERN).test(version))
    return [refusal('version-name', `\`${version}\` is no name of a version; use small letters, digits, \`.\`, \`_\` and \`-\``)]
  if (version === 'current' || /^\d{4}-\d\d-\d\d$/.test(version))
    return [
      refusal(
        'version-name',
        `\`${version}\` cannot be the name of a version, as \`@${version}\` asks which one is in force; use \`v${version}\``,
      ),
    ]
  return history.some(({manifest}) => manifest.version === version)
    ? [refusal('version-exists', `There is a version \`${version}\`, and a published version never changes; use another name`)]
    : []
}

function textRefusals(texts: readonly CompiledText[], history: readonly Version[]): Refusal[] {
  const several = texts
    .filter(({agreementCount}) => agreementCount > 1)
    .map(({name, agreementCount}) =>
      refusal('several-agreements', `${name} holds ${agreementCount} agreements; a version holds one, so split it`),
    )
  const empty = texts
    .filter(({frozen}) => frozen.agreement.clauses.length === 0)
    .map(({name}) => refusal('no-clauses', `${name} has no clause; nobody can agree to it`))
  const last = history.at(-1)
  const before = new Map(last?.manifest.locales.map(({locale, sourceSha256}) => [locale, sourceSha256]))
  const isUnchanged =
    last !== undefined && before.size === texts.length && texts.every(({locale, source}) => before.get(locale) === sha256(source))
  return isUnchanged && !last.withdrawal
    ? [...several, ...empty, refusal('nothing-changed', `The texts are those of version \`${last.manifest.version}\`, byte for byte`)]
    : [...several, ...empty]
}

function refusal(rule: string, message: string): Refusal {
  return {rule, message, canOverride: false}
}
