import {type Agreement, agreementTitle, canonicalMarkdown, headingText, isAgreementName, parse} from '../compiler/index.ts'
import {accountCharacters, type CharacterAccount} from './account-characters.ts'
import {agreementId} from './agreement-id.ts'
import type {DroppedText, ImportedText} from './import-report.ts'
import {type ProposedSettings, proposeSettings} from './propose-settings.ts'
import {shownText} from './shown-text.ts'

/** An agreement that was found in a source. */
export interface ImportedAgreement {
  /** Name for its folder: small letters, digits and hyphens. */
  readonly id: string
  readonly title: string | undefined
  /** Language of the text as BCP 47 tag. */
  readonly locale: string
  /** Canonical Markdown, without front matter. */
  readonly markdown: string
  /** Cover, copyright pages and contents that stood before it, as Markdown; absent where there were none. */
  readonly frontMatter?: string
  readonly settings: ProposedSettings
}

/** The agreements of a source, with the account of its characters. */
export interface SplitText {
  readonly agreements: readonly ImportedAgreement[]
  readonly characters: CharacterAccount
  readonly dropped: readonly DroppedText[]
}

/** Markdown → the agreements in it, front matter split off, each in canonical form. */
export function splitAgreements(
  imported: ImportedText,
  {name, takenIds}: {readonly name: string; readonly takenIds?: ReadonlySet<string> | undefined},
): SplitText {
  const parsed = parse(imported.markdown).agreements
  const ids = new Set(takenIds)
  const dropped = parsed.flatMap(({agreement}) => markupOf(agreement))
  const agreements: ImportedAgreement[] = []
  const fileText = parsed.map(({agreement}) => shownText(agreement)).join('\n')
  let covers = ''
  parsed.forEach(({agreement}, index) => {
    const isCover = index < parsed.length - 1 && isCoverPage(agreement)
    if (isCover) covers += canonicalMarkdown([{...agreement, dropped: []}])
    else {
      agreements.push(toImported(agreement, {name, ids, covers, fileText}))
      covers = ''
    }
  })
  const shown = agreements
    .flatMap(({markdown, frontMatter}) => [markdown, frontMatter ?? ''])
    .flatMap((markdown) => parse(markdown).agreements.map(({agreement}) => shownText(agreement)))
  const [only] = agreements
  if (imported.isExact && only && agreements.length === 1) agreements[0] = {...only, markdown: imported.markdown}
  return {agreements, dropped, characters: accountCharacters(imported, shown.join('\n'))}
}

/** Short pages in front of an agreement that bear no name of one: the title of a manual, copyright, contents. */
function isCoverPage(agreement: Agreement): boolean {
  return !agreement.titles.some((title) => isAgreementName(headingText(title))) && shownText(agreement).length < 3000
}

interface ImportSite {
  readonly name: string
  readonly ids: Set<string>
  /** Markdown of cover pages that stood before as if they were an agreement. */
  readonly covers: string
  readonly fileText: string
}

function toImported(agreement: Agreement, {name, ids, covers, fileText}: ImportSite): ImportedAgreement {
  const title = agreementTitle(agreement)
  const id = agreementId(title, name, ids)
  ids.add(id)
  const own = agreement.frontMatter.length > 0 ? canonicalMarkdown([{...agreement, titles: [], clauses: [], dropped: []}]) : ''
  const front = [covers, own].filter(Boolean).join('\n')
  return {
    id,
    title,
    locale: agreement.locale,
    markdown: canonicalMarkdown([
      {...agreement, frontMatter: [], dropped: agreement.dropped.filter(({reason}) => reason === 'comment' || reason === 'metadata')},
    ]),
    ...(front === '' ? {} : {frontMatter: front}),
    settings: proposeSettings(agreement, id, fileText),
  }
}

/** What canonical Markdown leaves out: rules between parts, link definitions, HTML without meaning. */
function markupOf(agreement: Agreement): DroppedText[] {
  return agreement.dropped
    .filter(({reason}) => reason !== 'comment' && reason !== 'metadata' && reason !== 'byte-order-mark')
    .map(({text, position}) => ({reason: 'markup' as const, text, line: position.start.line}))
}
