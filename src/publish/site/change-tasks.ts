import type {Diagnostic, Version} from '../../compiler/index.ts'
import {noticeBase} from '../notice-base.ts'
import {sha256} from '../sha256.ts'
import {versionNotices} from '../version-notices.ts'
import type {SiteTask} from './run-tasks.ts'
import {versionFolder} from './site-paths.ts'
import type {SiteAgreement, SiteSource, SiteTools} from './site-source.ts'
import {readEdition} from './version-tasks.ts'

/** What changed with a version, in one language: the redline against the version before, and the notice. None for a first version. */
export function changeTasks(
  agreement: SiteAgreement,
  version: Version,
  locale: string,
  {source, tools}: {readonly source: SiteSource; readonly tools: SiteTools},
): SiteTask[] {
  const {id, versions, texts, profile, policy, contact} = agreement
  const {manifest} = version
  const published = manifest.locales.find((one) => one.locale === locale)?.noticeSha256
  const earlier = versions.filter((one) => one.manifest.sequence < manifest.sequence)
  const base = published === undefined ? undefined : noticeBase(earlier, manifest)
  if (!base) return []
  const folder = versionFolder({agreement: id, version: manifest.version, locale})
  const words = texts.map((text) => [text.locale, text.provider, text.parameters])
  const earlierHashes = base.earlier.map(({manifestSha256}) => manifestSha256)
  const inputs = [source.toolsSha256, source.url, version.manifestSha256, earlierHashes, locale, words, profile, policy, contact]
  return [
    {
      name: `changes ${folder}`,
      inputs: sha256(JSON.stringify(inputs)),
      run: async () => {
        const wanted = [...new Set([manifest.authoritativeLocale, locale])]
        const editions = await Promise.all(wanted.map((one) => readEdition(agreement, version, one)))
        const {notices} = await versionNotices({
          agreement: id,
          version: manifest.version,
          timeZone: manifest.timeZone,
          profile,
          policy,
          contact,
          site: source.url,
          summary: manifest.summary,
          overrides: manifest.overrides,
          announcedAt: manifest.announcedAt,
          effectiveAt: manifest.effectiveAt,
          ...base,
          editions: editions.map(({edition}) => ({...edition, resolved: edition.compiled})),
          messages: tools.messages,
          sourceOf: (name, one) => agreement.source(name, one),
        })
        const own = notices.find((notice) => notice.locale === locale)
        if (!own) throw new Error(`Version ${manifest.version} has no ${locale}`)
        return {
          files: {
            [`${folder}/redline.html`]: tools.renderer.redline(own.redline),
            [`${folder}/notice.html`]: tools.renderer.notice(own.view),
          },
          diagnostics: sha256(own.markdown) === published ? [] : [differing(`${id}@${manifest.version}/notice.${locale}.md`)],
        }
      },
    },
  ]
}

function differing(file: string): Diagnostic {
  return {
    ruleId: 'notice-differs',
    severity: 'warning',
    message:
      'Unexpected words on the page of the notice, expected those that were published; profile, policy, parameters, contact, address of the site or wording changed since',
    file,
  }
}
