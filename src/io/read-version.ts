import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Static, TSchema} from 'typebox'
import {type Manifest, manifestSchema, type Version, type Withdrawal, withdrawalSchema} from '../compiler/index.ts'
import {readRecord} from '../config/index.ts'
import {OperationalError} from './operational-error.ts'
import {readText} from './read-text.ts'

/**
 * Reads the records of one version folder; its texts are left alone.
 *
 * @throws {OperationalError} `version-incomplete`, `version-unreadable`
 */
export async function readVersion(folder: string): Promise<Version> {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file))
    throw new OperationalError(
      'version-incomplete',
      `${folder} has no manifest.json`,
      'Restore the folder as it was published, or remove it.',
    )
  const manifest: Read<Manifest> = await read(file, manifestSchema)
  const appended = join(folder, 'withdrawal.json')
  const withdrawal: Read<Withdrawal> | undefined = existsSync(appended) ? await read(appended, withdrawalSchema) : undefined
  return {
    manifest: manifest.record,
    manifestSha256: manifest.sha256,
    ...(withdrawal ? {withdrawal: withdrawal.record, withdrawalSha256: withdrawal.sha256} : {}),
  }
}

interface Read<T> {
  readonly record: T
  readonly sha256: string
}

async function read<S extends TSchema>(file: string, schema: S): Promise<Read<Static<S>>> {
  const text = await readText(file)
  const {settings, diagnostics} = readRecord(text, schema, file)
  if (diagnostics.length > 0 || settings === undefined) {
    const [fault] = diagnostics
    const {line, column} = fault?.position?.start ?? {line: 1, column: 1}
    throw new OperationalError(
      'version-unreadable',
      `${file}:${line}:${column} is no record of a version: ${fault?.message ?? ''}`,
      'Restore it as it was published; a published version is never edited.',
      {isMissing: false},
    )
  }
  return {record: settings, sha256: createHash('sha256').update(text).digest('hex')}
}
