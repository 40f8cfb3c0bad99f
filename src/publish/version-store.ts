import type {Version} from '../compiler/index.ts'

/** Where the versions of one agreement are kept; implemented outside. What was added never changes. */
export interface VersionStore {
  /** All versions by sequence; none before the first publication. */
  history(): Promise<readonly Version[]>
  /** The frozen source of a version in a language that its manifest names. */
  source(version: string, locale: string): Promise<string>
  /**
   * Adds a version whole or not at all. Fails where another one was added after `previous`, so that of two who publish at once one wins
   * and the other is told.
   */
  add(version: VersionFiles): Promise<void>
  /** Appends the record that a version was withdrawn, whole or not at all. */
  withdraw(version: string, record: string): Promise<void>
}

/** A version as it is stored. */
export interface VersionFiles {
  readonly version: string
  /** SHA-256 of the manifest of the version before; absent for the first. */
  readonly previous?: string | undefined
  /** Contents by file name, `manifest.json` among them. */
  readonly files: Readonly<Record<string, string>>
}
