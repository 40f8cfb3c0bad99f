import {type ConsentMetadata, compile, foldWords, viewAgreement, viewWords} from '../compiler/index.ts'
import {type FinishedPdf, type PdfText, readFinishedPdf, readPdfText} from '../render/pdf/index.ts'
import {ATTACHMENT_NAMES, agreementFinish} from './agreement-finish.ts'
import {compareWords} from './compare-words.ts'
import {sha256} from './sha256.ts'
import type {Verification, VerificationCheck} from './verification.ts'
import {type PublishedRecord, verifyWithManifest} from './verify-with-manifest.ts'

/**
 * Whether a PDF of ours is unaltered: its seal over all bytes, its attachments and hashes against each other, the text of its pages
 * against the attached source, and all of it against the manifest of the version.
 *
 * @param findRecord gives the manifest of the version that the file says it is; nothing where it is not known
 * Bytes that are no PDF of ours fail the check `form`.
 */
export async function verifyPdf(
  pdf: Uint8Array,
  findRecord: (agreement: string, version: string) => Promise<PublishedRecord | undefined>,
): Promise<Verification> {
  const finished = await readFinishedPdf(pdf)
  const consent = readConsent(finished?.attachments.get(ATTACHMENT_NAMES.consent))
  if (!finished || (finished.seal === 'missing' && !consent)) return foreign(pdf)
  const {agreement, version, locale, effectiveAt} = finished.edition
  const record = agreement && version ? await findRecord(agreement, version) : undefined
  const text = await readPdfText(pdf)
  const {checks, beside} = await verifyContents(finished, consent, text)
  const all = [
    checkSeal(finished),
    checkIntruders(finished),
    checkEdition(finished, consent),
    ...checks,
    ...verifyWithManifest({pdf, finished, consent, version}, record),
  ]
  return {
    schemaVersion: 1,
    subject: {kind: 'pdf', sha256: sha256(pdf), agreement, version, locale, title: consent?.title, effectiveAt},
    isIntact: all.every(({outcome}) => outcome !== 'failed'),
    checks: all,
    beside,
  }
}

function foreign(pdf: Uint8Array): Verification {
  const check: VerificationCheck = {
    id: 'form',
    outcome: 'failed',
    message: 'It is no PDF that Proviso made, or it is damaged beyond reading',
  }
  return {schemaVersion: 1, subject: {kind: 'pdf', sha256: sha256(pdf)}, isIntact: false, checks: [check]}
}

function readConsent(content: Uint8Array | undefined): ConsentMetadata | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(content ?? []).toString('utf8'))
    return typeof value === 'object' && value !== null && 'schemaVersion' in value ? (value as ConsentMetadata) : undefined
  } catch {
    return undefined
  }
}

function checkSeal({seal}: FinishedPdf): VerificationCheck {
  const messages = {
    intact: 'No byte changed since it was sealed',
    broken: 'Bytes changed since it was sealed',
    missing: 'The seal over its bytes is gone',
  }
  return {id: 'seal', outcome: seal === 'intact' ? 'ok' : 'failed', message: messages[seal]}
}

function checkIntruders({intruders}: FinishedPdf): VerificationCheck {
  return intruders.length === 0
    ? {id: 'form', outcome: 'ok', message: 'It has no scripts, forms, comments or later layers'}
    : {id: 'form', outcome: 'failed', message: `It has what Proviso never writes: ${intruders.join(', ')}`}
}

/** What XMP says and what is attached must be one edition. */
function checkEdition({edition}: FinishedPdf, consent: ConsentMetadata | undefined): VerificationCheck {
  if (!consent)
    return {id: 'edition', outcome: 'failed', message: `The attachment ${ATTACHMENT_NAMES.consent} is missing or cannot be read`}
  const fields = ['agreement', 'version', 'locale', 'effectiveAt', 'sourceSha256', 'treeSha256'] as const
  const differing = fields.find((name) => edition[name] !== consent[name])
  return differing === undefined
    ? {id: 'edition', outcome: 'ok', message: 'Metadata and consent record name the same edition'}
    : {
        id: 'edition',
        outcome: 'failed',
        message: `Metadata and consent record differ in \`${differing}\``,
        expected: consent[differing],
        actual: edition[differing],
      }
}

async function verifyContents(
  {attachments, edition}: FinishedPdf,
  consent: ConsentMetadata | undefined,
  text: PdfText | undefined,
): Promise<{checks: VerificationCheck[]; beside: readonly string[]}> {
  const sourceBytes = attachments.get(ATTACHMENT_NAMES.source)
  if (!sourceBytes)
    return {checks: [{id: 'source', outcome: 'failed', message: `The attachment ${ATTACHMENT_NAMES.source} is missing`}], beside: []}
  const source = Buffer.from(sourceBytes).toString('utf8')
  const {locale = 'en'} = edition
  const parameters = readParameters(attachments.get(ATTACHMENT_NAMES.parameters))
  const [compiled] = compile(source, {locale, parameters})
  if (!compiled) throw new Error('A source holds at least one agreement')
  const made = agreementFinish({
    agreement: consent?.agreement ?? '',
    version: consent?.version,
    locale,
    title: consent?.title ?? '',
    provider: '',
    date: '',
    effectiveAt: consent?.effectiveAt,
    source,
    frozen: compiled.frozen,
    compiled,
    parameters,
    clauseIds: Object.fromEntries((consent?.conspicuousClauses ?? []).flatMap(({id, path}) => (id ? [[path, id]] : []))),
  })
  const view = viewAgreement({...compiled.agreement, locale}, compiled.facts, {
    fallbackTitle: consent?.title ?? '',
    edition: {links: [], translations: []},
  })
  const words = compareWords(viewWords(view), foldWords(text?.content ?? ''))
  const known = new Set<string>(Object.values(ATTACHMENT_NAMES))
  const strangers = [...attachments.keys()].filter((name) => !known.has(name))
  return {
    checks: [
      compareHashes('source', 'The attached source', edition.sourceSha256, sha256(sourceBytes)),
      compareHashes('tree', 'The attached clause tree', edition.treeSha256, hashOf(attachments.get(ATTACHMENT_NAMES.tree))),
      ...(made.attachments ?? []).flatMap(({name, content}) =>
        name === ATTACHMENT_NAMES.source ? [] : [compareMade(name, content, attachments)],
      ),
      strangers.length === 0
        ? {id: 'attachments', outcome: 'ok', message: 'It holds no other attachments'}
        : {id: 'attachments', outcome: 'failed', message: `It holds attachments that Proviso does not write: ${strangers.join(', ')}`},
      ...checkText(text, words.differences),
    ],
    beside: words.beside,
  }
}

function checkText(text: PdfText | undefined, differences: ReturnType<typeof compareWords>['differences']): VerificationCheck[] {
  if (!text) return [{id: 'text', outcome: 'failed', message: 'The text of its pages cannot be read'}]
  const found = differences.slice(0, MOST_DIFFERENCES).map(({path, expected, actual}): VerificationCheck => {
    const message =
      expected === ''
        ? `The pages have words that the source does not have, before clause ${path}`
        : `The pages show clause ${path} otherwise than the source`
    return {id: 'text', outcome: 'failed', message, expected, actual}
  })
  const furniture: VerificationCheck[] =
    text.hidden.length === 0
      ? []
      : [
          {
            id: 'text',
            outcome: 'failed',
            message: 'The pages show words among the text that are marked as page furniture',
            actual: text.hidden.join(' ').slice(0, 100),
          },
        ]
  const failed = [...found, ...furniture]
  return failed.length > 0 ? failed : [{id: 'text', outcome: 'ok', message: 'The pages show every word of the source, in order'}]
}

const MOST_DIFFERENCES = 10

function compareMade(name: string, content: string | Uint8Array, attachments: FinishedPdf['attachments']): VerificationCheck {
  const id = name.replace(/\.\w+$/, '')
  const attached = attachments.get(name)
  if (!attached) return {id, outcome: 'failed', message: `The attachment ${name} is missing`}
  return Buffer.from(attached).equals(Buffer.from(content))
    ? {id, outcome: 'ok', message: `The attachment ${name} follows from the attached source`}
    : {
        id,
        outcome: 'failed',
        message: `The attachment ${name} is not what the attached source gives`,
        expected: sha256(content),
        actual: sha256(attached),
      }
}

function compareHashes(id: string, what: string, expected: string | undefined, actual: string | undefined): VerificationCheck {
  return expected !== undefined && expected === actual
    ? {id, outcome: 'ok', message: `${what} has the hash that the metadata names`}
    : {id, outcome: 'failed', message: `${what} has another hash than the metadata names`, expected, actual}
}

function hashOf(content: Uint8Array | undefined): string | undefined {
  return content && sha256(content)
}

function readParameters(content: Uint8Array | undefined): Record<string, string | number> {
  try {
    const value: unknown = JSON.parse(Buffer.from(content ?? []).toString('utf8'))
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1])),
    )
  } catch {
    return {}
  }
}
