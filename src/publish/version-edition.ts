import type {Manifest} from '../compiler/index.ts'
import type {VersionEdition} from './render-version.ts'

/**
 * A published version in one language as it was rendered when it was published: the same bytes come out for as long as the templates, the
 * provider and the parameters are the same.
 */
export function versionEdition(
  agreement: string,
  manifest: Manifest,
  {
    locale,
    provider,
    compiled,
    parameters,
    source,
    notice,
  }: Pick<VersionEdition, 'locale' | 'provider' | 'compiled' | 'parameters' | 'source' | 'notice'>,
): VersionEdition {
  const frozen = frozenLocale(manifest, locale)
  const parametersSha256 = frozen.renditions.find((rendition) => rendition.parametersSha256 !== undefined)?.parametersSha256
  return {
    agreement,
    version: manifest.version,
    previous: manifest.previous?.version,
    locale,
    title: frozen.title,
    provider,
    announcedAt: manifest.announcedAt,
    effectiveAt: manifest.effectiveAt,
    sourceSha256: frozen.sourceSha256,
    treeSha256: frozen.treeSha256,
    parametersSha256,
    clauseIds: manifest.clauseIds[locale] ?? {},
    site: manifest.site,
    locales: manifest.locales.map((one) => one.locale),
    formats: frozen.renditions.flatMap(({format}) => (format === 'docx' ? [] : [format])),
    notice,
    source,
    frozen: compiled.frozen,
    parameters,
    compiled,
  }
}

function frozenLocale(manifest: Manifest, locale: string): Manifest['locales'][number] {
  const frozen = manifest.locales.find((one) => one.locale === locale)
  if (!frozen) throw new Error(`Version ${manifest.version} has no ${locale}`)
  return frozen
}
