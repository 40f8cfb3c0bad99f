/**
 * The folder of a built site; implemented outside. What is staged is seen by `read` at once and by readers of the site only after `end`,
 * so that a build that stops in the middle leaves the site as it was.
 */
export interface SiteFolder {
  /** Content of a file as UTF-8, staged or already there; `undefined` where there is none. */
  read(path: string): Promise<string | undefined>
  /** Paths, of those given with their sizes in bytes, that are missing or of another size. */
  missing(files: Readonly<Record<string, number>>): Promise<string[]>
  /** Holds a file back until the end. Paths are relative to the folder, with `/` between names. */
  stage(path: string, content: string | Uint8Array): Promise<void>
  /** Puts all that is staged in place, each file whole, and removes others; or throws it away. */
  end(outcome: {readonly keep: boolean; readonly remove: readonly string[]}): Promise<void>
}
