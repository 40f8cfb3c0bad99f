import type {Manifest} from './manifest.ts'
import type {Withdrawal} from './withdrawal.ts'

/** A published version: a frozen text with dates and hashes. */
export interface Version {
  readonly manifest: Manifest
  /** SHA-256 of its `manifest.json`, byte for byte, in hexadecimal digits. */
  readonly manifestSha256: string
  /** Set where it was withdrawn before it took effect. */
  readonly withdrawal?: Withdrawal
  /** SHA-256 of its `withdrawal.json`, byte for byte. */
  readonly withdrawalSha256?: string
}
