import type {PublishedVersions} from '../consent/index.ts'
import type {Archive} from './open-archive.ts'

/** What consents may name, from an archive: nothing of a version that was withdrawn. */
export function publishedVersions(archive: Archive): PublishedVersions {
  return {
    find: async (agreement, version, locale) => {
      const text = await archive.text(agreement, version, locale)
      if (!text || text.version.withdrawal) return undefined
      const stated = text.version.manifest.locales.find((candidate) => candidate.locale === locale)
      return {
        agreement,
        version,
        locale,
        title: text.metadata.title,
        effectiveAt: text.version.manifest.effectiveAt,
        sourceSha256: text.sourceSha256,
        treeSha256: text.treeSha256,
        provider: text.provider,
        renditions: stated?.renditions ?? [],
        conspicuousClauses: text.metadata.conspicuousClauses.map((clause) => ({
          ...clause,
          kinds: [...clause.kinds],
          marks: [...clause.marks],
        })),
      }
    },
    history: async (agreement) => {
      const found = await archive.agreement(agreement)
      return (found?.history ?? [])
        .filter(({withdrawal}) => withdrawal === undefined)
        .map(({manifest}) => ({
          version: manifest.version,
          sequence: manifest.sequence,
          effectiveAt: manifest.effectiveAt,
          trees: Object.fromEntries(manifest.locales.map(({locale, treeSha256}) => [locale, treeSha256])),
          requiresReconsent: manifest.notice.requiresReconsent,
        }))
    },
  }
}
