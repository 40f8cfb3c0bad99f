import {type LogEdge, TILE_WIDTH, tailWidth, tileIndex} from '../../consent/index.ts'

/** Hashes one after the other, 32 bytes each. */
export function joinHashes(hashes: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(hashes)
}

/** Hashes that were stored one after the other. */
export function splitHashes(bytes: Uint8Array): readonly Uint8Array[] {
  return Array.from({length: bytes.length / 32}, (_, index) => bytes.subarray(index * 32, index * 32 + 32))
}

/** A tile at the right edge of the log that must be read to go on with it. */
export interface EdgeTile {
  readonly level: number
  readonly index: number
}

/** The tiles that hold the tails of a log of some size. */
export function edgeTiles(size: number): readonly EdgeTile[] {
  const tiles: EdgeTile[] = []
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) tiles.push({level, index: tileIndex(size, level)})
  return tiles
}

/** The edge made of what is stored; `tails` by level, empty where a level has no partial tile. */
export function edgeOf(size: number, peaks: Uint8Array, tails: readonly Uint8Array[]): LogEdge {
  return {
    size,
    peaks: splitHashes(peaks),
    tails: tails.map((tail, level) => tail.subarray(0, tailWidth(size, level) * 32)),
  }
}
