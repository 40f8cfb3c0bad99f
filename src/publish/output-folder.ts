/** Where published files go; implemented outside. A file appears whole or not at all. */
export interface OutputFolder {
  /** Writes a file at a path relative to the folder, with `/` between names. */
  write(path: string, content: string | Uint8Array): Promise<void>
}
