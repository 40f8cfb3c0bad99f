import {type CompiledAgreement, clauseAnchor, flattenClauses, headingText, ownText} from '../../compiler/index.ts'

/** Clauses of one text as the search on the start page reads them: fragment, label or path, text. Short keys, as all texts are loaded at once. */
export interface SearchText {
  readonly title: string
  /** Address relative to the start page. */
  readonly href: string
  readonly clauses: readonly (readonly [anchor: string, label: string, text: string])[]
}

/** What the search finds in a text. */
export function searchEntries(
  {agreement}: CompiledAgreement,
  {
    title,
    href,
    clauseIds = {},
  }: {readonly title: string; readonly href: string; readonly clauseIds?: Readonly<Record<string, string>> | undefined},
): SearchText {
  return {
    title,
    href,
    clauses: flattenClauses(agreement).flatMap((clause) => {
      const words =
        clause.heading?.style === 'run-in' ? ownText(clause) : [headingText(clause.heading), ownText(clause)].filter(Boolean).join(' ')
      const text = words.replace(/\s+/g, ' ').trim()
      return text === '' ? [] : [[clauseIds[clause.path] ?? clauseAnchor(clause.path), clause.path, text] as const]
    }),
  }
}
