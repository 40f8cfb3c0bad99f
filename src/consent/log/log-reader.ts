/** Where proofs find the hashes of the log: its stored tiles. */
export interface LogReader {
  /** Hashes of a tile one after the other, 32 bytes each; of the last tile of a level, those that there are. */
  readonly tile: (level: number, index: number) => Promise<Uint8Array>
}
