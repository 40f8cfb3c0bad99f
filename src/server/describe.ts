import {flattenClauses, headingText, ownText, type Version, versionInForce, versionState} from '../index.ts'
import type {ArchivedAgreement, ArchivedText} from '../io/index.ts'
import {upcomingVersions} from './named.ts'

/** A version as a listing names it. */
export function describeVersion(version: Version, {id, history}: ArchivedAgreement, at: string) {
  const {manifest, manifestSha256, withdrawal} = version
  const href = `/v1/agreements/${id}/versions/${manifest.version}`
  return {
    version: manifest.version,
    sequence: manifest.sequence,
    state: versionState(version, history, at),
    announcedAt: manifest.announcedAt,
    effectiveAt: manifest.effectiveAt,
    ...(withdrawal ? {withdrawnAt: withdrawal.withdrawnAt} : {}),
    ...(manifest.summary === undefined ? {} : {summary: manifest.summary}),
    requiresReconsent: manifest.notice.requiresReconsent.decision,
    manifestSha256,
    texts: manifest.locales.map(({locale, title, sourceSha256, treeSha256}) => ({
      locale,
      title,
      sourceSha256,
      treeSha256,
      href: `${href}?locale=${locale}`,
    })),
    href,
  }
}

/** An agreement with what binds at an instant, and what is announced. */
export function describeAgreement(agreement: ArchivedAgreement, at: string) {
  const {id, settings, history} = agreement
  const current = versionInForce(history, at)
  return {
    id,
    titles: settings.titles,
    provider: settings.provider.name,
    authoritativeLocale: settings.authoritativeLocale,
    timeZone: settings.timeZone,
    ...(current ? {current: describeVersion(current, agreement, at)} : {}),
    upcoming: upcomingVersions(history, at).map((version) => describeVersion(version, agreement, at)),
    href: `/v1/agreements/${id}`,
  }
}

/** The clauses of a text in reading order, with how they limit the reader. */
export function describeClauses(text: ArchivedText) {
  const {agreement, version, locale, compiled, ids} = text
  return flattenClauses(compiled.agreement).map((clause) => {
    const id = ids.get(clause.path)
    const heading = headingText(clause.heading)
    return {
      ...(id === undefined ? {} : {id}),
      path: clause.path,
      kind: clause.kind,
      ...(clause.label ? {label: clause.label.text} : {}),
      ...(heading === '' ? {} : {heading}),
      text: ownText(clause),
      limitations: compiled.facts.limitations
        .filter(({path}) => path === clause.path)
        .map(({kind, phrase, benefits, conspicuous, strength}) => ({kind, phrase, benefits, conspicuous, strength})),
      href: `/v1/agreements/${agreement}/versions/${version.manifest.version}/clauses/${encodeURIComponent(id ?? clause.path)}?locale=${locale}`,
    }
  })
}
