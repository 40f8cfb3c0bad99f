import {createReadStream} from 'node:fs'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'
import {Value} from 'typebox/value'
import {
  type AuditResult,
  auditLog,
  type EvidenceFault,
  type PublicKey,
  parseLogProof,
  type Receipt,
  readPublicKeys,
  receiptDocumentSchema,
  toJsonLd,
  toKantara,
  verifyReceipt,
} from '../../index.ts'
import {noteVerifier, OperationalError, readText, sha256} from '../../io/index.ts'
import type {EvidenceKind} from './evidence-kind.ts'
import type {Verdict} from './verdict.ts'

/** How evidence is to be checked. */
export interface EvidenceOptions {
  /** File with a key set (JWKS) or one public key (JWK). */
  readonly key?: string
  /** Files with checkpoints, proofs or receipts that the checker kept from before. */
  readonly checkpoint?: readonly string[]
  readonly as?: 'json-ld' | 'kantara'
  readonly json?: boolean
}

const TOOLS = {sha256, noteVerifier} as const

/** Checks a receipt or an export of the log by public keys alone: no network, no database, no project. */
export async function verifyEvidence(file: string, kind: EvidenceKind, folder: string, options: EvidenceOptions): Promise<Verdict> {
  const keys = await readKeys(options.key === undefined ? undefined : resolve(folder, options.key))
  return kind === 'receipt' ? receiptVerdict(file, keys, options) : exportVerdict(file, keys, folder, options)
}

async function receiptVerdict(file: string, keys: readonly PublicKey[], {as}: EvidenceOptions): Promise<Verdict> {
  const document: unknown = parseJson(await readText(file), file)
  if (!Value.Check(receiptDocumentSchema, document)) throw unreadable(file, 'a signed consent receipt')
  const {receipt, faults} = await verifyReceipt(document, keys, TOOLS)
  const view = receipt && as !== undefined ? viewOf(receipt, as) : undefined
  return {
    isIntact: faults.length === 0,
    lines: [...(view ? [JSON.stringify(view, undefined, 2)] : receiptLines(receipt)), ...faultLines(faults)],
    document: view && faults.length === 0 ? view : {schemaVersion: 1, kind: 'receipt', isIntact: faults.length === 0, receipt, faults},
  }
}

function viewOf({record, log}: Receipt, as: 'json-ld' | 'kantara'): object {
  const whole = {...record, index: log.index}
  return (as === 'json-ld' ? toJsonLd(whole) : toKantara(whole)) ?? {}
}

function receiptLines(receipt: Receipt | undefined): string[] {
  if (!receipt) return []
  const {evidence, personal} = receipt.record
  return [
    `record     ${evidence.recordId}, entry ${receipt.log.index} of the log ${receipt.issuer}`,
    `subject    ${personal?.subject ?? 'erased'}`,
    `event      ${evidence.recordType} ${evidence.event.type}, ${evidence.event.at}`,
    `agreement  ${evidence.agreement} ${evidence.version}, ${evidence.locale}: ${evidence.title}`,
    `text       ${evidence.treeSha256}`,
    ...evidence.weaknesses.map(({code, basis}) => `weakness   ${code} (${basis})`),
  ]
}

async function exportVerdict(file: string, keys: readonly PublicKey[], folder: string, options: EvidenceOptions): Promise<Verdict> {
  const earlier = await Promise.all((options.checkpoint ?? []).map((name) => readCheckpoint(resolve(folder, name), keys)))
  const lines = createInterface({input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY})
  const result: AuditResult = await auditLog(lines, {...TOOLS, keys, earlier})
  const {origin, records, erased, faults} = result
  const isIntact = faults.length === 0
  return {
    isIntact,
    lines: [`log        ${origin ?? 'unknown'}, ${records} records, ${erased} of them without personal part`, ...faultLines(faults)],
    document: {schemaVersion: 1, kind: 'log-export', isIntact, ...result},
  }
}

/** The checkpoint of a file, which may be one itself, a proof that ends in one, or a receipt. */
async function readCheckpoint(file: string, keys: readonly PublicKey[]): Promise<string> {
  const text = await readText(file)
  const proof = parseLogProof(text)
  if (proof) return proof.checkpoint
  if (!text.startsWith('{')) return text
  const document: unknown = parseJson(text, file)
  if (!Value.Check(receiptDocumentSchema, document)) throw unreadable(file, 'a checkpoint, a proof or a receipt')
  const {receipt} = await verifyReceipt(document, keys, TOOLS)
  return receipt?.log.checkpoint ?? ''
}

async function readKeys(file: string | undefined): Promise<readonly PublicKey[]> {
  if (file === undefined)
    throw new OperationalError(
      'key-missing',
      'No public key is given',
      'Give --key with the key set of the provider, which its server has at /.well-known/jwks.json.',
      {isMissing: false},
    )
  const keys = readPublicKeys(parseJson(await readText(file), file))
  if (keys.length === 0) throw unreadable(file, 'a key set with an Ed25519 key')
  return keys
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(file, 'JSON')
  }
}

function unreadable(file: string, expected: string): OperationalError {
  return new OperationalError('evidence-unreadable', `${file} is not ${expected}`, 'Check which file was given.', {isMissing: false})
}

function faultLines(faults: readonly EvidenceFault[]): string[] {
  return faults.map(({code, message, line}) => `✖ ${line === undefined ? '' : `line ${line}: `}${message} (${code})`)
}
