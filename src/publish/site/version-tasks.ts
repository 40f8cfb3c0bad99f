import {canonicalMarkdown, compile, type Diagnostic, toInspection, type Version} from '../../compiler/index.ts'
import {renderVersion, type VersionEdition} from '../render-version.ts'
import {sha256} from '../sha256.ts'
import {versionEdition} from '../version-edition.ts'
import type {SiteTask} from './run-tasks.ts'
import {versionFolder} from './site-paths.ts'
import type {SiteAgreement, SiteRequest, SiteSource, SiteTools} from './site-source.ts'

/** Pages of a published version in one language. They never change, and say nothing of other versions but the one before. */
export function versionTasks(
  agreement: SiteAgreement,
  version: Version,
  locale: string,
  {source, request, tools}: {readonly source: SiteSource; readonly request: SiteRequest; readonly tools: SiteTools},
): SiteTask[] {
  const {id} = agreement
  const name = version.manifest.version
  const folder = versionFolder({agreement: id, version: name, locale})
  const {provider, parameters} = wordsFor(agreement, locale)
  const inputs = sha256(JSON.stringify([source.toolsSha256, version.manifestSha256, locale, provider, parameters]))
  const pages: SiteTask = {
    name: `version ${folder}`,
    inputs,
    run: async () => {
      const {edition, diagnostics} = await readEdition(agreement, version, locale)
      const [html] = await renderVersion(edition, {renderer: tools.renderer})
      return {
        title: edition.title,
        diagnostics,
        files: {
          ...(html ? {[`${folder}/index.html`]: html.bytes} : {}),
          [`${folder}/${id}.json`]: `${JSON.stringify(toInspection([edition.compiled]), undefined, 1)}\n`,
          [`${folder}/${id}.md`]: canonicalMarkdown([edition.compiled.agreement]),
        },
      }
    },
  }
  const pdf: SiteTask = {
    name: `pdf ${folder}`,
    inputs,
    isCostly: true,
    run: async () => {
      const {edition} = await readEdition(agreement, version, locale)
      const renditions = await renderVersion(edition, {renderer: tools.renderer, printer: tools.printer})
      const printed = renditions.find(({format}) => format === 'pdf')
      return {files: printed ? {[`${folder}/${id}.pdf`]: printed.bytes} : {}}
    },
  }
  return request.withPdf ? [pages, pdf] : [pages]
}

/** The frozen text of a version with its parameters, as it is rendered, and what keeps it from being shown. */
export async function readEdition(
  agreement: SiteAgreement,
  version: Version,
  locale: string,
): Promise<{readonly edition: VersionEdition; readonly diagnostics: readonly Diagnostic[]}> {
  const {manifest} = version
  const text = await agreement.source(manifest.version, locale)
  const {provider, parameters} = wordsFor(agreement, locale)
  const [compiled] = compile(text, {locale, parameters})
  if (!compiled) throw new Error('A source holds at least one agreement')
  const file = `${agreement.id}@${manifest.version}/${locale}.md`
  const noticeSha256 = manifest.locales.find((one) => one.locale === locale)?.noticeSha256
  const notice = noticeSha256 === undefined ? undefined : await agreement.notice(manifest.version, locale)
  const edition = versionEdition(agreement.id, manifest, {locale, provider, compiled, parameters, source: text, notice})
  return {
    edition,
    diagnostics: [
      ...(sha256(text) === edition.sourceSha256 ? [] : [altered('text')]),
      ...(notice === undefined || sha256(notice) === noticeSha256 ? [] : [altered('notice')]),
      ...compiled.diagnostics.filter(({ruleId}) => ruleId === 'parameter-missing'),
    ].map((one) => ({...one, file})),
  }
}

/** Provider and parameters in a language, by the settings of today: frozen sources keep their placeholders. */
function wordsFor(
  {texts}: SiteAgreement,
  locale: string,
): {readonly provider: string; readonly parameters: Record<string, string | number>} {
  const own = texts.find((text) => text.locale === locale) ?? texts[0]
  return {provider: own?.provider ?? '', parameters: {...own?.parameters}}
}

function altered(what: 'text' | 'notice'): Diagnostic {
  return {
    ruleId: 'version-altered',
    severity: 'error',
    message: `Unexpected ${what} of a published version, expected the one whose hash its manifest holds; restore it as it was published`,
  }
}
