import {type CompiledAgreement, viewAgreement} from '../compiler/index.ts'
import {renderAgreementDocx} from '../render/docx/index.ts'
import type {WorkingText} from './version-request.ts'

/** A compiled working text as a Word file, for those who work on it there. The same text gives the same bytes. */
export async function renderWordFile({agreement, facts}: CompiledAgreement, {locale, title, provider}: WorkingText): Promise<Uint8Array> {
  const view = viewAgreement({...agreement, locale}, facts, {fallbackTitle: title, edition: {links: [], translations: []}})
  const date = `${facts.dates[0]?.date ?? '2000-01-01'}T00:00:00Z`
  return renderAgreementDocx(view, {title: view.title, language: locale, author: provider, date})
}
