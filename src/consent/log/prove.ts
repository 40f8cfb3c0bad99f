import type {Sha256} from '../sha256.ts'
import {TILE_WIDTH} from './log-edge.ts'
import type {LogReader} from './log-reader.ts'
import {hashNode, merkleRoot} from './merkle-tree.ts'

/** Proof that the entry at `index` is in the log of `size` entries: hashes from its sibling up to a child of the root (RFC 9162 section 2.1.3.1). */
export async function proveInclusion(index: number, size: number, log: LogReader, sha256: Sha256): Promise<readonly Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`entry ${index} is not in a log of ${size} entries`)
  const subtree = subtrees(log, sha256)
  const proof: Promise<Uint8Array>[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      proof.push(subtree(middle, end))
      end = middle
    } else {
      proof.push(subtree(start, middle))
      start = middle
    }
  }
  return Promise.all(proof.reverse())
}

/** Proof that the log of `oldSize` entries is the beginning of the log of `size` entries (RFC 9162 section 2.1.4.1). */
export async function proveConsistency(oldSize: number, size: number, log: LogReader, sha256: Sha256): Promise<readonly Uint8Array[]> {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`${oldSize} entries are not the beginning of ${size}`)
  if (oldSize === 0 || oldSize === size) return []
  const subtree = subtrees(log, sha256)
  const proof: Promise<Uint8Array>[] = []
  let [start, end] = [0, size]
  while (oldSize < end) {
    const middle = start + splitOf(end - start)
    if (oldSize <= middle) {
      proof.push(subtree(middle, end))
      end = middle
    } else {
      proof.push(subtree(start, middle))
      start = middle
    }
  }
  if (start > 0) proof.push(subtree(start, end))
  return Promise.all(proof.reverse())
}

/** Root of the log when it had `size` entries (RFC 6962 section 2.1). */
export async function rootAt(size: number, log: LogReader, sha256: Sha256): Promise<Uint8Array> {
  return size === 0 ? sha256('') : subtrees(log, sha256)(0, size)
}

/** Gives the hash of the entries from `start` to before `end`; tiles are read once each, and those of several hashes at the same time. */
function subtrees(log: LogReader, sha256: Sha256): (start: number, end: number) => Promise<Uint8Array> {
  const tiles = new Map<string, Promise<Uint8Array>>()
  return subtree

  async function subtree(start: number, end: number): Promise<Uint8Array> {
    const count = end - start
    const split = splitOf(count)
    if (split * 2 !== count && count !== 1)
      return hashNode(...(await Promise.all([subtree(start, start + split), subtree(start + split, end)])), sha256)
    let level = 0
    let width = count
    while (width >= TILE_WIDTH) {
      level += 1
      width /= TILE_WIDTH
    }
    return merkleRoot(await hashes(level, start / TILE_WIDTH ** level, width), sha256)
  }

  async function hashes(level: number, first: number, count: number): Promise<Uint8Array[]> {
    const index = Math.floor(first / TILE_WIDTH)
    const key = `${level}/${index}`
    const reading = tiles.get(key) ?? log.tile(level, index)
    tiles.set(key, reading)
    const tile = await reading
    const from = (first % TILE_WIDTH) * 32
    if (tile.length < from + count * 32)
      throw new Error(`tile ${key} of the log has ${tile.length / 32} hashes, expected ${from / 32 + count} or more`)
    return Array.from({length: count}, (_, at) => tile.subarray(from + at * 32, from + (at + 1) * 32))
  }
}

/** The largest power of two below a count of two or more (RFC 6962 section 2.1). */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}
