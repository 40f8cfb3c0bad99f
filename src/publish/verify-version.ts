import type {TSchema} from 'typebox'
import {Value} from 'typebox/value'
import {type Manifest, manifestSchema, recordText, sealOf, type Version, type Withdrawal, withdrawalSchema} from '../compiler/index.ts'
import {sha256} from './sha256.ts'
import type {VerificationCheck} from './verification.ts'
import {verifySource} from './verify-source.ts'

/** Checks the files of one version, which stand in `files` below `prefix`, against its manifest. */
export function verifyVersion(
  files: ReadonlyMap<string, Uint8Array>,
  prefix: string,
): {readonly checks: readonly VerificationCheck[]; readonly version?: Version} {
  const at = (name: string) => files.get(prefix + name)
  const manifest = verifyRecord<Manifest>(at('manifest.json'), `${prefix}manifest.json`, manifestSchema)
  if (!manifest.record) return {checks: manifest.checks}
  const appended = at('withdrawal.json')
  const withdrawal = appended ? verifyRecord<Withdrawal>(appended, `${prefix}withdrawal.json`, withdrawalSchema) : undefined
  const {record} = manifest
  const known = new Set(['manifest.json', 'withdrawal.json'])
  const checks: VerificationCheck[] = [...manifest.checks, ...(withdrawal?.checks ?? [])]
  for (const text of record.locales) {
    known.add(`${text.locale}.md`)
    checks.push(...verifySource(at(`${text.locale}.md`), `${prefix}${text.locale}.md`, record, text))
    if (text.noticeSha256 === undefined) continue
    known.add(`notice.${text.locale}.md`)
    checks.push(verifyHash('notice', at(`notice.${text.locale}.md`), `${prefix}notice.${text.locale}.md`, text.noticeSha256))
  }
  for (const path of files.keys()) {
    if (path.startsWith(prefix) && !known.has(path.slice(prefix.length)))
      checks.push({id: 'files', outcome: 'failed', message: `${path} is no file of this version`})
  }
  return {
    checks,
    version: {
      manifest: record,
      manifestSha256: manifest.sha256,
      ...(withdrawal?.record ? {withdrawal: withdrawal.record, withdrawalSha256: withdrawal.sha256} : {}),
    },
  }
}

/** Compares the hash of a file with the one that the manifest names. */
export function verifyHash(id: string, bytes: Uint8Array | undefined, path: string, expected: string): VerificationCheck {
  if (!bytes) return {id, outcome: 'failed', message: `${path} is missing`}
  const actual = sha256(bytes)
  return actual === expected
    ? {id, outcome: 'ok', message: path}
    : {id, outcome: 'failed', message: `${path} was altered`, expected, actual}
}

interface VerifiedRecord<T> {
  readonly checks: readonly VerificationCheck[]
  readonly record?: T
  readonly sha256: string
}

/** A record is whole where it has its form, its seal fits to its fields, and it stands as it was written, byte for byte. */
function verifyRecord<T extends {readonly seal: string}>(bytes: Uint8Array | undefined, path: string, schema: TSchema): VerifiedRecord<T> {
  const id = path.split('/').at(-1)?.replace('.json', '') ?? path
  if (!bytes) return {checks: [{id, outcome: 'failed', message: `${path} is missing`}], sha256: ''}
  const value = parseJson(new TextDecoder().decode(bytes))
  if (!isRecord<T>(value, schema)) {
    const [fault] = value === undefined ? [] : [...Value.Errors(schema, value)]
    const reason = fault ? `\`${fault.instancePath}\` ${fault.message}` : 'it is no JSON'
    return {checks: [{id, outcome: 'failed', message: `${path} is no such record: ${reason}`}], sha256: sha256(bytes)}
  }
  const record = value
  const seal = sealOf(record, sha256)
  const check: VerificationCheck =
    seal !== record.seal
      ? {id, outcome: 'failed', message: `${path} was altered: its fields ask for another seal`, expected: record.seal, actual: seal}
      : sha256(recordText(record)) !== sha256(bytes)
        ? {id, outcome: 'failed', message: `${path} was altered: it says the same in other bytes`}
        : {id, outcome: 'ok', message: path}
  return {checks: [check], record, sha256: sha256(bytes)}
}

function isRecord<T>(value: unknown, schema: TSchema): value is T {
  return value !== undefined && Value.Check(schema, value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
