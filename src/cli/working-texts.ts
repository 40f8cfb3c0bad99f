import {parametersFor, type WorkingText} from '../index.ts'
import {fontFolder, type Project, type ProjectAgreement, readAgreementText} from '../io/index.ts'
import {glyphFaults} from './glyph-faults.ts'

/** The working texts of an agreement in all its languages, the authoritative one first, with their parameters. */
export async function readWorkingTexts(
  project: Project,
  agreement: ProjectAgreement,
  given: Readonly<Record<string, string>>,
): Promise<WorkingText[]> {
  const {titles, provider, parameters} = agreement.settings
  return Promise.all(
    agreement.texts.map(async ({locale}) => {
      const {name, text} = await readAgreementText(agreement, {folder: process.cwd(), locale})
      return {
        locale,
        name,
        source: text,
        title: titles[locale] ?? agreement.id,
        provider: provider.names?.[locale] ?? provider.name,
        parameters: parametersFor(locale, project.settings.parameters, parameters, given),
      }
    }),
  )
}

/** The texts with the faults that only the outside knows: characters that no font has. */
export async function inspectedTexts(texts: readonly WorkingText[]): Promise<WorkingText[]> {
  const fonts = await fontFolder()
  return texts.map((text) => ({...text, diagnostics: glyphFaults(text.source, fonts)}))
}
