import {createPrivateKey, createPublicKey, type KeyObject, sign, verify} from 'node:crypto'
import type {NoteSigner, NoteVerifier} from '../consent/index.ts'

/** Signs notes in the name of `name` by an Ed25519 private key as JWK (RFC 8037). */
export function noteSigner(name: string, key: {readonly d: string; readonly x: string}): NoteSigner {
  const privateKey = createPrivateKey({key: {kty: 'OKP', crv: 'Ed25519', d: key.d, x: key.x}, format: 'jwk'})
  return {name, publicKey: Buffer.from(key.x, 'base64url'), sign: (message) => sign(null, message, privateKey)}
}

/** Verifies notes of `name` by an Ed25519 public key of 32 bytes in base64url. */
export function noteVerifier(name: string, x: string): NoteVerifier {
  const key: KeyObject = createPublicKey({key: {kty: 'OKP', crv: 'Ed25519', x}, format: 'jwk'})
  return {name, publicKey: Buffer.from(x, 'base64url'), verify: (message, signature) => verify(null, message, key, signature)}
}
