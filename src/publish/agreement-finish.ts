import {
  type Agreement,
  type CompiledAgreement,
  canonicalJson,
  canonicalTree,
  consentMetadata,
  recordText,
  resolveParameters,
} from '../compiler/index.ts'
import type {PdfAttachment, PdfFinish} from '../render/pdf/index.ts'
import {sha256} from './sha256.ts'

/** An edition of an agreement in one language, as its PDF describes it. */
export interface PrintedEdition {
  readonly agreement: string
  /** Absent in a draft. */
  readonly version?: string | undefined
  readonly locale: string
  /** Title as the page shows it. */
  readonly title: string
  readonly provider: string
  /** Instant (ISO 8601) that the document carries as its date. */
  readonly date: string
  /** RFC 3339 with offset; absent in a draft. */
  readonly effectiveAt?: string | undefined
  /** Markdown, placeholders unresolved. */
  readonly source: string
  /** Tree of the source, placeholders unresolved. */
  readonly frozen: Agreement
  /** The text as it is shown, placeholders filled in. */
  readonly compiled: CompiledAgreement
  /** Values that may fill placeholders; those that the text does not use are left out of the document. */
  readonly parameters: Readonly<Record<string, string | number>>
  /** Permanent ids by path. */
  readonly clauseIds?: Readonly<Record<string, string>> | undefined
  /** Change notice as published, as Markdown. */
  readonly notice?: string | undefined
}

/** Names of the files inside the PDF of an agreement. */
export const ATTACHMENT_NAMES = {
  source: 'source.md',
  tree: 'clauses.json',
  consent: 'consent-record.json',
  parameters: 'parameters.json',
  notice: 'notice.md',
} as const

/**
 * What the PDF of an agreement says about itself and holds: the source, the canonical clause tree, what a consent record needs, the values
 * of the parameters and the change notice where there are any.
 */
export function agreementFinish(edition: PrintedEdition): PdfFinish {
  const {agreement, version, locale, title, source, frozen, compiled, effectiveAt, notice} = edition
  const parameters = usedParameters(frozen, edition.parameters)
  const tree = canonicalTree(frozen)
  const hashes = {sourceSha256: sha256(source), treeSha256: sha256(tree)}
  const consent = consentMetadata(
    {...compiled.agreement, locale},
    compiled.facts,
    {
      agreement,
      version,
      title,
      effectiveAt,
      ...hashes,
      parametersSha256: parameters && sha256(canonicalJson(parameters)),
      clauseIds: edition.clauseIds,
    },
    sha256,
  )
  return {
    title,
    language: locale,
    date: edition.date,
    provider: edition.provider,
    edition: {agreement, ...(version ? {version} : {}), locale, ...(effectiveAt ? {effectiveAt} : {}), ...hashes},
    attachments: [
      file('source', 'text/markdown', 'Source', 'Source of the agreement', source),
      file('tree', 'application/json', 'Data', 'Canonical clause tree of the source (RFC 8785)', tree),
      file('consent', 'application/json', 'Data', 'What a consent record needs', recordText(consent)),
      ...(parameters
        ? [file('parameters', 'application/json', 'Data', 'Values of the parameters (RFC 8785)', canonicalJson(parameters))]
        : []),
      ...(notice === undefined ? [] : [file('notice', 'text/markdown', 'Supplement', 'Notice of what changed', notice)]),
    ],
  }
}

function file(
  key: keyof typeof ATTACHMENT_NAMES,
  mediaType: string,
  relationship: PdfAttachment['relationship'],
  description: string,
  content: string,
): PdfAttachment {
  return {name: ATTACHMENT_NAMES[key], mediaType, relationship, description, content}
}

/** Values of the placeholders that the text has; none where it has none. */
function usedParameters(frozen: Agreement, values: PrintedEdition['parameters']): Record<string, string | number> | undefined {
  const {used} = resolveParameters(frozen, values)
  const own = Object.entries(values).filter(([name]) => used.has(name))
  return own.length === 0 ? undefined : Object.fromEntries(own)
}
