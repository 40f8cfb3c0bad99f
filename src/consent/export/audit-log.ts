import type {Static, TSchema} from 'typebox'
import {Value} from 'typebox/value'
import {equalBytes, fromBase64, toHex} from '../binary-text.ts'
import {type Checkpoint, openCheckpoint} from '../log/checkpoint.ts'
import {EMPTY_LOG, growLog, type LogEdge, rootOfEdge} from '../log/log-edge.ts'
import {hashTextLeaf} from '../log/merkle-tree.ts'
import type {PublicKey} from '../receipt/public-keys.ts'
import type {EvidenceFault, VerificationTools} from '../receipt/verify-receipt.ts'
import {formatLogEntry, hashEvidence, hashPersonal} from '../record/log-entry.ts'
import {exportHeadSchema, exportLineSchema} from './log-export.ts'

/** What an audit is given beside the export. */
export interface AuditSetting extends VerificationTools {
  readonly keys: readonly PublicKey[]
  /** Checkpoints that the auditor kept from before, as signed notes: the log must begin with what they cover. */
  readonly earlier: readonly string[]
}

/** What an audit found. */
export interface AuditResult {
  readonly origin?: string
  /** Records that were read. */
  readonly records: number
  /** Of them, those whose personal part was erased. */
  readonly erased: number
  readonly faults: readonly EvidenceFault[]
}

const MAXIMUM_FAULTS = 100

/**
 * Checks an export of the whole log, line by line: that each record is unaltered, in its place and there once, that all of them give the
 * root that was signed, and that the log begins with every checkpoint which the auditor kept. Needs little memory for any size.
 */
export async function auditLog(lines: AsyncIterable<string, unknown, undefined>, setting: AuditSetting): Promise<AuditResult> {
  const {sha256, keys, noteVerifier, earlier} = setting
  const faults: EvidenceFault[] = []
  const known = new Set<string>()
  let head: Static<typeof exportHeadSchema> | undefined
  let edge: LogEdge = EMPTY_LOG
  let number = 0
  let erased = 0
  let marks: Checkpoint[] = []

  for await (const line of lines) {
    number += 1
    if (number === 1) {
      head = parseLine(line, exportHeadSchema)
      if (!head)
        return {
          records: 0,
          erased,
          faults: [{code: 'malformed', message: 'Unexpected first line, expected the head of an export', line: 1}],
        }
      marks = openMarks(head)
      compare(marks)
      continue
    }
    const record = parseLine(line, exportLineSchema)
    if (!record) {
      report('malformed', 'Unexpected line, expected a record')
      continue
    }
    const {index, evidence, personalSha256, personal, salt, leafSha256} = record
    if (index !== edge.size) report('record-missing', `Unexpected place ${index} in the log, expected ${edge.size}`)
    if (known.has(evidence.recordId)) report('record-twice', `Unexpected record ${evidence.recordId}, expected it once`)
    known.add(evidence.recordId)
    const entry = formatLogEntry({recordId: evidence.recordId, evidenceSha256: hashEvidence(evidence, sha256), personalSha256})
    const leaf = hashTextLeaf(entry, sha256)
    if (toHex(leaf) !== leafSha256)
      report('record-altered', `Unexpected evidence of record ${evidence.recordId}, expected what its leaf is the hash of`)
    if ((personal === undefined) !== (salt === undefined) || (personal && salt && hashPersonal(personal, salt, sha256) !== personalSha256))
      report(
        'personal-part-altered',
        `Unexpected personal part of record ${evidence.recordId}, expected the one that the log holds the hash of`,
      )
    if (personal === undefined) erased += 1
    edge = growLog(edge, [leaf], sha256).edge
    compare(marks)
  }
  if (!head) return {records: 0, erased, faults: [{code: 'malformed', message: 'Unexpected empty file, expected an export'}]}
  for (const {size} of marks.filter((mark) => mark.size > edge.size))
    faults.push({code: 'log-cut', message: `Unexpected end after ${edge.size} records, expected the ${size} that a checkpoint covers`})
  if (edge.size !== head.size)
    faults.push({code: 'record-missing', message: `Unexpected number of records ${edge.size}, expected ${head.size}`})
  if (!equalBytes(rootOfEdge(edge, sha256), fromBase64(head.root) ?? new Uint8Array()))
    faults.push({code: 'log-altered', message: 'Unexpected root over all records, expected the one at the head of the export'})
  return {origin: head.origin, records: edge.size, erased, faults: faults.slice(0, MAXIMUM_FAULTS)}

  function report(code: EvidenceFault['code'], message: string): void {
    if (faults.length < MAXIMUM_FAULTS) faults.push({code, message, line: number})
  }

  function openMarks({origin, checkpoint}: {readonly origin: string; readonly checkpoint: string}): Checkpoint[] {
    const verifiers = keys.map(({x}) => noteVerifier(origin, x))
    return [checkpoint, ...earlier].flatMap((note, place) => {
      const opened = openCheckpoint(note, verifiers, sha256)
      if (opened) return [opened]
      const which = place === 0 ? 'checkpoint of the export' : `earlier checkpoint ${place}`
      report('checkpoint-unsigned', `Unexpected ${which}, expected one of \`${origin}\` signed by a key that was given`)
      return []
    })
  }

  function compare(all: readonly Checkpoint[]): void {
    for (const {size, root} of all)
      if (size === edge.size && !equalBytes(root, rootOfEdge(edge, sha256)))
        report('log-altered', `Unexpected root over the first ${size} records, expected the one that a checkpoint was signed for`)
  }
}

function parseLine<S extends TSchema>(line: string, schema: S): Static<S> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return Value.Check(schema, value) ? value : undefined
  } catch {
    return undefined
  }
}
