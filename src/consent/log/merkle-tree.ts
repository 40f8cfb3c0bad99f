import {concatBytes, equalBytes} from '../binary-text.ts'
import type {Sha256} from '../sha256.ts'

const LEAF = Uint8Array.of(0)
const NODE = 1

/** Hash of one entry of the log (RFC 6962 section 2.1). */
export function hashLeaf(entry: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes(LEAF, entry))
}

/** Hash of one entry of the log that is text (RFC 6962 section 2.1); its first byte is 0 in UTF-8, too. */
export function hashTextLeaf(entry: string, sha256: Sha256): Uint8Array {
  return sha256(`\u0000${entry}`)
}

/** Hash of two subtrees (RFC 6962 section 2.1). */
export function hashNode(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const pair = new Uint8Array(1 + left.length + right.length)
  pair[0] = NODE
  pair.set(left, 1)
  pair.set(right, 1 + left.length)
  return sha256(pair)
}

/** Root of a tree with these leaf hashes; of none, the hash of the empty string. */
export function merkleRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  let level = leaves
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index] ?? level[0]
      const right = level[index + 1]
      if (left) above.push(right ? hashNode(left, right, sha256) : left)
    }
    level = above
  }
  return level[0] ?? sha256('')
}

/** What an inclusion proof claims: that an entry is at a place of the log. */
export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly leaf: Uint8Array
  /** Hashes from the sibling of the leaf up to a child of the root. */
  readonly proof: readonly Uint8Array[]
}

/** Whether a leaf is in the tree (RFC 9162 section 2.1.3.2). */
export function verifyInclusion({index, size, root, leaf, proof}: InclusionClaim, sha256: Sha256): boolean {
  if (!isPlace(index) || !isPlace(size) || index >= size) return false
  let place = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = hashNode(sibling, hash, sha256)
      while (place % 2 === 0 && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else hash = hashNode(hash, sibling, sha256)
    place = half(place)
    last = half(last)
  }
  return last === 0 && equalBytes(hash, root)
}

/** What a consistency proof claims: that the log at one size is the beginning of the log at another. */
export interface ConsistencyClaim {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly newSize: number
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether nothing was changed or taken away between two sizes (RFC 9162 section 2.1.4.2). The empty log is the beginning of any. */
export function verifyConsistency({oldSize, oldRoot, newSize, newRoot, proof}: ConsistencyClaim, sha256: Sha256): boolean {
  if (!isPlace(oldSize) || !isPlace(newSize) || oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot)
  if (oldSize === 0) return proof.length === 0 && equalBytes(oldRoot, sha256(''))
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  const [first, ...rest] = path
  if (!first) return false
  let place = oldSize - 1
  let last = newSize - 1
  while (place % 2 === 1) {
    place = half(place)
    last = half(last)
  }
  let oldHash = first
  let newHash = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      oldHash = hashNode(sibling, oldHash, sha256)
      newHash = hashNode(sibling, newHash, sha256)
      while (place % 2 === 0 && place !== 0) {
        place = half(place)
        last = half(last)
      }
    } else newHash = hashNode(newHash, sibling, sha256)
    place = half(place)
    last = half(last)
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot)
}

function isPlace(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isPowerOfTwo(value: number): boolean {
  let power = 1
  while (power < value) power *= 2
  return power === value
}

function half(value: number): number {
  return Math.floor(value / 2)
}
