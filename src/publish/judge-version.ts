import {type ChangeNotice, canonicalTree, type Manifest, noticeFaults, type Version} from '../compiler/index.ts'
import type {CompiledText} from './compile-working-text.ts'
import {noticeBase} from './notice-base.ts'
import {sha256} from './sha256.ts'
import type {VersionDates} from './version-dates.ts'
import {type VersionNotice, versionNotices} from './version-notices.ts'
import type {Refusal, VersionRequest, VersionTools} from './version-request.ts'

/** What the notice rules say of a version: for its manifest, for its readers, and what they forbid. */
export interface VersionJudgement {
  readonly notice: Manifest['notice']
  /** What each rule rests on, in English, by the id of the rule: for messages. */
  readonly englishBases: ReadonlyMap<string, string>
  readonly refusals: readonly Refusal[]
  /** For those texts whose readers have something to be told; none for a first version. */
  readonly notices: readonly VersionNotice[]
}

/**
 * Judges the dates of a version by law, by the agreement in force when it is announced, and by the provider's policy. A first version
 * changes nothing and needs no notice. An override has to name a rule that forbids the date, so that none stands in a record for nothing.
 */
export async function judgeVersion(
  request: VersionRequest,
  {
    texts,
    history,
    dates,
    version,
  }: {
    readonly texts: readonly CompiledText[]
    readonly history: readonly Version[]
    readonly dates: VersionDates
    readonly version: string
  },
  {store, templates}: VersionTools,
): Promise<VersionJudgement> {
  const base = noticeBase(history, dates)
  const {notices, english} = base
    ? await versionNotices({
        ...request,
        ...dates,
        version,
        ...base,
        editions: texts.map((text) => ({
          ...text,
          sourceSha256: sha256(text.source),
          treeSha256: sha256(canonicalTree(text.frozen.agreement)),
        })),
        messages: templates.messages,
        sourceOf: (name, locale) => store.source(name, locale),
        overrides: [...request.overrides],
      })
    : {notices: [], english: undefined}
  const authoritative = notices[0]?.notice
  const overridden = new Set(request.overrides.map(({rule}) => rule))
  const rules = authoritative?.rules ?? []
  const forbidding = rules.filter(({verdict}) => verdict === 'error')
  return {
    notices: notices.filter(({isEmpty}) => !isEmpty),
    notice: {
      rules: rules.map((rule) => ruleRecord(rule, notices)),
      requiresReconsent: {
        decision: authoritative?.requiresReconsent.decision === 'reconsent',
        because: authoritative?.requiresReconsent.because.map((reason) => reason.text) ?? [],
      },
    },
    englishBases: new Map(english?.rules.map(({id, basis}) => [id, basis])),
    refusals: [
      ...forbidding
        .filter(({id}) => !overridden.has(id))
        .map(({id}) => ({rule: id, message: english?.rules.find((rule) => rule.id === id)?.explanation ?? id, canOverride: true})),
      ...[...overridden]
        .filter((rule) => !forbidding.some(({id}) => id === rule))
        .map((rule) => ({rule: 'override-needless', message: needless(rule, forbidding), canOverride: false})),
      ...missingFields(notices.filter(({isEmpty}) => !isEmpty)),
    ],
  }
}

/** What keeps a notice from its readers, once for all languages in which it is missing. */
function missingFields(notices: readonly VersionNotice[]): Refusal[] {
  const faults = notices.flatMap(({locale, notice}) => noticeFaults(notice).map(({message}) => ({message, locale})))
  return [...new Set(faults.map(({message}) => message))].map((message) => {
    const locales = faults.filter((fault) => fault.message === message).map(({locale}) => locale)
    return {
      rule: 'notice-incomplete',
      message: `The notice of changes cannot go out (${locales.join(', ')}): ${message}`,
      canOverride: false,
    }
  })
}

function needless(rule: string, forbidding: readonly {readonly id: string}[]): string {
  const ids = forbidding.map(({id}) => `\`${id}\``).join(', ')
  return `The rule \`${rule}\` does not forbid this date, so there is nothing to override; ${ids === '' ? 'no rule does' : `what does is ${ids}`}`
}

function ruleRecord(
  {explanation: _, ...rule}: ChangeNotice['rules'][number],
  notices: readonly VersionNotice[],
): Manifest['notice']['rules'][number] {
  const explanation = Object.fromEntries(
    notices.map(({locale, notice}) => [locale, notice.rules.find(({id}) => id === rule.id)?.explanation ?? '']),
  )
  return {...rule, explanation}
}
