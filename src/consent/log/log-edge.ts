import type {Sha256} from '../sha256.ts'
import {hashNode} from './merkle-tree.ts'

/** Hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256
/** Levels of the tree that one tile spans. */
export const TILE_HEIGHT = 8
/** Bytes of a hash. */
const HASH_BYTES = 32
const TILE_BYTES = TILE_WIDTH * HASH_BYTES

/** The right edge of the log: all that must be known to append to it. */
export interface LogEdge {
  /** Number of entries. */
  readonly size: number
  /** Roots of the full subtrees that the log is made of, the largest first. */
  readonly peaks: readonly Uint8Array[]
  /** By tile level: the hashes of its last tile, which is not full, one after the other. */
  readonly tails: readonly Uint8Array[]
}

/** Hashes that lie side by side on one level of the tree. */
export interface LogTile {
  /** Tile level: hashes of level 1 are roots of full tiles of level 0. */
  readonly level: number
  /** Place of the tile on its level. */
  readonly index: number
  /** One after the other, 32 bytes each: at most {@link TILE_WIDTH}; only the last tile of a level has fewer. */
  readonly hashes: Uint8Array
}

/** What appending gives. */
export interface GrownLog {
  readonly edge: LogEdge
  /** Tiles that became full, and those at the edge that changed. */
  readonly tiles: readonly LogTile[]
}

const NO_HASHES = new Uint8Array()

/** The edge of a log without entries. */
export const EMPTY_LOG: LogEdge = Object.freeze({size: 0, peaks: [], tails: []})

/** Appends leaf hashes; costs two hashes a leaf on average, and never more than the logarithm of the size. */
export function growLog(edge: LogEdge, leaves: readonly Uint8Array[], sha256: Sha256): GrownLog {
  const peaks = [...edge.peaks]
  const tails = [...edge.tails]
  const growing: ({readonly hashes: Uint8Array; length: number} | undefined)[] = []
  const tiles: LogTile[] = []
  let size = edge.size

  for (const leaf of leaves) {
    let hash = leaf
    let level = 0
    push(0, hash)
    for (let place = size; place % 2 === 1; place = Math.floor(place / 2)) {
      const left = peaks.pop()
      if (!left) throw new Error('the edge has fewer peaks than its size asks for')
      hash = hashNode(left, hash, sha256)
      level += 1
      if (level % TILE_HEIGHT === 0) {
        close(level / TILE_HEIGHT - 1)
        push(level / TILE_HEIGHT, hash)
      }
    }
    peaks.push(hash)
    size += 1
  }
  growing.forEach((tail, level) => {
    if (!tail) return
    const hashes = tail.hashes.subarray(0, tail.length)
    tails[level] = hashes
    tiles.push({level, index: tileIndex(size, level), hashes})
  })
  return {edge: {size, peaks, tails}, tiles}

  function push(level: number, hash: Uint8Array): void {
    const tail = growing[level] ?? copyTail(level)
    tail.hashes.set(hash, tail.length)
    tail.length += HASH_BYTES
    growing[level] = tail
  }

  function copyTail(level: number) {
    const tail = tails[level] ?? NO_HASHES
    const hashes = new Uint8Array(Math.min(tail.length + leaves.length * HASH_BYTES, TILE_BYTES))
    hashes.set(tail)
    return {hashes, length: tail.length}
  }

  function close(level: number): void {
    tiles.push({level, index: Math.floor(size / TILE_WIDTH ** (level + 1)), hashes: growing[level]?.hashes ?? NO_HASHES})
    growing[level] = undefined
    tails[level] = NO_HASHES
  }
}

/** Root of the log with this edge (RFC 6962 section 2.1). */
export function rootOfEdge({peaks}: LogEdge, sha256: Sha256): Uint8Array {
  return peaks.reduceRight<Uint8Array | undefined>((right, left) => (right ? hashNode(left, right, sha256) : left), undefined) ?? sha256('')
}

/** Place of the last tile of a level, which is not full. */
export function tileIndex(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** (level + 1))
}

/** How many hashes that tile has. */
export function tailWidth(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level) % TILE_WIDTH
}
