import type {ConsentMetadata, Manifest} from '../compiler/index.ts'
import type {FinishedPdf} from '../render/pdf/index.ts'
import {ATTACHMENT_NAMES} from './agreement-finish.ts'
import {sha256} from './sha256.ts'
import type {VerificationCheck} from './verification.ts'

/** What a PDF is held against beside itself. */
export interface PublishedRecord {
  /** Manifest of the version that the PDF says it is. */
  readonly manifest: Manifest
  /** Where it was found, for messages. */
  readonly name: string
  /** When the version was withdrawn before it took effect; absent where it was not. */
  readonly withdrawnAt?: string
}

/** Checks of a PDF against the manifest of the version that it says it is. */
export function verifyWithManifest(
  {
    pdf,
    finished,
    consent,
    version,
  }: {
    readonly pdf: Uint8Array
    readonly finished: FinishedPdf
    readonly consent: ConsentMetadata | undefined
    readonly version: string | undefined
  },
  record: PublishedRecord | undefined,
): VerificationCheck[] {
  const id = 'manifest'
  if (version === undefined) return [{id, outcome: 'skipped', message: 'It is a draft: no version was published that it could be'}]
  if (!record) return [{id, outcome: 'skipped', message: `No manifest of version ${version} is at hand; it was only held against itself`}]
  const {manifest, name, withdrawnAt} = record
  const entry = manifest.locales.find(({locale}) => locale === finished.edition.locale)
  if (!entry) return [{id, outcome: 'failed', message: `${name} has no text in ${finished.edition.locale ?? 'this language'}`}]
  const notice = finished.attachments.get(ATTACHMENT_NAMES.notice)
  const compared: [string, string | undefined, string | undefined][] = [
    ['agreement', manifest.agreement, finished.edition.agreement],
    ['version', manifest.version, version],
    ['effectiveAt', manifest.effectiveAt, finished.edition.effectiveAt],
    ['sourceSha256', entry.sourceSha256, finished.edition.sourceSha256],
    ['treeSha256', entry.treeSha256, finished.edition.treeSha256],
    ['noticeSha256', entry.noticeSha256, notice && sha256(notice)],
  ]
  const differing = compared.find(([, expected, actual]) => expected !== actual)
  if (differing) {
    const [field, expected, actual] = differing
    return [{id, outcome: 'failed', message: `${name} names another \`${field}\``, expected, actual}]
  }
  if (withdrawnAt !== undefined)
    return [{id, outcome: 'failed', message: `Version ${version} was withdrawn at ${withdrawnAt}, before it took effect`}]
  const agrees: VerificationCheck = {id, outcome: 'ok', message: `${name} names this edition and its hashes`}
  const renditions = entry.renditions.filter(
    ({format, parametersSha256}) => format === 'pdf' && parametersSha256 === consent?.parametersSha256,
  )
  if (renditions.length === 0) return [agrees, {id: 'file', outcome: 'skipped', message: `${name} records no PDF with these parameters`}]
  const actual = sha256(pdf)
  return [
    agrees,
    renditions.some((rendition) => rendition.sha256 === actual)
      ? {id: 'file', outcome: 'ok', message: 'It is byte for byte the file that was published'}
      : {id: 'file', outcome: 'failed', message: 'It is not the file that was published', expected: renditions[0]?.sha256, actual},
  ]
}
