import {
  type ChangeNotice,
  type ComparedVersion,
  type CompiledAgreement,
  compareAgreements,
  compile,
  draftNotice,
  lawTables,
  type Manifest,
  type Messages,
  type NoticePolicy,
  type NoticeProfile,
  type NoticeView,
  noticeLanguage,
  type RedlineView,
  translator,
  viewNotice,
  viewRedline,
} from '../compiler/index.ts'
import {renderNoticeMarkdown} from '../render/markdown/index.ts'
import type {NoticeBase} from './notice-base.ts'
import {versionFolder} from './site/site-paths.ts'

/** A text of the new version, as a notice speaks of it. */
export interface NoticeEdition {
  readonly locale: string
  readonly title: string
  readonly provider: string
  readonly sourceSha256: string
  readonly treeSha256: string
  /** Parameters filled in: what readers see. */
  readonly resolved: CompiledAgreement
  /** Values that fill the placeholders of the old text, too. */
  readonly parameters: Readonly<Record<string, string | number>>
}

/** What the notices of a version are made of. */
export interface NoticeSource extends NoticeBase {
  readonly agreement: string
  readonly version: string
  readonly timeZone: string
  readonly profile: NoticeProfile
  readonly policy?: NoticePolicy | undefined
  /** Whom to ask, a line each. */
  readonly contact?: readonly string[] | undefined
  /** Address of the site on which the full texts will be. */
  readonly site?: string | undefined
  readonly summary?: string | undefined
  readonly overrides: Manifest['overrides']
  /** RFC 3339 with offset. */
  readonly announcedAt: string
  /** RFC 3339 with offset. */
  readonly effectiveAt: string
  /** All texts of the new version, the authoritative one first. */
  readonly editions: readonly NoticeEdition[]
  readonly messages: Messages
  /** The frozen source of a version. */
  sourceOf(version: string, locale: string): Promise<string>
}

/** The notice of a version to the readers of one of its texts. */
export interface VersionNotice {
  readonly locale: string
  readonly notice: ChangeNotice
  readonly view: NoticeView
  /** Byte for byte as it is published. */
  readonly markdown: string
  /** Whether nothing changes for these readers, so that there is nothing to publish. */
  readonly isEmpty: boolean
  /** Of the reader's own text, or of the authoritative one where the version before has no text in this language. */
  readonly redline: RedlineView
}

/**
 * Drafts the notice of a version for each of its texts, and last the one in English that messages are taken from. The changes shown are
 * those of the reader's own text, or of the authoritative one where that alone changed; dates, rules and consent are those that follow
 * from the authoritative text, so that no translation promises another day.
 */
export async function versionNotices(
  source: NoticeSource,
): Promise<{readonly notices: readonly VersionNotice[]; readonly english: ChangeNotice | undefined}> {
  const [authoritative] = source.editions
  if (!authoritative) return {notices: [], english: undefined}
  const main = await readersPair(source, authoritative, source.before.manifest.authoritativeLocale)
  const notices = await Promise.all(source.editions.map((edition) => noticeFor(edition, source, main)))
  return {notices, english: draft(source, authoritative, {language: 'en', pair: main})}
}

interface Pair {
  readonly from: ComparedVersion
  readonly to: ComparedVersion
}

async function noticeFor(edition: NoticeEdition, source: NoticeSource, main: Pair): Promise<VersionNotice> {
  const {locale} = edition
  const language = noticeLanguage(source.messages, locale)
  const t = translator(source.messages, language)
  const hasOld = source.before.manifest.locales.some((one) => one.locale === locale)
  const own = hasOld ? await readersPair(source, edition, locale) : main
  const ownDiff = compareAgreements(own.from, own.to)
  const pair = ownDiff.changes.length > 0 ? own : main
  const told = draft(source, edition, {language, pair})
  const ruled = draft(source, edition, {language, pair: main})
  const {changes, renumbered, summary, shortText} = told
  const notice: ChangeNotice = saysTheSame(told, ruled) ? told : {...ruled, changes, renumbered, summary, shortText}
  const shown = viewRedline({from: pair.from.agreement, to: pair.to.agreement, diff: compareAgreements(pair.from, pair.to), translate: t})
  const view = viewNotice(notice, shown, t)
  return {
    locale,
    notice,
    view,
    markdown: renderNoticeMarkdown(view, t),
    isEmpty: notice.changes.length + notice.renumbered.length === 0,
    redline: viewRedline({from: own.from.agreement, to: own.to.agreement, diff: ownDiff, translate: translator(source.messages, locale)}),
  }
}

/** Whether a notice drafted from a translation promises what the one from the authoritative text does; it may quote the translation then. */
function saysTheSame(told: ChangeNotice, ruled: ChangeNotice): boolean {
  const [a, b] = [told, ruled].map(({rules, requiresReconsent, ifYouDoNotAgree}) =>
    JSON.stringify([
      rules.map(({id, trigger, start, count, unit, computed, verdict}) => [id, trigger, start, count, unit, computed, verdict]),
      requiresReconsent.decision,
      ifYouDoNotAgree.deadline,
      ifYouDoNotAgree.rights.map(({id, deadline}) => [id, deadline]),
    ]),
  )
  return a === b
}

/** Both versions of a text as readers see them; the old one in `oldLocale`. */
async function readersPair({agreement, before, version, sourceOf}: NoticeSource, edition: NoticeEdition, oldLocale: string): Promise<Pair> {
  const name = before.manifest.version
  const [old] = compile(await sourceOf(name, oldLocale), {locale: oldLocale, parameters: edition.parameters})
  if (!old) throw new Error('A source holds at least one agreement')
  const oldSha256 = before.manifest.locales.find(({locale}) => locale === oldLocale)?.sourceSha256
  return {
    from: {...pick(old), side: {agreement, version: name, ...(oldSha256 === undefined ? {} : {sha256: oldSha256})}},
    to: {...pick(edition.resolved), side: {agreement, version, sha256: edition.sourceSha256}},
  }
}

function pick({agreement, facts}: CompiledAgreement): ComparedVersion {
  return {agreement, facts}
}

function draft(
  {agreement, version, before, earlier, messages, site, ...source}: NoticeSource,
  {locale, title, provider, sourceSha256, treeSha256}: NoticeEdition,
  {language, pair}: {readonly language: string; readonly pair: Pair},
): ChangeNotice {
  const {manifest} = before
  const old = manifest.locales.find((one) => one.locale === textFor(manifest, locale))
  const pageOf = (name: string, tag: string) => `${site?.replace(/\/$/, '')}/${versionFolder({agreement, version: name, locale: tag})}/`
  return draftNotice({
    agreement,
    title,
    provider,
    locale: language,
    translate: translator(messages, language),
    fromVersion: manifest.version,
    toVersion: version,
    profile: source.profile,
    timeZone: source.timeZone,
    announced: source.announcedAt,
    effective: source.effectiveAt,
    old: pair.from,
    now: pair.to,
    diff: compareAgreements(pair.from, pair.to),
    policy: source.policy,
    law: lawTables,
    summary: source.summary,
    contact: source.contact,
    history: earlier
      .map(({manifest: own}) => ({
        version: own.version,
        effectiveAt: own.effectiveAt,
        ...(site === undefined ? {} : {href: pageOf(own.version, textFor(own, locale))}),
      }))
      .reverse(),
    ...(site === undefined || !old
      ? {}
      : {
          fullText: {
            old: pageOf(manifest.version, old.locale),
            new: pageOf(version, locale),
            redline: `${pageOf(version, locale)}redline.html`,
          },
        }),
    hashes: {
      old: old ? {sourceSha256: old.sourceSha256, treeSha256: old.treeSha256} : {},
      new: {sourceSha256, treeSha256},
    },
    overrides: {rules: source.overrides},
  })
}

/** Language in which readers of `locale` find a version: their own, or the authoritative one. */
function textFor({locales, authoritativeLocale}: Manifest, locale: string): string {
  return locales.some((one) => one.locale === locale) ? locale : authoritativeLocale
}
