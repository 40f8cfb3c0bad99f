import {fromBase64, toBase64} from '../binary-text.ts'
import type {Sha256} from '../sha256.ts'
import {type NoteSigner, type NoteVerifier, openNote, signNote} from './signed-note.ts'

/** Size and root of the log at some moment. */
export interface Checkpoint {
  /** Name of the log: its address without scheme, such as `example.com/log`. */
  readonly origin: string
  /** Number of entries. */
  readonly size: number
  /** Root of the Merkle tree, 32 bytes. */
  readonly root: Uint8Array
}

/** A checkpoint as signed note (C2SP tlog-checkpoint). The same log gives the same bytes. */
export function signCheckpoint(
  {size, root}: {readonly size: number; readonly root: Uint8Array},
  signer: NoteSigner,
  sha256: Sha256,
): string {
  return signNote(`${signer.name}\n${size}\n${toBase64(root)}\n`, signer, sha256)
}

/** Reads a checkpoint that one of the verifiers signed under its own name; undefined where it is none. */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[], sha256: Sha256): Checkpoint | undefined {
  const text = openNote(note, verifiers, sha256)
  const [origin, size, base64] = text?.split('\n') ?? []
  if (origin === undefined || size === undefined || base64 === undefined || !/^(?:0|[1-9]\d{0,15})$/.test(size)) return undefined
  const root = fromBase64(base64)
  if (root?.length !== 32 || !verifiers.some(({name}) => name === origin)) return undefined
  return {origin, size: Number(size), root}
}
