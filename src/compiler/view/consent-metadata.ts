import type {Facts, LimitationKind} from '../analyze/index.ts'
import {type Agreement, flattenClauses, headingText, ownText} from '../clause-tree/index.ts'
import {type ConspicuousMark, conspicuousMarks} from './conspicuous-marks.ts'
import {limitationKinds} from './limitation-kinds.ts'

/**
 * What a page or a PDF hands to a consent record: which text was shown, and which of its clauses stood out and how
 * (PRC Civil Code Art. 496; Order 116 of 2025 Art. 15). Hashes are SHA-256 in hexadecimal digits.
 */
export interface ConsentMetadata {
  readonly schemaVersion: 1
  /** Id of the agreement. */
  readonly agreement: string
  /** Absent in a draft: nobody can agree to it. */
  readonly version?: string
  /** BCP 47 tag. */
  readonly locale: string
  readonly title: string
  /** RFC 3339 with offset; absent in a draft. */
  readonly effectiveAt?: string
  /** Of the Markdown, placeholders unresolved. */
  readonly sourceSha256: string
  /** Of the canonical clause tree (RFC 8785). */
  readonly treeSha256: string
  /** Of the file that was shown; absent inside that file itself. */
  readonly pageSha256?: string
  /** Of the values that placeholders were filled with; absent where the text has none. */
  readonly parametersSha256?: string
  /** Clauses that stood out, in reading order. */
  readonly conspicuousClauses: readonly ConspicuousClause[]
}

/** A clause that stood out from the text around it. */
export interface ConspicuousClause {
  /** Permanent id; absent before the first publication. */
  readonly id?: string
  readonly path: string
  /** How it limits the reader's rights; empty for other clauses that its author set off. */
  readonly kinds: readonly LimitationKind[]
  /** How it was set off. */
  readonly marks: readonly ConspicuousMark[]
  /** Of the own text as shown: NFC, UTF-8, label and markup left out. */
  readonly textSha256: string
}

/** What {@link consentMetadata} cannot read from the text. */
export interface ConsentSource {
  readonly agreement: string
  readonly title: string
  readonly version?: string | undefined
  readonly effectiveAt?: string | undefined
  readonly sourceSha256: string
  readonly treeSha256: string
  readonly parametersSha256?: string | undefined
  readonly pageSha256?: string | undefined
  /** Permanent ids by path. */
  readonly clauseIds?: Readonly<Record<string, string>> | undefined
}

/** Consent-record metadata of a text as it is shown, parameters resolved. `sha256` gives the hexadecimal digits of a UTF-8 text's SHA-256. */
export function consentMetadata(
  agreement: Agreement,
  facts: Facts,
  source: ConsentSource,
  sha256: (text: string) => string,
): ConsentMetadata {
  const {version, effectiveAt, pageSha256, parametersSha256, clauseIds = {}} = source
  const stated = conspicuousMarks(facts)
  const limiting = limitationKinds(facts)
  const conspicuousClauses = flattenClauses(agreement).flatMap((clause): ConspicuousClause[] => {
    const marks = stated.get(clause.path)
    if (!marks) return []
    const id = clauseIds[clause.path]
    return [
      {
        ...(id === undefined ? {} : {id}),
        path: clause.path,
        kinds: limiting.get(clause.path) ?? [],
        marks,
        textSha256: sha256(ownText(clause).normalize('NFC')),
      },
    ]
  })
  return {
    schemaVersion: 1,
    agreement: source.agreement,
    ...(version === undefined ? {} : {version}),
    locale: agreement.locale,
    title: headingText(agreement.titles.at(-1)) || source.title,
    ...(effectiveAt === undefined ? {} : {effectiveAt}),
    sourceSha256: source.sourceSha256,
    treeSha256: source.treeSha256,
    ...(pageSha256 === undefined ? {} : {pageSha256}),
    ...(parametersSha256 === undefined ? {} : {parametersSha256}),
    conspicuousClauses,
  }
}
