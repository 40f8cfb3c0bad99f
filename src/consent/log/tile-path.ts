import {TILE_WIDTH} from './log-edge.ts'

/** Which file of the log is meant: hashes of a level, or the entries themselves. */
export interface TileAddress {
  readonly level: number | 'entries'
  readonly index: number
  /** Number of hashes or entries, 1 to 256. */
  readonly width: number
}

/** Path below the log's prefix, such as `tile/0/x001/x234/067` or `tile/entries/000.p/17` (C2SP tlog-tiles). */
export function tilePath({level, index, width}: TileAddress): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/.{3}/g) ?? []
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${place}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

/** Reads {@link tilePath} back; undefined unless it is the one way to write that address. */
export function parseTilePath(path: string): TileAddress | undefined {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!match) return undefined
  const [, level = '', place = '', width = String(TILE_WIDTH)] = match
  const address = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replaceAll(/[x/]/g, '')),
    width: Number(width),
  } as const
  return address.width > 0 && address.width <= TILE_WIDTH && tilePath(address) === path ? address : undefined
}
