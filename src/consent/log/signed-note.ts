import {concatBytes, equalBytes, fromBase64, toBase64, toUtf8} from '../binary-text.ts'
import type {Sha256} from '../sha256.ts'

const ED25519 = 1

/** Who signs notes: a name and an Ed25519 key. */
export interface NoteSigner {
  /** Without spaces and `+`; for a log its origin, such as `example.com/log`. */
  readonly name: string
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** Ed25519 signature of a message (RFC 8032): 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Whose signature on a note counts. */
export interface NoteVerifier {
  readonly name: string
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean
}

/** Signs a text that ends in a line break (C2SP signed-note). */
export function signNote(text: string, signer: NoteSigner, sha256: Sha256): string {
  const signature = concatBytes(noteKeyId(signer, sha256), signer.sign(toUtf8(text)))
  return `${text}\n— ${signer.name} ${toBase64(signature)}\n`
}

/** Text of a note that one of the verifiers signed; undefined where none did. Signatures by others are passed over. */
export function openNote(note: string, verifiers: readonly NoteVerifier[], sha256: Sha256): string | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end === -1 || !note.endsWith('\n')) return undefined
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  const message = toUtf8(text)
  let isSigned = false
  for (const line of lines) {
    const match = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line)
    const blob = match && fromBase64(match[2] ?? '')
    if (!match || !blob || blob.length < 5) return undefined
    for (const verifier of verifiers) {
      if (verifier.name !== match[1] || !equalBytes(blob.subarray(0, 4), noteKeyId(verifier, sha256))) continue
      if (!verifier.verify(message, blob.subarray(4))) return undefined
      isSigned = true
    }
  }
  return isSigned ? text : undefined
}

function noteKeyId({name, publicKey}: {readonly name: string; readonly publicKey: Uint8Array}, sha256: Sha256): Uint8Array {
  return sha256(concatBytes(toUtf8(`${name}\n`), Uint8Array.of(ED25519), publicKey)).subarray(0, 4)
}
