import type {Version} from '../../compiler/index.ts'
import type {RecordedTask} from './build-record.ts'
import {frozenTitle, publishedLocales, shownVersion} from './current-tasks.ts'
import {agreementFolder} from './site-paths.ts'
import type {SiteAgreement, SiteSource} from './site-source.ts'

/** The page of an agreement in one language, as the pages about the whole site name it. */
export interface SiteText {
  readonly agreement: SiteAgreement
  readonly locale: string
  readonly title: string
  readonly provider: string
  /** Folder of the page. */
  readonly folder: string
  /** The version that the page shows; absent where nothing is published. */
  readonly version?: Version
  readonly hasPdf: boolean
}

/** The agreements of a site that have been built, in all their languages, the authoritative one first. */
export function siteTexts(source: SiteSource, tasks: Readonly<Record<string, RecordedTask>>): SiteText[] {
  return source.agreements.flatMap((agreement) => {
    const locales = agreement.versions.length > 0 ? publishedLocales(agreement) : agreement.texts.map(({locale}) => locale)
    return locales.flatMap((locale): SiteText[] => {
      const folder = agreementFolder(agreement.id, locale)
      const task = tasks[`text ${folder}`] ?? tasks[`current ${folder}`]
      if (!task) return []
      const version = shownVersion(agreement, locale, source.at)
      const own = agreement.texts.find((text) => text.locale === locale)
      return [
        {
          agreement,
          locale,
          folder,
          title: version ? frozenTitle(version, locale) : (task.title ?? own?.title ?? agreement.id),
          provider: own?.provider ?? agreement.texts[0]?.provider ?? '',
          ...(version ? {version} : {}),
          hasPdf: tasks[`pdf ${folder}/${version ? version.manifest.version : agreement.id}`] !== undefined,
        },
      ]
    })
  })
}
