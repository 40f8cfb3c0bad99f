import {
  type ChangeNotice,
  type ComparedVersion,
  compareAgreements,
  draftNotice,
  latestVersion,
  lawTables,
  type Manifest,
  readSource,
  translator,
  type Version,
  versionInForce,
} from '../compiler/index.ts'
import type {CompiledText} from './compile-working-text.ts'
import type {VersionDates} from './version-dates.ts'
import type {Refusal, VersionRequest, VersionTools} from './version-request.ts'

/** What the notice rules say of a version: for its manifest, and what they forbid. */
export interface VersionJudgement {
  readonly notice: Manifest['notice']
  readonly refusals: readonly Refusal[]
}

/**
 * Judges the dates of a version by law, by the agreement in force when it is announced, and by the provider's policy. A first version
 * changes nothing and needs no notice. An override has to name a rule that forbids the date, so that none stands in a record for nothing.
 */
export async function judgeVersion(
  request: VersionRequest,
  {texts, history, dates}: {readonly texts: readonly CompiledText[]; readonly history: readonly Version[]; readonly dates: VersionDates},
  {store, templates}: VersionTools,
): Promise<VersionJudgement> {
  const [text] = texts
  const before = versionInForce(history, dates.announcedAt) ?? latestVersion(history)
  const notices = text && before ? await draftNotices(request, {text, before, dates}, {store, templates}) : []
  const [authoritative] = notices
  const overridden = new Set(request.overrides.map(({rule}) => rule))
  const rules = authoritative?.rules ?? []
  const forbidding = rules.filter(({verdict}) => verdict === 'error')
  const english = notices.at(-1)?.rules ?? []
  return {
    notice: {
      rules: rules.map((rule) => ruleRecord(rule, request.texts, notices)),
      requiresReconsent: {
        decision: authoritative?.requiresReconsent.decision === 'reconsent',
        because: authoritative?.requiresReconsent.because.map((reason) => reason.text) ?? [],
      },
    },
    refusals: [
      ...forbidding
        .filter(({id}) => !overridden.has(id))
        .map(({id}) => ({rule: id, message: english.find((rule) => rule.id === id)?.explanation ?? id, canOverride: true})),
      ...[...overridden]
        .filter((rule) => !forbidding.some(({id}) => id === rule))
        .map((rule) => ({rule: 'override-needless', message: needless(rule, forbidding), canOverride: false})),
    ],
  }
}

function needless(rule: string, forbidding: readonly {readonly id: string}[]): string {
  const ids = forbidding.map(({id}) => `\`${id}\``).join(', ')
  return `The rule \`${rule}\` does not forbid this date, so there is nothing to override; ${ids === '' ? 'no rule does' : `what does is ${ids}`}`
}

function ruleRecord(
  {explanation: _, ...rule}: ChangeNotice['rules'][number],
  texts: VersionRequest['texts'],
  notices: readonly ChangeNotice[],
): Manifest['notice']['rules'][number] {
  const explanation = Object.fromEntries(
    texts.map(({locale}, index) => [locale, notices[index]?.rules.find(({id}) => id === rule.id)?.explanation ?? '']),
  )
  return {...rule, explanation}
}

/** The notice of the change of the authoritative text in the words of each language, and last in English, for messages. */
async function draftNotices(
  request: VersionRequest,
  {text, before, dates}: {readonly text: CompiledText; readonly before: Version; readonly dates: VersionDates},
  {store, templates}: Pick<VersionTools, 'store' | 'templates'>,
): Promise<ChangeNotice[]> {
  const {authoritativeLocale, version} = before.manifest
  const [old] = readSource(await store.source(version, authoritativeLocale), authoritativeLocale)
  if (!old) return []
  const now: ComparedVersion = {agreement: text.frozen.agreement, facts: text.frozen.facts}
  const diff = compareAgreements(old, now)
  return [...request.texts.map(({locale}) => locale), 'en'].map((locale) =>
    draftNotice({
      agreement: request.agreement,
      title: text.title,
      locale,
      translate: translator(templates.messages, locale),
      fromVersion: version,
      toVersion: request.version ?? String(before.manifest.sequence + 1),
      profile: request.profile,
      timeZone: request.timeZone,
      announced: dates.announcedAt,
      effective: dates.effectiveAt,
      old,
      now,
      diff,
      policy: request.policy,
      law: lawTables,
      overrides: {rules: request.overrides},
    }),
  )
}
