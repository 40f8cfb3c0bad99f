import {sha256Digits} from '../sha256.ts'

/**
 * What rows are looked up by instead of a text of any length: the first 128 bits of its SHA-256, in hexadecimal digits.
 * Each record is put into two indexes at places in no order; with short entries fewer of their pages change with a batch.
 * Two texts with one digest take 2^64 trials, by somebody who may write records.
 */
export function lookupDigest(text: string): string {
  return sha256Digits(text).slice(0, 32)
}

/** The bytes of {@link lookupDigest} of a subject, however its characters are composed. */
export function subjectDigest(subject: string): Uint8Array {
  return Buffer.from(lookupDigest(subject.normalize('NFC')), 'hex')
}
